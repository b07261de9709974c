import { audit } from "#lib/audit/record.ts";
import { db, transaction } from "#lib/db.ts";
import { passwordMatches } from "./password.ts";
import { LIMITS, throttle } from "./throttle.ts";
import { systemViewer } from "./viewer.ts";

/**
 * The account for an e-mail and a password, or null. The same answer and the same time for an unknown, a disabled and a wrong one.
 * @throws DomainError tooManyAttempts
 */
export async function authenticate(
  email: string,
  password: string,
  address: string,
): Promise<{ id: string; email: string } | null> {
  const wanted = email.trim().toLowerCase();
  await throttle(LIMITS.signInAddress, address);
  await throttle(LIMITS.signInAccount, `${wanted}@${address}`);
  const account = await db.account.findUnique({
    where: { email: wanted },
    select: {
      id: true,
      email: true,
      displayName: true,
      disabledAt: true,
      emailVerifiedAt: true,
      role: true,
      office: true,
      credential: { select: { passwordHash: true } },
    },
  });
  const matches = await passwordMatches(account?.credential?.passwordHash, password);
  if (!account || !matches || account.disabledAt) return null;
  await transaction(systemViewer(account.displayName), (tx) =>
    audit(
      tx,
      {
        ...systemViewer(account.displayName),
        accountId: account.id,
        role: account.role,
        office: account.office,
      },
      { action: "account.signedIn", record: ["account", account.id] },
    ),
  );
  return { id: account.id, email: account.email };
}

import { hashToken, newToken } from "#lib/auth/tokens.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { TokenPurpose } from "#prisma/generated/enums.ts";

export type Grant = {
  office?: "HONG_KONG" | "YANTAI";
  role?: "OFFICER" | "ADMIN";
  enterpriseId?: string;
  talentId?: string;
  memberId?: string;
};
type Issue = { purpose: TokenPurpose; email: string; accountId?: string; grant?: Grant; hours: number };

/** A single-use link's token. Earlier unused ones of the same purpose, address and grant end with it. */
export async function issueToken(
  tx: Tx,
  { purpose, email, accountId, grant = {}, hours }: Issue,
): Promise<string> {
  const token = newToken();
  await tx.accountToken.updateMany({
    where: { purpose, email, usedAt: null, grant: { equals: grant as Prisma.InputJsonObject } },
    data: { usedAt: now() },
  });
  await tx.accountToken.create({
    data: {
      purpose,
      email,
      accountId: accountId ?? null,
      grant,
      tokenHash: hashToken(token),
      createdAt: now(),
      expiresAt: new Date(now().getTime() + hours * 3_600_000),
    },
  });
  return token;
}

/** What a link grants, without using it up: for the page that it opens. Null when it is unknown, used or expired. */
export async function peekToken(tx: Tx, token: string, purposes: TokenPurpose[]) {
  const row = await tx.accountToken.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!row || row.usedAt || row.expiresAt < now() || !purposes.includes(row.purpose)) return null;
  return { purpose: row.purpose, email: row.email, accountId: row.accountId, grant: row.grant as Grant };
}

/** Uses a link up; of two at once, one gets it. @throws DomainError linkExpired */
export async function redeemToken(tx: Tx, token: string, ...purposes: TokenPurpose[]) {
  const found = await peekToken(tx, token, purposes);
  const { count } = await tx.accountToken.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
  });
  if (!found || count !== 1) throw new DomainError("linkExpired");
  return found;
}

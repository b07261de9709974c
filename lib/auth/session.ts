import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { db, type Tx } from "#lib/db.ts";
import { fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { hashToken, newToken } from "./tokens.ts";
import type { Viewer } from "./viewer.ts";

const HOUR = 3_600_000;
// staff: 30 minutes idle, 12 hours at most; others: 14 days idle, 60 days at most
const LIFETIME = (role: Viewer["role"]) =>
  role === "OFFICER" || role === "ADMIN"
    ? { idle: HOUR / 2, absolute: 12 * HOUR }
    : { idle: 14 * 24 * HOUR, absolute: 60 * 24 * HOUR };

const viewerSelect = {
  id: true,
  role: true,
  office: true,
  enterpriseId: true,
  displayName: true,
  email: true,
  locale: true,
  disabledAt: true,
  talent: { select: { id: true } },
} as const;

type AccountRow = {
  id: string;
  role: "TALENT" | "ENTERPRISE" | "OFFICER" | "ADMIN";
  office: Viewer["office"];
  enterpriseId: string | null;
  displayName: string;
  email: string;
  locale: Viewer["locale"];
  disabledAt: Date | null;
  talent: { id: string } | null;
};

const toViewer = (account: AccountRow): Viewer => ({
  accountId: account.id,
  role: account.role,
  office: account.office,
  enterpriseId: account.enterpriseId,
  talentId: account.talent?.id ?? null,
  name: account.displayName,
  email: account.email,
  locale: account.locale,
});

/** Makes a session and returns the token for the cookie; the database keeps only its hash. */
export async function openSession(
  accountId: string,
  userAgent: string | null,
): Promise<{ token: string; expiresAt: Date }> {
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } });
  const token = newToken();
  const expiresAt = new Date(now().getTime() + LIFETIME(account.role).absolute);
  await db.session.create({
    data: {
      tokenHash: hashToken(token),
      accountId,
      userAgent: userAgent?.slice(0, 200) ?? null,
      createdAt: now(),
      lastSeenAt: now(),
      expiresAt,
    },
  });
  return { token, expiresAt };
}

type SessionRow = Omit<AccountRow, "talent"> & {
  sessionId: string;
  lastSeenAt: Date;
  expiresAt: Date;
  talentId: string | null;
};

/**
 * Who holds this token, or null when it is unknown, expired, idle for too long, revoked, or its account disabled. One query.
 * @param watching the page asks by itself and nobody is at it: that does not keep a session alive
 */
export async function readSession(
  token: string,
  { watching = false } = {},
): Promise<{ sessionId: string; viewer: Viewer } | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS "sessionId", s."lastSeenAt", s."expiresAt", a.id, a.role::text, a.office::text, a."enterpriseId", a."displayName", a.email, a.locale::text, a."disabledAt", t.id AS "talentId"
    FROM "Session" s JOIN "Account" a ON a.id = s."accountId" LEFT JOIN "Talent" t ON t."accountId" = a.id
    WHERE s."tokenHash" = ${hashToken(token)}`;
  if (!row || row.disabledAt) return null;
  const time = now().getTime();
  const idle = time - row.lastSeenAt.getTime();
  if (row.expiresAt.getTime() < time || idle > LIFETIME(row.role).idle) return null;
  if (idle > 60_000 && !watching)
    await db.session.updateMany({ where: { id: row.sessionId }, data: { lastSeenAt: now() } });
  const locale = toDbLocale(fromDbLocale(row.locale));
  return {
    sessionId: row.sessionId,
    viewer: toViewer({ ...row, locale, talent: row.talentId ? { id: row.talentId } : null }),
  };
}

export async function closeSession(token: string) {
  await db.$transaction(async (tx) => {
    const where = { tokenHash: hashToken(token) };
    const session = await tx.session.findUnique({ where, select: { accountId: true } });
    await tx.session.deleteMany({ where });
    if (session) await tell(tx, "sessions_ended", session.accountId);
  });
}

/** Ends every session of an account, at its next request on every server; `keep` is the session that asked. */
export async function closeSessionsOf(tx: Tx, accountId: string, keep?: string) {
  await tx.session.deleteMany({ where: { accountId, ...(keep ? { NOT: { id: keep } } : {}) } });
  await tell(tx, "sessions_ended", accountId);
}

/** The viewer of an account, for the seed, imports on behalf of an officer, and tests. */
export async function viewerOf(email: string): Promise<Viewer> {
  const account = await db.account.findUniqueOrThrow({
    where: { email: email.toLowerCase() },
    select: viewerSelect,
  });
  return toViewer(account);
}

/** The viewer of an account that is not disabled, for what a mailed link may do in its name. */
export async function viewerOfAccount(accountId: string): Promise<Viewer | null> {
  const account = await db.account.findUnique({ where: { id: accountId }, select: viewerSelect });
  return account && !account.disabledAt ? toViewer(account) : null;
}

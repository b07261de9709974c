import type { Viewer } from "#lib/auth/viewer.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AccountSummary } from "./schema.ts";
import { peekToken } from "./tokens.ts";

const summary = {
  id: true,
  email: true,
  displayName: true,
  role: true,
  office: true,
  disabledAt: true,
  emailVerifiedAt: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
} as const;

type Row = {
  id: string;
  email: string;
  displayName: string;
  role: string;
  office: string | null;
  disabledAt: Date | null;
  emailVerifiedAt: Date | null;
  sessions: { lastSeenAt: Date }[];
};

const toSummary = (row: Row): AccountSummary => ({
  id: row.id,
  email: row.email,
  displayName: row.displayName,
  role: row.role,
  office: row.office,
  disabled: row.disabledAt !== null,
  verified: row.emailVerifiedAt !== null,
  lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
});

/** Staff accounts, for administrators. */
export async function listStaff(viewer: Viewer): Promise<AccountSummary[]> {
  if (viewer.role !== "ADMIN") throw new NotFoundError();
  const rows = await db.account.findMany({
    where: { role: { in: ["OFFICER", "ADMIN"] } },
    select: summary,
    orderBy: [{ office: "asc" }, { displayName: "asc" }],
    take: 200,
  });
  return rows.map(toSummary);
}

/** The members of the viewer's enterprise. */
export async function listColleagues(viewer: Viewer): Promise<AccountSummary[]> {
  if (!viewer.enterpriseId) throw new NotFoundError();
  const rows = await db.account.findMany({
    where: { enterpriseId: viewer.enterpriseId, disabledAt: null },
    select: summary,
    orderBy: { displayName: "asc" },
    take: 200,
  });
  return rows.map(toSummary);
}

/** Names of staff for "who has it", one query for a page; within a transaction by its own connection. */
export async function namesOf(
  accountIds: (string | null | undefined)[],
  { account }: Pick<Tx, "account"> = db,
): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id): id is string => Boolean(id)))];
  if (ids.length === 0) return new Map();
  const rows = await account.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

export async function getInvitation(viewer: Viewer, token: string) {
  return transaction(viewer, async (tx) => {
    const link = await peekToken(tx, token, ["STAFF_INVITATION", "COLLEAGUE_INVITATION"]);
    if (!link) return null;
    const enterprise = link.grant.enterpriseId
      ? await tx.enterprise.findUnique({ where: { id: link.grant.enterpriseId }, select: { name: true } })
      : null;
    return { email: link.email, office: link.grant.office ?? null, enterprise: enterprise?.name ?? null };
  });
}

export async function isEmailVerified(viewer: Viewer): Promise<boolean> {
  const account = await db.account.findUnique({
    where: { id: viewer.accountId! },
    select: { emailVerifiedAt: true },
  });
  return account?.emailVerifiedAt != null;
}

import { audit } from "#lib/audit/record.ts";
import { closeSessionsOf } from "#lib/auth/session.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import type { Office } from "#prisma/generated/enums.ts";
import { createAccount } from "./commands.ts";
import { issueToken, redeemToken } from "./tokens.ts";

const WEEK = 7 * 24;

/** An administrator invites staff of either office; an officer invites officers of their own. */
export async function inviteStaff(
  viewer: Viewer,
  input: { email: string; office: Office; role: "OFFICER" | "ADMIN" },
) {
  const allowed =
    viewer.role === "ADMIN" ||
    viewer.role === "SYSTEM" ||
    (viewer.role === "OFFICER" && input.role === "OFFICER" && input.office === viewer.office);
  if (!allowed) throw new NotFoundError();
  return invite(viewer, input.email, { office: input.office, role: input.role });
}

/** A member of an enterprise invites a colleague into it. */
export async function inviteColleague(viewer: Viewer, input: { email: string }) {
  if (viewer.role !== "ENTERPRISE" || !viewer.enterpriseId) throw new NotFoundError();
  return invite(viewer, input.email, { enterpriseId: viewer.enterpriseId });
}

async function invite(
  viewer: Viewer,
  email: string,
  grant: { office?: Office; role?: "OFFICER" | "ADMIN"; enterpriseId?: string },
): Promise<string> {
  if (viewer.accountId) await throttle({ ...LIMITS.mailedLink, points: 30 }, `invite:${viewer.accountId}`);
  return transaction(viewer, async (tx) => {
    if (await tx.account.findUnique({ where: { email }, select: { id: true } }))
      throw new InvalidError([{ path: "email", key: "emailTaken" }]);
    const purpose = grant.enterpriseId ? "COLLEAGUE_INVITATION" : "STAFF_INVITATION";
    const token = await issueToken(tx, { purpose, email, grant, hours: WEEK });
    await sendMail(tx, {
      to: email,
      locale: fromDbLocale(viewer.locale),
      template: grant.enterpriseId ? "accounts.colleague" : "accounts.staff",
      params: { inviter: viewer.name },
      path: `/invitation?token=${token}`,
      key: `invitation:${token.slice(0, 12)}`,
    });
    await audit(tx, viewer, {
      action: grant.enterpriseId ? "account.colleagueInvited" : "account.staffInvited",
      record: ["account", viewer.accountId ?? "system"],
      detail: { ...grant },
    });
    return token;
  });
}

/** Makes the invited account. The link proves the address. */
export async function acceptInvitation(
  input: { token: string; displayName: string; password: string },
  locale: AppLocale,
): Promise<string> {
  return transaction(systemViewer("invitation"), async (tx) => {
    const { email, grant } = await redeemToken(tx, input.token, "STAFF_INVITATION", "COLLEAGUE_INVITATION");
    return createAccount(tx, {
      email,
      password: input.password,
      displayName: input.displayName,
      locale,
      role: grant.enterpriseId ? "ENTERPRISE" : (grant.role ?? "OFFICER"),
      office: grant.office,
      enterpriseId: grant.enterpriseId,
      verified: true,
    });
  });
}

/** A member takes a colleague's access to their enterprise away; the last member stays, also when two remove each other. */
export async function removeColleague(viewer: Viewer, accountId: string) {
  if (viewer.role !== "ENTERPRISE" || !viewer.enterpriseId || accountId === viewer.accountId)
    throw new NotFoundError();
  const { enterpriseId } = viewer;
  await transaction(viewer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Enterprise" WHERE id = ${enterpriseId}::uuid FOR NO KEY UPDATE`;
    const actor = { id: viewer.accountId!, disabledAt: null };
    const { count } = await tx.account.updateMany({
      where: { id: accountId, enterpriseId, disabledAt: null, enterprise: { accounts: { some: actor } } },
      data: { disabledAt: now(), updatedAt: now() },
    });
    if (count !== 1) throw new NotFoundError();
    await closeSessionsOf(tx, accountId);
    await audit(tx, viewer, { action: "account.colleagueRemoved", record: ["account", accountId] });
  });
}

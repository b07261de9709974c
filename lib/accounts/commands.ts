import { audit } from "#lib/audit/record.ts";
import { hashPassword, passwordMatches, passwordProblem } from "#lib/auth/password.ts";
import { closeSessionsOf } from "#lib/auth/session.ts";
import { LIMITS, throttle } from "#lib/auth/throttle.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import type { Office, Role } from "#prisma/generated/enums.ts";
import { issueToken, redeemToken } from "./tokens.ts";

export type NewAccount = {
  email: string;
  password: string;
  displayName: string;
  role: Role;
  locale: AppLocale;
  office?: Office;
  enterpriseId?: string;
  demo?: boolean;
  /** the address is known to be theirs: they came by a link sent to it */
  verified?: boolean;
};

function checkPassword(password: string, role: Role) {
  const problem = passwordProblem(password, role);
  if (problem) throw new InvalidError([{ path: "password", ...problem }]);
}

/**
 * Makes an account inside the caller's transaction and mails the link that verifies its address.
 * @throws InvalidError password, email (taken)
 */
export async function createAccount(tx: Tx, input: NewAccount): Promise<string> {
  checkPassword(input.password, input.role);
  const email = input.email.toLowerCase();
  if (await tx.account.findUnique({ where: { email }, select: { id: true } }))
    throw new InvalidError([{ path: "email", key: "emailTaken" }]);
  const account = await tx.account
    .create({
      data: {
        email,
        displayName: input.displayName,
        role: input.role,
        office: input.office ?? null,
        enterpriseId: input.enterpriseId ?? null,
        locale: toDbLocale(input.locale),
        demo: input.demo ?? false,
        emailVerifiedAt: input.verified ? now() : null,
        createdAt: now(),
        updatedAt: now(),
        credential: { create: { passwordHash: await hashPassword(input.password), changedAt: now() } },
      },
      select: { id: true },
    })
    .catch((error) => {
      // somebody registered the same address a moment before
      if (error?.code === "P2002") throw new InvalidError([{ path: "email", key: "emailTaken" }]);
      throw error;
    });
  await audit(
    tx,
    { ...systemViewer(input.displayName), accountId: account.id, role: input.role },
    { action: "account.registered", record: ["account", account.id], detail: { role: input.role } },
  );
  if (!input.verified) await mailVerification(tx, { id: account.id, email, locale: input.locale });
  return account.id;
}

async function mailVerification(tx: Tx, account: { id: string; email: string; locale: AppLocale }) {
  const token = await issueToken(tx, {
    purpose: "VERIFY_EMAIL",
    email: account.email,
    accountId: account.id,
    hours: 72,
  });
  await sendMail(tx, {
    to: account.email,
    locale: account.locale,
    template: "accounts.verify",
    path: `/verify?token=${token}`,
    key: `verify:${token.slice(0, 12)}`,
  });
}

export async function resendVerification(viewer: Viewer) {
  await throttle(LIMITS.mailedLink, viewer.email);
  await transaction(viewer, (tx) =>
    mailVerification(tx, { id: viewer.accountId!, email: viewer.email, locale: fromDbLocale(viewer.locale) }),
  );
}

/** Confirms the address that a link was sent to, at registration or after a change. */
export async function verifyEmail(token: string): Promise<void> {
  await transaction(systemViewer("e-mail link"), async (tx) => {
    const link = await redeemToken(tx, token, "VERIFY_EMAIL", "CHANGE_EMAIL");
    if (!link.accountId) throw new DomainError("linkExpired");
    if (link.purpose === "CHANGE_EMAIL") {
      if (await tx.account.findUnique({ where: { email: link.email }, select: { id: true } }))
        throw new DomainError("emailTaken");
      await closeSessionsOf(tx, link.accountId);
    }
    await tx.account.update({
      where: { id: link.accountId },
      data: { email: link.email, emailVerifiedAt: now(), updatedAt: now() },
    });
    await audit(
      tx,
      { ...systemViewer("e-mail link"), accountId: link.accountId },
      {
        action: link.purpose === "CHANGE_EMAIL" ? "account.emailChanged" : "account.emailVerified",
        record: ["account", link.accountId],
      },
    );
  });
}

/** Mails a reset link if there is such an account; tells nobody whether there is. */
export async function requestPasswordReset(email: string, address: string) {
  await throttle(LIMITS.mailedLink, `${email}@${address}`);
  await transaction(systemViewer("password reset"), async (tx) => {
    const account = await tx.account.findUnique({
      where: { email: email.toLowerCase() },
      select: { id: true, email: true, locale: true, disabledAt: true },
    });
    if (!account || account.disabledAt) return;
    const token = await issueToken(tx, {
      purpose: "RESET_PASSWORD",
      email: account.email,
      accountId: account.id,
      hours: 1,
    });
    await sendMail(tx, {
      to: account.email,
      locale: fromDbLocale(account.locale),
      template: "accounts.reset",
      path: `/reset?token=${token}`,
      key: `reset:${token.slice(0, 12)}`,
    });
    await audit(tx, systemViewer("password reset"), {
      action: "account.resetRequested",
      record: ["account", account.id],
    });
  });
}

async function setPassword(tx: Tx, account: { id: string; role: Role }, password: string) {
  checkPassword(password, account.role);
  const passwordHash = await hashPassword(password);
  await tx.credential.upsert({
    where: { accountId: account.id },
    create: { accountId: account.id, passwordHash, changedAt: now() },
    update: { passwordHash, changedAt: now() },
  });
}

/** Sets a new password by a mailed link and ends every session. The link also proves the address. */
export async function resetPassword(token: string, password: string): Promise<void> {
  await transaction(systemViewer("password reset"), async (tx) => {
    const link = await redeemToken(tx, token, "RESET_PASSWORD");
    const account = await tx.account.findUniqueOrThrow({
      where: { id: link.accountId! },
      select: { id: true, role: true },
    });
    await setPassword(tx, account, password);
    await closeSessionsOf(tx, account.id);
    await tx.account.updateMany({
      where: { id: account.id, emailVerifiedAt: null },
      data: { emailVerifiedAt: now() },
    });
    await audit(tx, systemViewer("password reset"), {
      action: "account.passwordReset",
      record: ["account", account.id],
    });
  });
}

/** Asks for the password once more before something that matters. @throws InvalidError at `field` */
export async function reauthenticate(viewer: Viewer, password: string, field = "current") {
  await throttle(LIMITS.signInAccount, `own:${viewer.accountId}`);
  const credential = await db.credential.findUnique({ where: { accountId: viewer.accountId! } });
  if (!(await passwordMatches(credential?.passwordHash, password)))
    throw new InvalidError([{ path: field, key: "wrongPassword" }]);
}

/** Ends every other session. */
export async function changePassword(
  viewer: Viewer,
  input: { current: string; password: string },
  sessionId?: string,
) {
  await reauthenticate(viewer, input.current);
  await transaction(viewer, async (tx) => {
    await setPassword(tx, { id: viewer.accountId!, role: viewer.role as Role }, input.password);
    await closeSessionsOf(tx, viewer.accountId!, sessionId);
    await audit(tx, viewer, { action: "account.passwordChanged", record: ["account", viewer.accountId!] });
  });
}

/** Mails a link to the new address; the old one stays until it is opened. */
export async function requestEmailChange(viewer: Viewer, input: { email: string; current: string }) {
  await reauthenticate(viewer, input.current);
  await throttle(LIMITS.mailedLink, viewer.email);
  await transaction(viewer, async (tx) => {
    if (await tx.account.findUnique({ where: { email: input.email }, select: { id: true } }))
      throw new InvalidError([{ path: "email", key: "emailTaken" }]);
    const token = await issueToken(tx, {
      purpose: "CHANGE_EMAIL",
      email: input.email,
      accountId: viewer.accountId!,
      hours: 24,
    });
    await sendMail(tx, {
      to: input.email,
      locale: fromDbLocale(viewer.locale),
      template: "accounts.changeEmail",
      path: `/verify?token=${token}`,
      key: `change:${token.slice(0, 12)}`,
    });
    await audit(tx, viewer, {
      action: "account.emailChangeRequested",
      record: ["account", viewer.accountId!],
    });
  });
}

export async function changeLocale(viewer: Viewer, locale: AppLocale) {
  await transaction(viewer, async (tx) => {
    await tx.account.update({
      where: { id: viewer.accountId! },
      data: { locale: toDbLocale(locale), updatedAt: now() },
    });
    await audit(tx, viewer, {
      action: "account.languageChanged",
      record: ["account", viewer.accountId!],
      detail: { locale },
    });
  });
}

/** An administrator shuts an account out: its sessions end at their next request. */
export async function disableAccount(viewer: Viewer, accountId: string) {
  if (viewer.role !== "ADMIN" || accountId === viewer.accountId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const [closed] = await tx.account.updateManyAndReturn({
      where: { id: accountId, disabledAt: null },
      data: { disabledAt: now(), updatedAt: now() },
      select: { enterpriseId: true },
    });
    if (!closed) throw new NotFoundError();
    await closeSessionsOf(tx, accountId);
    await audit(tx, viewer, { action: "account.disabled", record: ["account", accountId] });
    // cases must not wait for nobody: the enterprise's last person may have left, or the officer who has them
    const { enterpriseId } = closed;
    if (enterpriseId) await enqueue(tx, "introductions.enterpriseLeft", { enterpriseId });
    else await enqueue(tx, "introductions.ownerLeft", { accountId });
  });
}

export async function enableAccount(viewer: Viewer, accountId: string) {
  if (viewer.role !== "ADMIN") throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, disabledAt: { not: null } },
      data: { disabledAt: null, updatedAt: now() },
    });
    if (count !== 1) throw new NotFoundError();
    await audit(tx, viewer, { action: "account.enabled", record: ["account", accountId] });
  });
}

/** Ends all sessions: one's own everywhere else, or, as an administrator, somebody's. */
export async function revokeSessions(viewer: Viewer, accountId: string, keep?: string) {
  if (accountId !== viewer.accountId && viewer.role !== "ADMIN") throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    await closeSessionsOf(tx, accountId, keep);
    await audit(tx, viewer, { action: "account.sessionsRevoked", record: ["account", accountId] });
  });
}

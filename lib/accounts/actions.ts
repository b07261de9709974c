"use server";

import { getLocale } from "next-intl/server";
import { action, publicAction } from "#lib/action.ts";
import { authenticate } from "#lib/auth/authenticate.ts";
import { callerAddress, currentSessionId, endSession, startSession } from "#lib/auth/current.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { DomainError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { redirect } from "#lib/i18n/navigation.ts";
import { translator } from "#lib/i18n/translate.ts";
import {
  changeLocale,
  changePassword,
  disableAccount,
  enableAccount,
  requestEmailChange,
  requestPasswordReset,
  resendVerification,
  resetPassword,
  revokeSessions,
  verifyEmail,
} from "./commands.ts";
import { acceptInvitation, inviteColleague, inviteStaff, removeColleague } from "./invitation-commands.ts";
import { homeOf, localPath } from "./policy.ts";
import * as schema from "./schema.ts";

export const signInAction = publicAction(
  "signInAction",
  schema.signInInput,
  async (_viewer, input, { locale }) => {
    const account = await authenticate(input.email, input.password, await callerAddress());
    if (!account) throw new DomainError("signInRefused");
    await startSession(account.id);
    redirect({ href: localPath(input.callbackUrl) ?? homeOf(await viewerOf(account.email)), locale });
  },
);

export const signOutAction = publicAction(
  "signOutAction",
  schema.nothing,
  async (_viewer, _input, { locale }) => {
    await endSession();
    redirect({ href: "/sign-in?signedOut=1", locale });
  },
);

export const forgotPasswordAction = publicAction(
  "forgotPasswordAction",
  schema.forgotInput,
  async (_viewer, input, { locale }) => {
    await requestPasswordReset(input.email, await callerAddress());
    return { message: translator(locale, "accounts")("forgot.sent") };
  },
);

export const resetPasswordAction = publicAction(
  "resetPasswordAction",
  schema.resetInput,
  async (_viewer, input, { locale }) => {
    await resetPassword(input.token, input.password);
    redirect({ href: "/sign-in?reset=1", locale });
  },
);

export const verifyEmailAction = publicAction(
  "verifyEmailAction",
  schema.verifyInput,
  async (viewer, input, { locale }) => {
    await verifyEmail(input.token);
    redirect({ href: viewer ? homeOf(viewer) : "/sign-in?verified=1", locale });
  },
);

export const acceptInvitationAction = publicAction(
  "acceptInvitationAction",
  schema.acceptInvitationInput,
  async (_viewer, input) => {
    const locale = (await getLocale()) as AppLocale;
    const accountId = await acceptInvitation(input, locale);
    await startSession(accountId);
    redirect({ href: "/", locale });
  },
);

export const resendVerificationAction = action(
  "resendVerificationAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await resendVerification(viewer);
    return { message: translator(locale, "accounts")("verify.sentAgain") };
  },
);

export const changePasswordAction = action(
  "changePasswordAction",
  schema.changePasswordInput,
  async (viewer, input, { locale }) => {
    await changePassword(viewer, input, await currentSessionId());
    return { message: translator(locale, "accounts")("settings.passwordChanged") };
  },
);

export const changeEmailAction = action(
  "changeEmailAction",
  schema.changeEmailInput,
  async (viewer, input, { locale }) => {
    await requestEmailChange(viewer, input);
    return { message: translator(locale, "accounts")("settings.emailLinkSent", { email: input.email }) };
  },
);

export const changeLocaleAction = action(
  "changeLocaleAction",
  schema.changeLocaleInput,
  async (viewer, input) => {
    await changeLocale(viewer, input.locale);
    redirect({ href: "/settings", locale: input.locale });
  },
);

export const revokeOwnSessionsAction = action(
  "revokeOwnSessionsAction",
  schema.nothing,
  async (viewer, _input, { locale }) => {
    await revokeSessions(viewer, viewer.accountId!, await currentSessionId());
    return { message: translator(locale, "accounts")("settings.sessionsEnded") };
  },
);

export const inviteStaffAction = action(
  "inviteStaffAction",
  schema.inviteStaffInput,
  async (viewer, input, { locale }) => {
    await inviteStaff(viewer, input);
    return { message: translator(locale, "accounts")("invited", { email: input.email }) };
  },
);

export const inviteColleagueAction = action(
  "inviteColleagueAction",
  schema.inviteColleagueInput,
  async (viewer, input, { locale }) => {
    await inviteColleague(viewer, input);
    return { message: translator(locale, "accounts")("invited", { email: input.email }) };
  },
);

export const removeColleagueAction = action(
  "removeColleagueAction",
  schema.accountIdInput,
  async (viewer, input, { locale }) => {
    await removeColleague(viewer, input.accountId);
    redirect({ href: "/enterprise/colleagues", locale });
  },
);

export const disableAccountAction = action(
  "disableAccountAction",
  schema.accountIdInput,
  async (viewer, input, { locale }) => {
    await disableAccount(viewer, input.accountId);
    redirect({ href: "/staff/accounts", locale });
  },
);

export const enableAccountAction = action(
  "enableAccountAction",
  schema.accountIdInput,
  async (viewer, input, { locale }) => {
    await enableAccount(viewer, input.accountId);
    redirect({ href: "/staff/accounts", locale });
  },
);

export const revokeSessionsAction = action(
  "revokeSessionsAction",
  schema.accountIdInput,
  async (viewer, input, { locale }) => {
    await revokeSessions(viewer, input.accountId);
    return { message: translator(locale, "accounts")("settings.sessionsEnded") };
  },
);

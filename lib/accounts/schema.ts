import { z } from "zod";
import { email, optionalText, text } from "#lib/forms.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { OFFICES } from "#lib/terms/terms.ts";

/** Passwords are taken as typed: no trimming, no composition rules. Their length is judged by role in lib/auth/password.ts. */
export const password = () => z.string("required").min(1, "required").max(1000, "invalidValue");

export const signInInput = z.strictObject({
  email: email(),
  password: password(),
  callbackUrl: optionalText(2000),
});
export const forgotInput = z.strictObject({ email: email() });
export const resetInput = z.strictObject({ token: text(100), password: password() });
export const changePasswordInput = z.strictObject({ current: password(), password: password() });
export const changeEmailInput = z.strictObject({ email: email(), current: password() });
export const changeLocaleInput = z.strictObject({ locale: z.enum(LOCALES) });
export const inviteStaffInput = z.strictObject({
  email: email(),
  office: z.enum(OFFICES),
  role: z.enum(["OFFICER", "ADMIN"]),
});
export const inviteColleagueInput = z.strictObject({ email: email() });
export const acceptInvitationInput = z.strictObject({
  token: text(100),
  displayName: text(80),
  password: password(),
});
export const accountIdInput = z.strictObject({ accountId: z.uuid("notFound") });
export const nothing = z.strictObject({});
export const verifyInput = z.strictObject({ token: text(100) });

export type AccountSummary = {
  id: string;
  email: string;
  displayName: string;
  role: string;
  office: string | null;
  disabled: boolean;
  verified: boolean;
  lastSeenAt: Date | null;
};

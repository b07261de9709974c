import { z } from "zod";
import { checkbox, email, optional, optionalText, phone, text } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { CHAINS, DISTRICTS, OFFICES } from "#lib/terms/terms.ts";

const website = () => optional(z.url({ protocol: /^https?$/, error: "invalidUrl" }).max(300));

const details = {
  name: text(120),
  nameEn: optional(text(160)),
  licenceNumber: text(40),
  chain: z.enum(CHAINS),
  district: z.enum(DISTRICTS),
  ftz: checkbox(),
  website: website(),
  about: optionalText(3000),
  contactName: text(80),
  contactPhone: phone(),
};

export const enterpriseDetails = z.strictObject(details);
export type EnterpriseDetails = z.output<typeof enterpriseDetails>;

export const registerEnterpriseInput = z.strictObject({
  ...details,
  email: email(),
  // as typed: judged by lib/auth/password.ts
  password: z.string("required").min(1, "required").max(1000, "invalidValue"),
  displayName: text(80),
  agreed: checkbox().refine((agreed) => agreed, "mustAgree"),
});
export type RegisterEnterprise = z.output<typeof registerEnterpriseInput> & {
  locale: AppLocale;
  demo?: boolean;
  /** set by the seed and by invitations: the address needs no link */
  verified?: boolean;
};

export const updateEnterpriseInput = z.strictObject({
  ...details,
  version: z.coerce.number().int(),
  // name, number and place are locked once verified, and then not sent
  name: optional(text(120)),
  licenceNumber: optional(text(40)),
  district: optional(z.enum(DISTRICTS)),
});
export type UpdateEnterprise = Omit<z.output<typeof updateEnterpriseInput>, "version">;

/** The workstation's acts on an enterprise. */
const enterpriseId = z.uuid("notFound");
export const enterpriseIdInput = z.strictObject({ enterpriseId });
export const verifyEnterpriseInput = z.strictObject({ enterpriseId, note: optionalText(1000) });
export const enterpriseReasonInput = z.strictObject({ enterpriseId, reason: text(1000) });
export const handOverEnterpriseInput = z.strictObject({
  enterpriseId,
  office: z.enum(OFFICES),
  note: text(1000),
});

export type Office = (typeof OFFICES)[number];

export type EnterpriseStatus = "SUBMITTED" | "CHANGES_REQUESTED" | "VERIFIED" | "REJECTED" | "SUSPENDED";

/** What its own people see of it. */
export type OwnEnterprise = {
  id: string;
  status: EnterpriseStatus;
  name: string;
  nameEn: string | null;
  licenceNumber: string;
  chain: string;
  district: string;
  ftz: boolean;
  website: string | null;
  about: string;
  locale: AppLocale;
  contactName: string;
  contactPhone: string;
  office: Office;
  officeSince: Date;
  reviewNote: string | null;
  submittedAt: Date;
  verifiedAt: Date | null;
  version: number;
};

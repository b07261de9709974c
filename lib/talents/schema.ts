import { z } from "zod";
import {
  checkbox,
  choices,
  day,
  email,
  lines,
  month,
  optional,
  optionalText,
  phone,
  text,
  whole,
} from "#lib/forms.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import {
  BASES,
  CHAINS,
  CURRENCIES,
  DIRECTIONS,
  EDUCATION_LEVELS,
  INTENTIONS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  OFFICES,
  PATHWAYS,
  PAY_PERIODS,
} from "#lib/terms/terms.ts";

/** An amount whose year, counted from a day, still fits the database's integer. */
export const amount = () => whole(0, 8_000_000);
const version = () => whole(1, 2_000_000_000);
const nullableText = (maximum: number) => optionalText(maximum).transform((value) => value || null);

const isEmptyRow = (row: object) => Object.values(row).every((value) => value === "" || value === null);
/** Rows of a repeater. Empty ones are dropped after the check, so that issues name the row that was typed. */
const rows = <T extends z.ZodType<object>>(row: T, maximum: number) =>
  z
    .preprocess((value) => value ?? [], z.array(row).max(maximum, "tooMany"))
    .transform((list) => list.filter((one) => !isEmptyRow(one)));

const distinct = (list: string[]) => [...new Map(list.map((one) => [one.toLowerCase(), one])).values()];
export const tags = (maximum: number, length: number) => lines(maximum, length).transform(distinct);

const experienceRow = z
  .strictObject({
    title: optionalText(120),
    organisation: optionalText(160),
    industry: optionalText(80),
    from: optional(month()),
    to: optional(month()),
    description: optionalText(3000),
  })
  .refine((row) => !row.from || !row.to || row.from <= row.to, { path: ["to"], message: "endBeforeStart" });

const educationRow = z.strictObject({
  level: optional(z.enum(EDUCATION_LEVELS)),
  discipline: optionalText(120),
  institution: optionalText(160),
  year: optional(whole(1940, 2040)),
});

const languageRow = z
  .strictObject({ code: optional(z.enum(LANGUAGE_CODES)), level: optional(z.enum(LANGUAGE_LEVELS)) })
  .refine((row) => !row.level || row.code, { path: ["code"], message: "required" })
  .refine((row) => !row.code || row.level, { path: ["level"], message: "required" });

const languages = () =>
  rows(languageRow, 12)
    .transform(
      (list) => list as { code: (typeof LANGUAGE_CODES)[number]; level: (typeof LANGUAGE_LEVELS)[number] }[],
    )
    .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, {
      message: "languageTwice",
    });

const aboutFields = {
  nameZh: nullableText(60),
  nameEn: nullableText(80),
  headline: optionalText(120),
  summary: optionalText(2000),
  base: optional(z.enum(BASES)),
  pathway: optional(z.enum(PATHWAYS)),
};
const workFields = { experience: rows(experienceRow, 40), outputs: lines(60, 300) };
const educationFields = { education: rows(educationRow, 12) };
const skillsFields = { skills: tags(40, 80), qualifications: tags(30, 160), languages: languages() };
const termsFields = {
  intentions: choices(INTENTIONS),
  direction: optional(z.enum(DIRECTIONS)),
  industries: choices(CHAINS),
  availableFrom: optional(day()),
  daysPerMonth: optional(whole(1, 31)),
  payMin: optional(amount()),
  payMax: optional(amount()),
  payCurrency: optional(z.enum(CURRENCIES)),
  payPeriod: optional(z.enum(PAY_PERIODS)),
};
const contactFields = {
  email: optional(email()),
  phone: optional(phone()),
  wechat: nullableText(40),
  whatsapp: optional(phone()),
  matchable: checkbox(),
  alerts: checkbox(),
  blockedEmployers: tags(30, 120),
};

type PayFields = {
  payMin: number | null;
  payMax: number | null;
  payCurrency: string | null;
  payPeriod: string | null;
};
/** Pay is whole or absent: an amount names its currency and its period. */
function checkPay(value: PayFields, context: z.RefinementCtx) {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message, input: value });
  if (value.payMin === null && value.payMax !== null) issue("payMin", "required");
  if (value.payMin === null) return;
  if (value.payMax !== null && value.payMax < value.payMin) issue("payMax", "payMaxBelowMin");
  if (!value.payCurrency) issue("payCurrency", "required");
  if (!value.payPeriod) issue("payPeriod", "required");
}

export const STEPS = ["about", "work", "education", "skills", "terms", "contact", "review"] as const;
export type Step = (typeof STEPS)[number];
export type Section = Exclude<Step, "review">;

const section = <const S extends Section>(name: S) => ({ section: z.literal(name), version: version() });
/** One step of the profile, as its form sends it; `version` is that of the profile it was filled from. */
export const sectionInput = z.discriminatedUnion("section", [
  z.strictObject({ ...section("about"), ...aboutFields }),
  z.strictObject({ ...section("work"), ...workFields }),
  z.strictObject({ ...section("education"), ...educationFields }),
  z.strictObject({ ...section("skills"), ...skillsFields }),
  z.strictObject({ ...section("terms"), ...termsFields }).superRefine(checkPay),
  z.strictObject({ ...section("contact"), ...contactFields }),
]);
export type SectionInput = z.output<typeof sectionInput>;

const consented = () => checkbox().refine((value) => value, { message: "consentNeeded" });

export const registerTalentInput = z.strictObject({
  kind: z.enum(["individual", "team"]),
  displayName: text(80),
  email: email(),
  password: z.string("required").min(1, "required").max(1000, "invalidValue"),
  consent: consented(),
});
export type RegisterTalentInput = z.output<typeof registerTalentInput>;

export const CONSENT_CHANNELS = ["IN_PERSON", "PHONE", "WRITTEN"] as const;
/** A profile that staff enter for somebody: everything the steps ask, and how consent was given. */
export const walkInInput = z
  .strictObject({
    kind: z.enum(["individual", "team"]),
    locale: z.enum(LOCALES),
    ...aboutFields,
    ...workFields,
    ...educationFields,
    ...skillsFields,
    ...termsFields,
    email: optional(email()),
    phone: optional(phone()),
    wechat: nullableText(40),
    whatsapp: optional(phone()),
    consentChannel: z.enum(CONSENT_CHANNELS),
    /** when and in which words or paper */
    consentNote: text(500),
  })
  .superRefine(checkPay);
export type WalkInInput = z.output<typeof walkInInput>;

export const claimInput = z.strictObject({
  token: text(100),
  displayName: text(80),
  password: z.string("required").min(1, "required").max(1000, "invalidValue"),
  consent: consented(),
});
export type ClaimInput = z.output<typeof claimInput>;

const talentId = z.uuid("notFound");
const reason = () => text(1000);
export const verifyTalentInput = z.strictObject({
  talentId,
  version: optional(version()),
  note: optionalText(1000),
});
export const talentReasonInput = z.strictObject({ talentId, reason: reason() });
export const handOverTalentInput = z.strictObject({ talentId, office: z.enum(OFFICES), note: text(1000) });
export const talentIdInput = z.strictObject({ talentId });
/** One act on several profiles chosen in the list. */
export const bulkTalentsInput = z
  .strictObject({
    act: z.enum(["take", "verify", "handOver"]),
    ids: z.preprocess((value) => value ?? [], z.array(talentId).min(1, "selectSome").max(50, "tooMany")),
    office: z.enum(OFFICES).optional(),
    note: z.preprocess((value) => value || undefined, text(1000).optional()),
  })
  .refine(({ act, note }) => act !== "handOver" || note, { path: ["note"], message: "required" })
  .refine(({ act, office }) => act !== "handOver" || office, { path: ["office"], message: "required" });
export type BulkTalentsInput = z.output<typeof bulkTalentsInput>;
export const mergeTalentsInput = z.strictObject({ keepId: talentId, dropId: talentId, reason: reason() });

export const inviteMemberInput = z.strictObject({
  name: text(80),
  email: email(),
  role: text(120),
  skills: tags(20, 80),
});
export type InviteMemberInput = z.output<typeof inviteMemberInput>;
export const memberIdInput = z.strictObject({ memberId: z.uuid("notFound") });
export const answerTeamInput = z.strictObject({
  token: text(100),
  answer: z.enum(["accept", "decline", "leave"]),
  skills: tags(20, 80),
  consent: checkbox(),
});

export const consentIdInput = z.strictObject({ consentId: z.uuid("notFound") });
export const enterpriseIdInput = z.strictObject({ enterpriseId: z.uuid("notFound") });
export const grantMatchingInput = z.strictObject({ consent: consented() });
export const eraseInput = z.strictObject({ confirm: text(40) });
export const alertsInput = z.strictObject({ alerts: checkbox() });
export const nothing = z.strictObject({});
export const applyProposalInput = z.strictObject({
  documentId: z.uuid("notFound"),
  /** paths of the proposal, e.g. "headline", "experience[0]" */
  accept: z.preprocess((value) => value ?? [], z.array(z.string().max(40)).max(400)),
});
export const documentIdInput = z.strictObject({ documentId: z.uuid("notFound") });

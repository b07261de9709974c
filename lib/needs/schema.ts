import { z } from "zod";
import { checkbox, choices, day, lines, optional, optionalText, text, whole } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import {
  CHAINS,
  CURRENCIES,
  DISTRICTS,
  EDUCATION_LEVELS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  MODES,
  NEED_DIRECTIONS,
  NEED_TYPES,
  OFFICES,
  PAY_PERIODS,
} from "#lib/terms/terms.ts";

export const NEED_STATUSES = [
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "OPEN",
  "PARTIALLY_FILLED",
  "PAUSED",
  "FILLED",
  "CLOSED",
  "EXPIRED",
  "WITHDRAWN",
] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];
export type NeedType = (typeof NEED_TYPES)[number];

export const TEXT_LIMITS = { title: 120, description: 6000, line: 300, lines: 30, ipTerms: 2000 } as const;

export const needLanguage = z.strictObject({
  code: z.enum(LANGUAGE_CODES),
  level: z.enum(LANGUAGE_LEVELS),
  required: checkbox(),
});
export type NeedLanguage = z.output<typeof needLanguage>;

/** The rows of a repeated field; one in which nothing was chosen is left out. */
const languages = z.preprocess(
  (value) =>
    Array.isArray(value)
      ? value.filter((row) => typeof row !== "object" || row === null || "code" in row || "level" in row)
      : (value ?? []),
  z.array(needLanguage).max(LANGUAGE_CODES.length, "tooMany"),
);

const line = () => lines(TEXT_LIMITS.lines, TEXT_LIMITS.line);

/** All a person may write about a need. A draft may lack nearly everything; `checks.ts` says what a submission needs. */
const fields = {
  type: z.enum(NEED_TYPES),
  direction: z.enum(NEED_DIRECTIONS).default("hk_to_yantai"),
  title: optionalText(TEXT_LIMITS.title),
  description: optionalText(TEXT_LIMITS.description),
  duties: line(),
  mustHave: line(),
  preferred: line(),
  educationMin: optional(z.enum(EDUCATION_LEVELS)),
  disciplines: line(),
  experienceYearsMin: optional(whole(0, 50)),
  qualificationsRequired: line(),
  languages,
  modes: choices(MODES),
  daysPerMonth: optional(whole(1, 31)),
  chain: optional(z.enum(CHAINS)),
  chainText: optionalText(120),
  district: optional(z.enum(DISTRICTS)),
  ftz: checkbox(),
  payMin: optional(whole(0, 100_000_000)),
  payMax: optional(whole(1, 100_000_000)),
  payCurrency: optional(z.enum(CURRENCIES)),
  payPeriod: optional(z.enum(PAY_PERIODS)),
  housing: checkbox(),
  relocation: checkbox(),
  headcount: z.preprocess((value) => value ?? "1", whole(1, 500)),
  start: optional(day()),
  deadline: optional(day()),
  ipTerms: optionalText(TEXT_LIMITS.ipTerms),
  confidential: checkbox(),
  contactName: optionalText(80),
  contactPhone: optionalText(40),
};

export const needDraftInput = z.strictObject(fields);
export type NeedFields = z.output<typeof needDraftInput>;
/** As `NeedFields`, with the language it is written in, which is the page's. */
export type NeedDraft = NeedFields & { locale: AppLocale };

/** The form: which need, which version of it, and which button was pressed. */
export const needForm = z.strictObject({
  ...fields,
  needId: optional(z.uuid("notFound")),
  version: optional(z.coerce.number().int()),
  intent: z.enum(["save", "preview", "submit", "revise"]).default("save"),
});

const row = { needId: z.uuid("notFound"), version: z.coerce.number().int() };
export const needRef = z.strictObject(row);
export const fillInput = z.strictObject({ ...row, count: whole(1, 500) });
export const closeInput = z.strictObject({ ...row, reason: optionalText(500) });
export const suggestInput = z.strictObject({ q: optionalText(80) });

/** The workstation's acts on a need. */
const needId = z.uuid("notFound");
export const staffNeedRef = z.strictObject({ needId });
export const openNeedInput = z.strictObject({ needId, note: optionalText(1000) });
export const needReasonInput = z.strictObject({ needId, reason: text(1000) });
export const handOverNeedInput = z.strictObject({ needId, office: z.enum(OFFICES), note: text(1000) });

import { z } from "zod";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { Dictionary } from "#lib/matching/types.ts";
import {
  CHAINS,
  CURRENCIES,
  DISTRICT_NAMES,
  EDUCATION_LEVELS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  MODES,
  NEED_DIRECTIONS,
  NEED_TYPES,
  PAY_PERIODS,
} from "#lib/terms/terms.ts";
import { chainOf } from "./chains.ts";
import { type NeedDraft, TEXT_LIMITS } from "./schema.ts";

// what forms take away from typed text is taken away from a file's too
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;
const clean = z.string().transform((value) => value.replace(UNWANTED, "").trim());
const text = (maximum: number) => clean.pipe(z.string().min(1, "required").max(maximum));
const lines = () =>
  z
    .array(clean.pipe(z.string().max(TEXT_LIMITS.line)))
    .max(TEXT_LIMITS.lines, "tooMany")
    .nullish()
    .transform((value) => (value ?? []).filter(Boolean));
const amount = z.number("notANumber").int("notANumber").min(0).max(100_000_000);

const pay = z
  .strictObject({
    min: amount,
    max: amount.nullish(),
    currency: z.enum(CURRENCIES),
    period: z.enum(PAY_PERIODS),
  })
  .refine(({ min, max }) => max == null || max >= min, { path: ["max"], message: "payMaxBelowMin" });

/** A line of needs.jsonl (the match collection's SPEC), with the enterprise's name where it is known. */
export const needRecord = z.strictObject({
  id: text(80),
  enterprise: clean.pipe(z.string().max(160)).nullish(),
  type: z.enum(NEED_TYPES),
  direction: z.enum(NEED_DIRECTIONS).default("hk_to_yantai"),
  locale: z.enum(LOCALES).default("zh-Hans"),
  title: text(TEXT_LIMITS.title),
  description: text(TEXT_LIMITS.description),
  duties: lines(),
  mustHave: lines(),
  preferred: lines(),
  educationMin: z.enum(EDUCATION_LEVELS).nullish(),
  disciplines: lines(),
  experienceYearsMin: z.number("notANumber").int("notANumber").min(0).max(50).nullish(),
  qualificationsRequired: lines(),
  languages: z
    .array(
      z.strictObject({
        code: z.enum(LANGUAGE_CODES),
        level: z.enum(LANGUAGE_LEVELS),
        required: z.boolean().default(false),
      }),
    )
    .max(LANGUAGE_CODES.length, "tooMany")
    .nullish(),
  modes: z.array(z.enum(MODES)).min(1, "required").max(MODES.length),
  daysPerMonth: z.number("notANumber").int("notANumber").min(1).max(31).nullish(),
  chain: clean.pipe(z.string().max(120)).nullish(),
  district: clean.pipe(z.string()).refine((name) => districtOf(name) !== undefined, "unknownDistrict"),
  ftz: z.boolean().default(false),
  pay: pay.nullish(),
  headcount: z.number("notANumber").int("notANumber").min(1).max(500).default(1),
  start: z.iso.date("invalidDate").nullish(),
  deadline: z.iso.date("invalidDate").nullish(),
});
export type NeedRecord = z.output<typeof needRecord>;

/** A district by its name in simplified Chinese or by its id. */
export function districtOf(name: string) {
  const ids = Object.values(DISTRICT_NAMES);
  return DISTRICT_NAMES[name] ?? ids.find((id) => id === name);
}

/** The record as the form would have written it; the chain's words are kept beside the chain they name. */
export function toNeedDraft(record: NeedRecord, dictionary: Dictionary): NeedDraft {
  const words = record.chain ?? "";
  const listed = CHAINS.find((chain) => chain === words);
  return {
    type: record.type,
    direction: record.direction,
    locale: record.locale,
    title: record.title,
    description: record.description,
    duties: record.duties,
    mustHave: record.mustHave,
    preferred: record.preferred,
    educationMin: record.educationMin ?? null,
    disciplines: record.disciplines,
    experienceYearsMin: record.experienceYearsMin ?? null,
    qualificationsRequired: record.qualificationsRequired,
    languages: record.languages ?? [],
    modes: record.modes,
    daysPerMonth: record.daysPerMonth ?? null,
    chain: listed ?? chainOf(words || record.title, dictionary),
    chainText: listed ? "" : words,
    district: districtOf(record.district) ?? null,
    ftz: record.ftz,
    payMin: record.pay?.min ?? null,
    payMax: record.pay?.max ?? null,
    payCurrency: record.pay?.currency ?? null,
    payPeriod: record.pay?.period ?? null,
    housing: false,
    relocation: false,
    headcount: record.headcount,
    start: record.start ?? null,
    deadline: record.deadline ?? null,
    ipTerms: "",
    confidential: false,
    contactName: "",
    contactPhone: "",
  };
}

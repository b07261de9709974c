import { z } from "zod";
import { choices, day, email, lines, month, optionalText, phone, text, whole } from "#lib/forms.ts";
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
  PATHWAYS,
  PAY_PERIODS,
} from "#lib/terms/terms.ts";
import { amount, tags } from "./schema.ts";

const list = <T extends z.ZodType>(item: T, maximum: number) =>
  z.array(item).max(maximum, "tooMany").default([]);
const absentable = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** A talent as in the exchange format of `npm run import` (one JSON object a line), with name and contact where they are known. */
export const talentRecord = z.strictObject({
  id: text(80),
  kind: z.enum(["individual", "team"]).default("individual"),
  locale: z.enum(LOCALES),
  headline: text(120),
  summary: optionalText(2000),
  skills: tags(40, 80).pipe(z.array(z.string()).min(1, "required")),
  experience: list(
    z
      .strictObject({
        title: text(120),
        organisation: optionalText(160),
        industry: optionalText(80),
        from: absentable(month()),
        to: absentable(month()),
        description: optionalText(3000),
      })
      .refine((row) => !row.from || !row.to || row.from <= row.to, {
        path: ["to"],
        message: "endBeforeStart",
      }),
    40,
  ),
  education: list(
    z.strictObject({
      level: z.enum(EDUCATION_LEVELS),
      discipline: optionalText(120),
      institution: optionalText(160),
      year: absentable(whole(1940, 2040)),
    }),
    12,
  ),
  qualifications: tags(30, 160),
  languages: list(z.strictObject({ code: z.enum(LANGUAGE_CODES), level: z.enum(LANGUAGE_LEVELS) }), 12)
    .refine((all) => all.length > 0, { message: "required" })
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, { message: "languageTwice" }),
  base: z.enum(BASES),
  pathway: absentable(z.enum(PATHWAYS)),
  intentions: choices(INTENTIONS).pipe(z.array(z.enum(INTENTIONS)).min(1, "required")),
  direction: z.enum(DIRECTIONS),
  industries: choices(CHAINS),
  outputs: lines(60, 300),
  availableFrom: absentable(day()),
  daysPerMonth: absentable(whole(1, 31)),
  expectedPay: absentable(
    z
      .strictObject({
        min: amount(),
        max: absentable(amount()),
        currency: z.enum(CURRENCIES),
        period: z.enum(PAY_PERIODS),
      })
      .refine((pay) => pay.max === null || pay.max >= pay.min, { path: ["max"], message: "payMaxBelowMin" }),
  ),
  updatedAt: absentable(day()),
  nameZh: absentable(text(60)),
  nameEn: absentable(text(80)),
  email: absentable(email()),
  phone: absentable(phone()),
  wechat: absentable(text(40)),
  whatsapp: absentable(phone()),
});
export type TalentRecord = z.output<typeof talentRecord>;

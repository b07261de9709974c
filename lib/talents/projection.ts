import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { TalentInput } from "#lib/matching/types.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { AnonymousTexts } from "./derive.ts";
import { MARKS, MASKS, maskMark } from "./mask.ts";
import { type EducationEntry, type LanguageEntry, type Member, profileOf, profileSelect } from "./profile.ts";

/** What the engine needs of a row: no identity, no contact. */
export const talentInputSelect = {
  id: true,
  kind: true,
  locale: true,
  updatedAt: true,
  ...profileSelect,
  members: {
    where: { status: "CONSENTED" },
    orderBy: { invitedAt: "asc" },
    select: { role: true, skills: true },
  },
} as const satisfies Prisma.TalentSelect;
export type TalentInputRow = Prisma.TalentGetPayload<{ select: typeof talentInputSelect }>;

const stated = <T>(list: T[]): T[] | null => (list.length ? list : null);

/** A row as the matching engine reads it. What the profile leaves open is null: unknown, not absent. */
export function toTalentInput(row: TalentInputRow): TalentInput {
  const profile = profileOf(row);
  const { payMin, payMax, payCurrency, payPeriod } = profile;
  const education = profile.education.filter((entry) => entry.level);
  return {
    id: row.id,
    kind: row.kind === "TEAM" ? "team" : "individual",
    locale: fromDbLocale(row.locale),
    headline: profile.headline,
    summary: profile.summary,
    skills: profile.skills,
    experience: profile.experience,
    education: stated(education) as TalentInput["education"],
    qualifications: profile.qualifications,
    languages: stated(profile.languages),
    base: profile.base,
    pathway: profile.pathway,
    intentions: stated(profile.intentions),
    direction: profile.direction,
    availableFrom: profile.availableFrom,
    daysPerMonth: profile.daysPerMonth,
    expectedPay:
      payMin !== null && payCurrency && payPeriod
        ? { min: payMin, max: payMax, currency: payCurrency, period: payPeriod }
        : null,
    industries: profile.industries,
    members: row.kind === "TEAM" ? row.members : null,
    updatedAt: row.updatedAt.toISOString().slice(0, 10),
  };
}

/** The columns of an anonymous view; none of them is identity or contact. */
export const anonymousSelect = {
  code: true,
  kind: true,
  locale: true,
  anonymous: true,
  experienceMonths: true,
  education: true,
  languages: true,
  intentions: true,
  direction: true,
  industries: true,
  availableFrom: true,
  daysPerMonth: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
} as const satisfies Prisma.TalentSelect;
export type AnonymousRow = Prisma.TalentGetPayload<{ select: typeof anonymousSelect }>;

export type AnonymousProfile = {
  code: string;
  kind: "individual" | "team";
  /** the language that the person wrote in */
  locale: AppLocale;
  headline: string;
  summary: string;
  skills: string[];
  qualifications: string[];
  members: Member[];
  experienceMonths: number;
  /** without institution and year */
  education: { level: EducationEntry["level"]; discipline: string }[];
  languages: LanguageEntry[];
  intentions: string[];
  direction: string | null;
  industries: string[];
  availableFrom: string | null;
  daysPerMonth: number | null;
  pay: { min: number; max: number | null; currency: "CNY" | "HKD"; period: "year" | "month" | "day" } | null;
};

const EMPTY: AnonymousTexts = {
  headline: "",
  summary: "",
  skills: [],
  qualifications: [],
  outputs: [],
  disciplines: [],
  members: [],
  experience: [],
};
const textsOf = (row: AnonymousRow): AnonymousTexts => ({
  ...EMPTY,
  ...(row.anonymous as Partial<AnonymousTexts>),
});

/** Puts words of a language where something was taken out. */
function unmask(locale: AppLocale) {
  const t = translator(locale, "talents");
  const words = new Map(MASKS.map((mask) => [maskMark(mask), t(`masks.${mask}`)]));
  return (text: string) => text.replace(MARKS, (mark) => words.get(mark) ?? "");
}

/** What an enterprise may read once the talent accepted: no name, contact, organisation, institution or year. */
export function anonymousProjection(row: AnonymousRow, locale: AppLocale): AnonymousProfile {
  const texts = textsOf(row);
  const shown = unmask(locale);
  return {
    code: row.code,
    kind: row.kind === "TEAM" ? "team" : "individual",
    locale: fromDbLocale(row.locale),
    headline: shown(texts.headline),
    summary: shown(texts.summary),
    skills: texts.skills.map(shown),
    qualifications: texts.qualifications.map(shown),
    members: texts.members.map(({ role, skills }) => ({ role: shown(role), skills: skills.map(shown) })),
    experienceMonths: row.experienceMonths,
    education: (row.education as EducationEntry[]).map(({ level }, at) => ({
      level,
      discipline: shown(texts.disciplines[at] ?? ""),
    })),
    languages: row.languages as LanguageEntry[],
    intentions: row.intentions,
    direction: row.direction,
    industries: row.industries,
    availableFrom: row.availableFrom?.toISOString().slice(0, 10) ?? null,
    daysPerMonth: row.daysPerMonth,
    pay:
      row.payMin !== null && row.payCurrency && row.payPeriod
        ? ({
            min: row.payMin,
            max: row.payMax,
            currency: row.payCurrency,
            period: row.payPeriod,
          } as AnonymousProfile["pay"])
        : null,
  };
}

export type AnonymousCv = AnonymousProfile & {
  outputs: string[];
  experience: {
    title: string;
    /** e.g. "a university" */
    organisation: string | null;
    industry: string;
    from: string | null;
    to: string | null;
    description: string;
  }[];
};

/** The CV with identity removed: the anonymous profile with each job, its organisation replaced by what kind it is. */
export function anonymousCv(row: AnonymousRow, locale: AppLocale): AnonymousCv {
  const texts = textsOf(row);
  const shown = unmask(locale);
  const t = translator(locale, "talents");
  return {
    ...anonymousProjection(row, locale),
    outputs: texts.outputs.map(shown),
    experience: texts.experience.map(({ kind, title, industry, description, ...dates }) => ({
      ...dates,
      title: shown(title),
      industry: shown(industry),
      description: shown(description),
      organisation: kind ? t(`organisationKinds.${kind}`) : null,
    })),
  };
}

import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { CHAINS, DISTRICTS } from "#lib/terms/terms.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { deriveNeed } from "./derive.ts";
import type { NeedDraft, NeedLanguage } from "./schema.ts";

const date = (day: string | null) => (day ? new Date(`${day}T00:00:00Z`) : null);
export const dayOf = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;

/** The content of a need as its columns hold it. */
export const contentSelect = {
  type: true,
  direction: true,
  locale: true,
  title: true,
  description: true,
  duties: true,
  mustHave: true,
  preferred: true,
  educationMin: true,
  disciplines: true,
  experienceYearsMin: true,
  qualificationsRequired: true,
  languages: true,
  modes: true,
  daysPerMonth: true,
  chain: true,
  chainText: true,
  district: true,
  ftz: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  housing: true,
  relocation: true,
  headcount: true,
  start: true,
  deadline: true,
  ipTerms: true,
  confidential: true,
  contactName: true,
  contactPhone: true,
} as const satisfies Prisma.NeedSelect;
export type ContentRow = Prisma.NeedGetPayload<{ select: typeof contentSelect }>;

/** What was written, as columns, with what is derived from it. An empty choice of chain or district is "". */
export function toColumns(draft: NeedDraft) {
  const { locale, start, deadline, chain, district, languages, ...same } = draft;
  return {
    ...same,
    ...deriveNeed(draft),
    locale: toDbLocale(locale),
    languages: languages as Prisma.InputJsonArray,
    chain: chain ?? "",
    district: district ?? "",
    start: date(start),
    deadline: date(deadline),
  };
}

/** The columns back as what was written. */
export function toDraft(row: ContentRow): NeedDraft {
  return {
    ...row,
    type: row.type as NeedDraft["type"],
    direction: row.direction as NeedDraft["direction"],
    locale: fromDbLocale(row.locale) as AppLocale,
    educationMin: row.educationMin as NeedDraft["educationMin"],
    languages: row.languages as unknown as NeedLanguage[],
    modes: row.modes as NeedDraft["modes"],
    chain: CHAINS.find((one) => one === row.chain) ?? null,
    district: DISTRICTS.find((one) => one === row.district) ?? null,
    payCurrency: row.payCurrency as NeedDraft["payCurrency"],
    payPeriod: row.payPeriod as NeedDraft["payPeriod"],
    start: dayOf(row.start),
    deadline: dayOf(row.deadline),
  };
}

/** Dates and JSON by value; JSON's keys come back from the database in an order of its own. */
export function sameValue(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, part) =>
      part && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
        : part,
    );
  return plain(a) === plain(b);
}

import { educationRank } from "#lib/matching/levels.ts";
import { searchTokens } from "#lib/matching/text.ts";
import type { EducationLevel } from "#lib/matching/types.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { annualCny } from "#lib/terms/money.ts";

export type DerivedFrom = {
  title: string;
  description: string;
  duties: string[];
  mustHave: string[];
  preferred: string[];
  disciplines: string[];
  qualificationsRequired: string[];
  chainText: string;
  educationMin: string | null;
  payMax: number | null;
  payMin: number | null;
  payCurrency: string | null;
  payPeriod: string | null;
};
export type Derived = {
  educationRank: number | null;
  payCeiling: number | null;
  conceptIds: string[];
  searchTokens: string[];
};

// what the column can hold; no pay comes near it
const LARGEST = 2_000_000_000;

function payCeiling({ payMin, payMax, payCurrency, payPeriod }: DerivedFrom): number | null {
  const amount = payMax ?? payMin;
  if (amount === null || !payCurrency || !payPeriod) return null;
  const yearly = annualCny(amount, payCurrency as "CNY" | "HKD", payPeriod as "year" | "month" | "day");
  return Math.min(yearly, LARGEST);
}

const textsOf = (need: DerivedFrom): string[] =>
  [
    need.title,
    need.description,
    ...need.duties,
    ...need.mustHave,
    ...need.preferred,
    ...need.disciplines,
    ...need.qualificationsRequired,
    need.chainText,
  ].filter(Boolean);

/** The concepts that the need's texts name. */
export function needConceptIds(need: DerivedFrom, dictionary = currentDictionary()): string[] {
  return [...new Set(textsOf(need).flatMap((text) => dictionary.find(text).map((hit) => hit.conceptId)))];
}

/** The columns that filters, the estimate and the search use. Written with every change; the enterprise's name is not in them. */
export function deriveNeed(need: DerivedFrom): Derived {
  const rank = educationRank(need.educationMin as EducationLevel | null);
  return {
    educationRank: rank < 0 ? null : rank,
    payCeiling: payCeiling(need),
    conceptIds: needConceptIds(need),
    searchTokens: searchTokens(textsOf(need).join("\n")),
  };
}

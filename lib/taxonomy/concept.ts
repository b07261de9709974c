import type { ConceptKind, Locale } from "#lib/matching/types.ts";

export const conceptKinds: readonly ConceptKind[] = [
  "skill",
  "tool",
  "standard",
  "qualification",
  "discipline",
  "occupation",
  "industry",
];

/** A concept as the data files hold it. `broader`, `related` and `same` are ids; `same` joins concepts that count as one. */
export type ConceptRecord = {
  id: string;
  kind: ConceptKind;
  hans: string;
  hant: string;
  en: string;
  aliases: string[];
  broader: string[];
  related: string[];
  same: string[];
  status: string;
  /** ids of concepts that were merged into this one: what is stored under them still finds it */
  former?: string[];
};

/** What staff can change of a concept. */
export type ConceptContent = Pick<
  ConceptRecord,
  "kind" | "hans" | "hant" | "en" | "aliases" | "broader" | "related" | "same"
>;

export const contentOf = (concept: ConceptRecord): ConceptContent => ({
  kind: concept.kind,
  hans: concept.hans,
  hant: concept.hant,
  en: concept.en,
  aliases: concept.aliases,
  broader: concept.broader,
  related: concept.related,
  same: concept.same,
});

/** Every written form by which a text may name the concept. */
export const formsOf = ({ hans, hant, en, aliases }: ConceptRecord): string[] => [hans, hant, en, ...aliases];

export const labelOf = ({ hans, hant, en }: ConceptRecord, locale: Locale): string =>
  locale === "en" ? en : locale === "zh-Hant" ? hant : hans;

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string" && item !== "") : [];

/** A record with every field present, or null when it has no id, kind or label. */
export function conceptRecord(value: unknown): ConceptRecord | null {
  if (typeof value !== "object" || value === null) return null;
  const raw = value as Record<string, unknown>;
  const text = (key: string) => (typeof raw[key] === "string" ? (raw[key] as string) : "");
  const kind = text("kind") as ConceptKind;
  const any = text("hans") || text("hant") || text("en");
  if (!text("id") || !conceptKinds.includes(kind) || !any) return null;
  return {
    id: text("id"),
    kind,
    hans: text("hans") || any,
    hant: text("hant") || text("hans") || any,
    en: text("en") || any,
    aliases: list(raw.aliases),
    broader: list(raw.broader),
    related: list(raw.related),
    same: list(raw.same),
    status: text("status") || "drafted",
    ...(list(raw.former).length > 0 ? { former: list(raw.former) } : {}),
  };
}

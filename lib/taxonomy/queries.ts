import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { normaliseText } from "#lib/matching/text.ts";
import { catalogue, type Entry, nearness } from "./catalogue.ts";
import { type ConceptRecord, labelOf } from "./concept.ts";
import { currentTaxonomy } from "./current.ts";
import { type ConceptFilters, type ConceptSummary, KINDS, SOURCES, STATUSES } from "./schema.ts";

export const CONCEPTS_A_PAGE = 40;

type Facet = "kind" | "status" | "source";
const facetOf: Record<Facet, (entry: Entry) => string> = {
  kind: ({ concept }) => concept.kind,
  status: ({ concept }) => concept.status,
  source: ({ source }) => source,
};
const FACETS = { kind: KINDS, status: STATUSES, source: SOURCES };

/** What is in use is shown; what was retired only to those who ask for it. */
const passes = (entry: Entry, filters: ConceptFilters, but?: Facet): boolean =>
  (Object.keys(facetOf) as Facet[]).every(
    (facet) =>
      facet === but ||
      (filters[facet]
        ? facetOf[facet](entry) === filters[facet]
        : facet !== "source" || entry.source !== "retired"),
  );

export type ConceptList = {
  rows: ConceptSummary[];
  total: number;
  counts: Record<Facet, Record<string, number>>;
};

/** A page of the dictionary: words in any script, by kind, status and source. The best fitting names come first. */
export async function listConcepts(
  viewer: Viewer,
  filters: ConceptFilters,
  locale: AppLocale,
): Promise<ConceptList> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const wanted = normaliseText(filters.q ?? "").trim();
  const named: { entry: Entry; rank: number }[] = [];
  for (const entry of await catalogue()) {
    const rank = wanted ? nearness(entry, wanted) : 0;
    if (rank !== null) named.push({ entry, rank });
  }
  const counts = Object.fromEntries(
    (Object.keys(FACETS) as Facet[]).map((facet) => [facet, countBy(named, filters, facet)]),
  ) as ConceptList["counts"];
  const found = named.filter(({ entry }) => passes(entry, filters));
  if (wanted) found.sort((a, b) => a.rank - b.rank || a.entry.concept.en.length - b.entry.concept.en.length);
  const first = (filters.page - 1) * CONCEPTS_A_PAGE;
  return {
    rows: found.slice(first, first + CONCEPTS_A_PAGE).map(({ entry }) => summaryOf(entry, locale)),
    total: found.length,
    counts,
  };
}

function countBy(named: { entry: Entry }[], filters: ConceptFilters, facet: Facet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { entry } of named) {
    if (!passes(entry, filters, facet)) continue;
    const value = facetOf[facet](entry);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const summaryOf = ({ concept, source }: Entry, locale: AppLocale): ConceptSummary => ({
  id: concept.id,
  kind: concept.kind,
  label: labelOf(concept, locale),
  hans: concept.hans,
  hant: concept.hant,
  en: concept.en,
  status: concept.status === "reviewed" ? "reviewed" : "drafted",
  source,
});

/** What is loaded, for attribution, and how far the dictionary has been read by people. */
export async function dictionaryFacts(viewer: Viewer) {
  if (!isStaff(viewer)) throw new NotFoundError();
  const { concepts, dictionary } = currentTaxonomy();
  const [load, open] = await Promise.all([
    db.taxonomyLoad.findUnique({ where: { source: "esco" }, select: { concepts: true, loadedAt: true } }),
    db.taxonomyPhrase.count({ where: { status: "OPEN" } }),
  ]);
  return {
    version: dictionary.version,
    own: concepts.length,
    reviewed: concepts.filter((concept: ConceptRecord) => concept.status === "reviewed").length,
    esco: load,
    openPhrases: open,
  };
}

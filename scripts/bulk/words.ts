import { readFileSync } from "node:fs";
import path from "node:path";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { type ConceptRecord, conceptRecord } from "#lib/taxonomy/concept.ts";
import { conceptsDirectory } from "#lib/taxonomy/dictionary.ts";
import type { CHAINS } from "#lib/terms/terms.ts";
import { type Random, randomOf } from "./random.ts";

/** A field of work: the chains it belongs to and the dictionary's files that hold its words. */
const FIELDS: { files: string[]; chains: (typeof CHAINS)[number][]; share: number }[] = [
  { files: ["automotive"], chains: ["automotive"], share: 9 },
  { files: ["biomedicine", "biomedicine-2"], chains: ["biomedicine"], share: 14 },
  { files: ["business-services", "finance-law"], chains: ["modern-services"], share: 16 },
  { files: ["chemicals-materials"], chains: ["green-petrochemicals", "non-ferrous-metals"], share: 12 },
  { files: ["clean-energy"], chains: ["clean-energy"], share: 11 },
  { files: ["electronics-digital"], chains: ["digital-economy", "electronics"], share: 18 },
  { files: ["equipment"], chains: ["high-end-equipment", "aerospace"], share: 9 },
  { files: ["food-wine"], chains: ["food-wine"], share: 5 },
  { files: ["marine"], chains: ["marine-engineering"], share: 6 },
];
const COMMON = ["general", "education-research"];

type Kind = ConceptRecord["kind"];
type Shelf = Partial<Record<Kind, ConceptRecord[]>>;
export type Field = { chains: (typeof CHAINS)[number][]; share: number; words: Shelf };

function shelfOf(files: string[], seed: number): Shelf {
  const shelf: Shelf = {};
  for (const file of files)
    for (const row of JSON.parse(readFileSync(path.join(conceptsDirectory, `${file}.json`), "utf8"))) {
      const concept = conceptRecord(row);
      if (concept) shelf[concept.kind] = [...(shelf[concept.kind] ?? []), concept];
    }
  // which of them are common is the seed's choice
  const order = new Map<string, number>();
  const rank = (concept: ConceptRecord) => {
    if (!order.has(concept.id)) order.set(concept.id, randomOf(seed, "rank", concept.id).next());
    return order.get(concept.id)!;
  };
  for (const list of Object.values(shelf)) list.sort((a, b) => rank(a) - rank(b));
  return shelf;
}

/** The words of all fields, read once. */
export function readWords(seed: number): { fields: Field[]; common: Shelf } {
  return {
    fields: FIELDS.map(({ files, chains, share }) => ({ chains, share, words: shelfOf(files, seed) })),
    common: shelfOf(COMMON, seed),
  };
}
export type Words = ReturnType<typeof readWords>;

export const labelOf = (concept: ConceptRecord, locale: AppLocale): string =>
  locale === "en" ? concept.en : locale === "zh-Hant" ? concept.hant : concept.hans;

/** Words of a kind, Zipf-distributed; seven of ten from the person's own field. */
export function draw(
  random: Random,
  words: Words,
  field: Field,
  kinds: Kind[],
  count: number,
): ConceptRecord[] {
  const chosen = new Map<string, ConceptRecord>();
  for (let tries = 0; chosen.size < count && tries < count * 5; tries++) {
    const shelf = random.chance(0.7)
      ? field.words
      : random.chance(0.7)
        ? words.common
        : random.pick(words.fields).words;
    const list = shelf[random.pick(kinds)];
    const concept = list?.[random.zipf(list.length)];
    if (concept) chosen.set(concept.id, concept);
  }
  return [...chosen.values()];
}

export function fieldOf(random: Random, { fields }: Words): Field {
  return fields[
    Number(random.weighted(Object.fromEntries(fields.map(({ share }, index) => [index, share]))))
  ]!;
}

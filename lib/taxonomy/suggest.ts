import type { ConceptRecord } from "./concept.ts";
import { type Current, currentTaxonomy } from "./current.ts";
import { Names } from "./nearest.ts";
import { unhurried } from "./slices.ts";

/** Less like than this is no help to anybody. */
const LEAST = 0.3;

const made = new WeakMap<Current, Promise<Names>>();

/** The names of the own dictionary; made beside other work at the first question after a change. */
function namesNow(taxonomy: Current): Promise<Names> {
  let names = made.get(taxonomy);
  if (!names) {
    names = unhurried(Names.steps(taxonomy.concepts));
    made.set(taxonomy, names);
  }
  return names;
}

/** The concepts whose names are most like each phrase, nearest first; words of the other script count by what the labels teach. */
export async function nearestConcepts(phrases: readonly string[], most = 3): Promise<ConceptRecord[][]> {
  const taxonomy = currentTaxonomy();
  const names = await namesNow(taxonomy);
  const { translations } = taxonomy.dictionary;
  return phrases.map((phrase) =>
    names
      .nearest(names.vectorOf(phrase, (term) => translations?.get(term) ?? []))
      .filter(({ likeness }) => likeness >= LEAST)
      .slice(0, most)
      .map(({ occupation }) => taxonomy.concepts[occupation] as ConceptRecord),
  );
}

import { type CorpusStatistics, termWeight } from "./corpus.ts";
import { hashTerm } from "./hash.ts";
import { normalise, tokenise } from "./text.ts";
import type { Dictionary } from "./types.ts";
import { translationFactor } from "./weights.ts";

/** A title as a vector: `terms` with weights, and its length. `crossed` are words of the other script that stand for its own. */
export type TitleVector = {
  terms: Map<number, number>;
  crossed: Map<number, number>;
  length: number;
  recent: number;
  /** occupations whose names it is like and their groups, as a vector of length 1 */
  near: Map<string, number>;
};

/** Letters in common say more in a title of three words than in a text. */
const trigramBoost = 2;

/** A likeness counts by its square; a group counts a little less than the occupation itself. */
const groupShare = 0.8;

function nearOf(text: string, dictionary: Dictionary): Map<string, number> {
  const near = new Map<string, number>();
  const add = (id: string, value: number) => near.set(id, Math.max(near.get(id) ?? 0, value));
  for (const { conceptId, likeness } of dictionary.nearest?.(text) ?? []) {
    const value = likeness * likeness;
    add(conceptId, value);
    for (const step of dictionary.linksOf(conceptId)) {
      if (step.link === "broader") add(step.conceptId, groupShare * value);
      if (step.link === "same") add(step.conceptId, value);
    }
  }
  const length = Math.hypot(...near.values());
  for (const [id, value] of near) near.set(id, value / length);
  return near;
}

/** Cosine of the occupations that two titles are like, 0 to 1; 0 without a classification. */
export function occupationLikeness(wanted: TitleVector, shown: TitleVector): number {
  let dot = 0;
  for (const [id, value] of wanted.near) dot += value * (shown.near.get(id) ?? 0);
  return Math.min(1, dot);
}

export function readTitle(
  text: string,
  dictionary: Dictionary,
  corpus: CorpusStatistics | undefined,
  recent = 1,
): TitleVector {
  const terms = new Map<number, number>();
  const crossed = new Map<number, number>();
  for (const token of tokenise(normalise(text).text)) {
    const boost = token.kind === "trigram" ? trigramBoost : 1;
    const weight = boost * termWeight(token.term, token.kind, corpus);
    terms.set(hashTerm(token.term), weight);
    for (const { term, confidence } of dictionary.translations?.get(token.term) ?? []) {
      const hash = hashTerm(term);
      const value = weight * confidence * translationFactor;
      crossed.set(hash, Math.max(value, crossed.get(hash) ?? 0));
    }
  }
  let square = 0;
  for (const weight of terms.values()) square += weight * weight;
  return { terms, crossed, length: Math.sqrt(square), recent, near: nearOf(text, dictionary) };
}

/** Cosine of two titles, 0 to 1; a word met through the other script counts in part. */
export function titleLikeness(wanted: TitleVector, shown: TitleVector): number {
  if (wanted.length === 0 || shown.length === 0) return 0;
  let dot = 0;
  for (const [hash, weight] of wanted.terms)
    dot += weight * (shown.terms.get(hash) ?? shown.crossed.get(hash) ?? 0);
  return Math.min(1, dot / (wanted.length * shown.length));
}

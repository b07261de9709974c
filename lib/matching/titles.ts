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
  /** the occupations that it is like, as a vector of length 1; empty without a classification */
  near: ReadonlyMap<number, number>;
};

/** Letters in common say more in a title of three words than in a text. */
const trigramBoost = 2;

const nothing: ReadonlyMap<number, number> = new Map();

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
  return {
    terms,
    crossed,
    length: Math.sqrt(square),
    recent,
    near: dictionary.occupationsLike?.(text) ?? nothing,
  };
}

/** Cosine of two titles, 0 to 1; a word met through the other script counts in part. */
export function titleLikeness(wanted: TitleVector, shown: TitleVector): number {
  if (wanted.length === 0 || shown.length === 0) return 0;
  let dot = 0;
  for (const [hash, weight] of wanted.terms)
    dot += weight * (shown.terms.get(hash) ?? shown.crossed.get(hash) ?? 0);
  return Math.min(1, dot / (wanted.length * shown.length));
}

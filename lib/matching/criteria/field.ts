import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { occupationLikeness, titleLikeness } from "../titles.ts";
import { conceptShare, wordOverlap } from "./requirements.ts";

/** Rises quickly at first: the tenth shared concept says less than the first. */
export const saturate = (x: number, half: number): number => ((1 + half) * x) / (x + half);

/** Length of an ordinary profile's own words, as `supply.ts` measures it. */
const usualLength = 9;
const lengthShare = 0.5;

/** Shares of concepts and words, of the whole need and of its title, and likeness of titles: each leaves less doubt. */
export function fieldFromShares(
  concepts: number,
  titleConcepts: number,
  words: number,
  titleWords: number,
  likeness: number,
  occupation: number,
): number {
  const doubt =
    (1 - 0.8 * saturate(concepts, 0.5)) *
    (1 - 0.35 * titleConcepts) *
    (1 - 0.45 * saturate(words, 0.5)) *
    (1 - 0.2 * titleWords) *
    (1 - 0.5 * likeness) *
    (1 - 0.9 * occupation);
  return 1 - doubt;
}

/** How near the person's field of work is to the need's, 0 to 1. */
export function fieldValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  if (need.field.terms.length === 0) return undefined;
  const tame = 1 - lengthShare + (lengthShare * Math.max(1, talent.length)) / usualLength;
  const words = Math.min(1, wordOverlap(need.field.terms, talent) / Math.max(0.75, tame));
  const titleWords = Math.min(1, wordOverlap(need.title.terms, talent));
  let likeness = 0;
  let occupation = 0;
  for (const title of talent.titles) {
    likeness = Math.max(likeness, title.recent * titleLikeness(need.titleVector, title));
    occupation = Math.max(occupation, title.recent * occupationLikeness(need.titleVector, title));
  }
  const titleConcepts = conceptShare(need.title.concepts, talent.concepts);
  // what a title alone says is not a second witness of itself
  if (need.titleOnly) return fieldFromShares(0, titleConcepts, 0, titleWords, likeness, occupation);
  const concepts = conceptShare(need.field.concepts, talent.concepts);
  return fieldFromShares(concepts, titleConcepts, words, titleWords, likeness, occupation);
}

import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import type { Credit } from "../links.ts";
import { wordOverlap } from "./requirements.ts";

/** Rises quickly at first: the tenth shared concept says less than the first. */
const saturate = (x: number, half: number): number => ((1 + half) * x) / (x + half);

/** Length of an ordinary profile's own words, as `supply.ts` measures it. */
const usualLength = 9;
const lengthShare = 0.5;

export function conceptShare(
  concepts: readonly { id: string; weight: number }[],
  credits: ReadonlyMap<string, Credit>,
): number {
  let sum = 0;
  for (const concept of concepts) sum += concept.weight * (credits.get(concept.id)?.credit ?? 0);
  return sum;
}

/** How near the person's field of work is to the need's, 0 to 1. */
export function fieldValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  if (need.field.terms.length === 0) return undefined;
  const tame = 1 - lengthShare + (lengthShare * Math.max(1, talent.length)) / usualLength;
  const words = Math.min(1, wordOverlap(need.field.terms, talent) / Math.max(0.75, tame));
  const titleWords = Math.min(1, wordOverlap(need.title.terms, talent));
  const concepts = conceptShare(need.field.concepts, talent.concepts);
  const titleConcepts = conceptShare(need.title.concepts, talent.concepts);
  const doubt =
    (1 - 0.8 * saturate(concepts, 0.5)) *
    (1 - 0.35 * titleConcepts) *
    (1 - 0.45 * saturate(words, 0.5)) *
    (1 - 0.35 * titleWords);
  return 1 - doubt;
}

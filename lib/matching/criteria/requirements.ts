import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { unionMonths } from "../dates.ts";
import type { Requirement, WeightedTerm } from "../demand.ts";
import type { Credit } from "../links.ts";
import { metFrom, unknownValue } from "../weights.ts";

/** How far a profile covers one phrase: 0 to 1. `solid` leaves out concepts that are merely related. */
export type Coverage = { value: number; solid: number };

/** What concepts alone may give when the phrase says more than they do. */
const conceptFloor = 0.7;
/** Words in common say less than concepts: the same word may be another trade. */
const wordShare = 0.45;

/** Value of a phrase from the share of its concepts that are met, how much of it they cover, and the share of its words. */
export const blend = (concept: number, covered: number, words: number): number =>
  1 - (1 - concept * (conceptFloor + (1 - conceptFloor) * covered)) * (1 - wordShare * words);

/** Share of the wanted concepts that the given ones answer, by weight. */
export function conceptShare(
  concepts: readonly { id: string; weight: number }[],
  credits: ReadonlyMap<string, Credit>,
): number {
  let sum = 0;
  for (const concept of concepts) sum += concept.weight * (credits.get(concept.id)?.credit ?? 0);
  return sum;
}

/**
 * Share of a phrase's words that the profile tells, weighted by rarity and by where they stand. A word within the name of a
 * concept that the profile shows is told too: 疲劳分析 by "fatigue analysis", so that no language has an advantage.
 */
export function wordOverlap(terms: readonly WeightedTerm[], talent: CompiledTalent): number {
  let sum = 0;
  for (const term of terms) {
    let told = talent.terms.get(term.hash) ?? 0;
    if (term.by) for (const id of term.by) told = Math.max(told, talent.concepts.get(id)?.solid ?? 0);
    sum += term.weight * told;
  }
  return sum;
}

/** What a phrase that names years keeps when none of them are shown. */
const yearsFloor = 0.5;

/** Months of work, internships apart, in jobs that show what a phrase asks for; null when no date is known. */
export function monthsWith(requirement: Requirement, talent: CompiledTalent): number | null {
  const jobs = talent.entries.filter((entry) => {
    if (entry.internship) return false;
    if (requirement.groups.length === 0) return true;
    return requirement.groups.some((group) =>
      group.hits.some((hit) => (entry.concepts.get(hit.conceptId)?.solid ?? 0) >= metFrom),
    );
  });
  const dated = jobs.map((entry) => entry.range).filter((range) => range !== null);
  return jobs.length > 0 && dated.length === 0 ? null : unionMonths(dated);
}

/** How much of a phrase counts by the years that it names: half without any of them, three quarters when nothing is known. */
export function yearsFactor(requirement: Requirement, talent: CompiledTalent): number {
  if (requirement.years === null) return 1;
  const months = talent.entries.length > 0 ? monthsWith(requirement, talent) : null;
  const share = months === null ? unknownValue : Math.min(1, months / (12 * requirement.years));
  return yearsFloor + (1 - yearsFloor) * share;
}

export function coverRequirement(requirement: Requirement, talent: CompiledTalent): Coverage {
  let credit = 0;
  let solid = 0;
  let weights = 0;
  for (const group of requirement.groups) {
    let best = 0;
    let bestSolid = 0;
    for (const hit of group.hits) {
      const found = talent.concepts.get(hit.conceptId);
      if (!found) continue;
      if (found.credit > best) best = found.credit;
      if (found.solid > bestSolid) bestSolid = found.solid;
    }
    credit += group.weight * best;
    solid += group.weight * bestSolid;
    weights += group.weight;
  }
  const words = Math.min(1, 1.6 * wordOverlap(requirement.terms, talent));
  const years = yearsFactor(requirement, talent);
  if (weights === 0) return { value: years * wordShare * words, solid: years * wordShare * words };
  return {
    value: years * blend(credit / weights, requirement.covered, words),
    solid: years * blend(solid / weights, requirement.covered, words),
  };
}

/** The weakest phrase weighs extra: a must-have that is absent is not made good by the others. */
export const weakestShare = 0.1;

export function mustHaveValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  if (need.mustHave.length === 0) return undefined;
  let sum = 0;
  let least = 1;
  for (const requirement of need.mustHave) {
    const { value } = coverRequirement(requirement, talent);
    sum += value;
    least = Math.min(least, value);
  }
  return (1 - weakestShare) * (sum / need.mustHave.length) + weakestShare * least;
}

export function preferredValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  if (need.preferred.length === 0) return undefined;
  let sum = 0;
  for (const requirement of need.preferred) sum += coverRequirement(requirement, talent).value;
  return sum / need.preferred.length;
}

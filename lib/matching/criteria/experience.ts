import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import type { Entry } from "../entries.ts";
import { unknownValue } from "../weights.ts";
import { conceptShare } from "./requirements.ts";

/** How near one job is to the need's field: concepts only, so that two scripts count alike. */
export const entryRelevance = (need: CompiledNeed, entry: Entry): number =>
  Math.min(1, 2.5 * conceptShare(need.field.concepts, entry.concepts));

/** Years against the minimum, 0 to 1; undefined when the need names none, null when the profile is silent. */
export function yearsValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const least = need.input.experienceYearsMin;
  if (!least || least <= 0) return undefined;
  return talent.months === null ? null : Math.min(1, talent.months / (12 * least));
}

/** The best job by nearness and recency, and the share of working time spent near the field. */
export function relevanceValue(need: CompiledNeed, talent: CompiledTalent): number | null {
  if (talent.entries.length === 0) return null;
  let best = 0;
  let near = 0;
  let all = 0;
  for (const entry of talent.entries) {
    const relevance = entryRelevance(need, entry) * entry.recent;
    best = Math.max(best, relevance);
    near += relevance * entry.months;
    all += entry.months;
  }
  return 0.7 * best + 0.3 * (all > 0 ? near / all : 0);
}

/** Value by steps between the talent's seniority and the need's, from -4 to 4. */
const stepValues = [0.05, 0.15, 0.4, 0.75, 1, 0.95, 0.75, 0.4, 0.2] as const;

export const seniorityStep = (step: number): number => stepValues[Math.max(-4, Math.min(4, step)) + 4] ?? 0.5;

export function seniorityValue(need: CompiledNeed, talent: CompiledTalent): number | null {
  if (need.seniority === null || talent.seniority === null) return null;
  return seniorityStep(talent.seniority - need.seniority);
}

/** Years (undefined: not asked), nearness of the jobs and seniority as one value; what is not known counts little or drops out. */
export function experienceFromParts(
  years: number | null | undefined,
  relevance: number | null,
  seniority: number | null,
): number | undefined {
  if (years === undefined && relevance === null && seniority === null) return undefined;
  let sum = 0.4 * (relevance ?? 0.2);
  let weights = 0.4;
  if (years !== undefined) {
    sum += 0.35 * (years ?? unknownValue);
    weights += 0.35;
  }
  if (seniority !== null) {
    sum += 0.25 * seniority;
    weights += 0.25;
  }
  return sum / weights;
}

/** null when the profile states no experience although the need asks for it. */
export function experienceValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const years = yearsValue(need, talent);
  // the step in a lone title is that of two titles that are already compared
  const silent = !talent.input.experience && (need.titleOnly || !talent.input.headline);
  if (silent) return years === undefined ? undefined : null;
  const relevance = relevanceValue(need, talent);
  const seniority = seniorityValue(need, talent);
  return experienceFromParts(years, relevance, seniority);
}

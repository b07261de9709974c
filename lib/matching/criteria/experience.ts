import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import type { Entry } from "../entries.ts";
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

const stepValue = new Map([
  [-4, 0.1],
  [-3, 0.15],
  [-2, 0.4],
  [-1, 0.75],
  [0, 1],
  [1, 0.95],
  [2, 0.8],
  [3, 0.6],
  [4, 0.5],
]);

export function seniorityValue(need: CompiledNeed, talent: CompiledTalent): number | null {
  if (need.seniority === null || talent.seniority === null) return null;
  return stepValue.get(Math.max(-4, Math.min(4, talent.seniority - need.seniority))) ?? 0.5;
}

/** null when the profile states no experience although the need asks for it. */
export function experienceValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const years = yearsValue(need, talent);
  if (!talent.input.experience && !talent.input.headline) return years === undefined ? undefined : null;
  const relevance = relevanceValue(need, talent);
  const seniority = seniorityValue(need, talent);
  if (years === undefined && relevance === null && seniority === null) return undefined;
  const parts: [number, number][] = [];
  if (years !== undefined) parts.push([0.35, years ?? 0.5]);
  parts.push([0.4, relevance ?? 0.2]);
  if (seniority !== null) parts.push([0.25, seniority]);
  let sum = 0;
  let weights = 0;
  for (const [weight, value] of parts) {
    sum += weight * value;
    weights += weight;
  }
  return sum / weights;
}

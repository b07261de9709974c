import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { dayIndex } from "../dates.ts";
import { freshnessHalfLifeYears } from "../weights.ts";

/** Days since the profile was last confirmed; null when unknown. */
export function ageInDays(need: Pick<CompiledNeed, "context">, talent: CompiledTalent): number | null {
  const today = dayIndex(need.context.asOf);
  const updated = dayIndex(talent.input.updatedAt);
  return today === null || updated === null ? null : Math.max(0, today - updated);
}

export const freshnessOf = (days: number): number => 0.5 ** (days / 365.25 / freshnessHalfLifeYears);

export function freshnessValue(need: CompiledNeed, talent: CompiledTalent): number | null {
  const age = ageInDays(need, talent);
  return age === null ? null : freshnessOf(age);
}

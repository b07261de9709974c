import type { CompiledNeed, CompiledTalent } from "../compile.ts";

/** Least expected against most offered, both a year in one currency. */
export function payFromRatio(expected: number, offered: number): number {
  if (offered <= 0) return expected > 0 ? 0 : 1;
  const ratio = expected / offered;
  return ratio <= 1 ? 1 : Math.max(0, 1 - 2 * (ratio - 1));
}

/** 1 while the expectation stays within the offer, half at its conflict limit (1.25 ×), 0 at 1.5 ×. */
export function payValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  if (!need.pay) return undefined;
  if (!talent.pay) return null;
  return payFromRatio(talent.pay.min, need.pay.max);
}

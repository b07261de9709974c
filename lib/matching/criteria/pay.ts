import type { CompiledNeed, CompiledTalent } from "../compile.ts";

/** 1 while the expectation stays within the offer, half at its conflict limit (1.25 ×), 0 at 1.5 ×. */
export function payValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  if (!need.pay) return undefined;
  if (!talent.pay) return null;
  if (need.pay.max <= 0) return talent.pay.min > 0 ? 0 : 1;
  const ratio = talent.pay.min / need.pay.max;
  return ratio <= 1 ? 1 : Math.max(0, 1 - 2 * (ratio - 1));
}

import type { CompiledNeed, CompiledTalent } from "../compile.ts";
import { dayIndex } from "../dates.ts";
import { unknownValue } from "../weights.ts";

/** The person's first choice of engagement counts fully, a later one a little less. */
export function modeValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const offered = need.input.modes ?? [];
  if (offered.length === 0) return undefined;
  const intended = talent.input.intentions;
  if (!intended) return null;
  const first = intended.findIndex((mode) => (offered as readonly string[]).includes(mode));
  return first < 0 ? 0 : first === 0 ? 1 : 0.9;
}

/** Days a month offered against days wanted; only where days are named. */
export function daysValue(need: CompiledNeed, talent: CompiledTalent): number | undefined {
  const wanted = need.input.daysPerMonth;
  const offered = talent.input.daysPerMonth;
  if (!wanted || !offered) return undefined;
  return Math.min(1, offered / wanted);
}

/** 1 when free by the start, falling to 0.5 at the deadline, 0 after it. */
export function availabilityValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const deadline = dayIndex(need.input.deadline);
  if (deadline === null) return undefined;
  const from = dayIndex(talent.input.availableFrom);
  if (from === null) return null;
  const start = Math.min(dayIndex(need.input.start) ?? deadline, deadline);
  if (from <= start) return 1;
  return from > deadline ? 0 : 1 - (0.5 * (from - start)) / (deadline - start);
}

export function termsValue(need: CompiledNeed, talent: CompiledTalent): number | null | undefined {
  const parts: [number, number | null | undefined][] = [
    [0.5, modeValue(need, talent)],
    [0.35, availabilityValue(need, talent)],
    [0.15, daysValue(need, talent)],
  ];
  const asked = parts.filter(([, value]) => value !== undefined);
  if (asked.length === 0) return undefined;
  if (asked.every(([, value]) => value === null)) return null;
  let sum = 0;
  let weights = 0;
  for (const [weight, value] of asked) {
    sum += weight * (value ?? unknownValue);
    weights += weight;
  }
  return sum / weights;
}

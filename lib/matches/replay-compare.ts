import type { CriterionId, MatchResult } from "#lib/matching/types.ts";

type Part = { value: number | null; weight: number; contribution: number };
export type ReplayedPart = { id: CriterionId; stored: Part | null; now: Part | null; same: boolean };
export type Numbers = Pick<
  MatchResult,
  | "score"
  | "order"
  | "needToTalent"
  | "talentToNeed"
  | "conflicts"
  | "engineVersion"
  | "dictionaryVersion"
  | "weightsVersion"
>;
/** What may not be as it was when a match was computed. */
export const CHANGES = ["engine", "dictionary", "weights", "need", "talent"] as const;
export type Change = (typeof CHANGES)[number];

export const numbersOf = (result: MatchResult): Numbers => ({
  score: result.score,
  order: result.order,
  needToTalent: result.needToTalent,
  talentToNeed: result.talentToNeed,
  conflicts: result.conflicts,
  engineVersion: result.engineVersion,
  dictionaryVersion: result.dictionaryVersion,
  weightsVersion: result.weightsVersion,
});

const NEAR = 1e-9;
const near = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < NEAR);

/** The criteria of both results side by side, in the order of the stored one; such that only one has stand last. */
export function partsOf(stored: MatchResult, now: MatchResult | null): ReplayedPart[] {
  const ids = [...new Set([...stored.criteria, ...(now?.criteria ?? [])].map((one) => one.id))];
  const partIn = (result: MatchResult | null, id: CriterionId): Part | null => {
    const found = result?.criteria.find((one) => one.id === id);
    return found ? { value: found.value, weight: found.weight, contribution: found.contribution } : null;
  };
  return ids.map((id) => {
    const [a, b] = [partIn(stored, id), partIn(now, id)];
    const same =
      a && b
        ? near(a.value, b.value) && near(a.weight, b.weight) && near(a.contribution, b.contribution)
        : a === b;
    return { id, stored: a, now: b, same };
  });
}

/** Whether a person would read the same of both: points, weights and conflicts. */
export const isSame = (stored: MatchResult, now: MatchResult): boolean =>
  partsOf(stored, now).every((part) => part.same) &&
  stored.score === now.score &&
  [...stored.conflicts].sort().join() === [...now.conflicts].sort().join();

/** What changed since: versions, and records that were written after the match was computed. */
export function changesOf(
  stored: Numbers,
  now: Numbers | null,
  times: { computedAt: Date; need: Date; talent: Date },
): Change[] {
  const changed: Record<Change, boolean> = {
    engine: now !== null && now.engineVersion !== stored.engineVersion,
    dictionary: now !== null && now.dictionaryVersion !== stored.dictionaryVersion,
    weights: now !== null && now.weightsVersion !== stored.weightsVersion,
    need: times.need > times.computedAt,
    talent: times.talent > times.computedAt,
  };
  return CHANGES.filter((one) => changed[one]);
}

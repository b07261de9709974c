import type { Criterion, MatchResult, Reason } from "#lib/matching/types.ts";

const EMPTY = { checks: [], criteria: [], missing: [], wouldChange: [], conflicts: [] };

/** The stored result; parts that an erasure took away are empty. */
export const explanationOf = (stored: unknown): MatchResult => ({
  ...EMPTY,
  ...(typeof stored === "object" && stored !== null ? (stored as MatchResult) : ({} as MatchResult)),
});

/** Reasons for and against in a few sentences: what is met first, then what conflicts or is close to it. */
export function highlights(result: MatchResult, most = 3): { fits: Reason[]; cautions: Reason[] } {
  const conflicts = result.checks
    .filter((check) => check.outcome === "conflict")
    .map((check) => check.reason);
  const close = result.criteria.flatMap((one) => one.reasons).filter((one) => CLOSE.includes(one.key));
  const cautions = [...conflicts, ...close];
  const best = [...result.criteria]
    .filter((one) => (one.value ?? 0) >= 0.5 && one.id !== "freshness")
    .sort((a, b) => b.contribution - a.contribution);
  const fits = best.flatMap(firstReason).filter((reason) => !cautions.includes(reason));
  return { fits: fits.slice(0, most), cautions: cautions.slice(0, most) };
}

/** Not a conflict, but worth talking about. */
const CLOSE = ["pay.upperEnd", "terms.daysFewer", "terms.availableAfterStart"];

/** Of the requirements the one that is met says more than the count. */
function firstReason(criterion: Criterion): Reason[] {
  const met = criterion.reasons.find((one) => one.key === "requirement.met");
  const first = met ?? criterion.reasons[0];
  return first ? [first] : [];
}

/** What an enterprise may see of a comparison: the parts of the score, without a word of the profile. */
export const partsOnly = (result: MatchResult) =>
  result.criteria.map(({ id, value, weight, contribution }) => ({ id, value, weight, contribution }));
export type ScorePart = ReturnType<typeof partsOnly>[number];

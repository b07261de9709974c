import type { PairScore } from "#lib/matching/score.ts";
import { SCORE_FLOOR } from "./policy.ts";
import { type Existing, isUntouched } from "./save.ts";
import { countBefore } from "./standing.ts";

export type Side = "need" | "talent";
type Pair = { needId: string; talentId: string };

/** The id of the other end of a pair, seen from one side. */
export const otherOf = (side: Side) => (pair: Pair) => (side === "need" ? pair.talentId : pair.needId);

/** What waited before, with the order it had then. */
export type Held = Existing & { priority: number };

export type Depths = { own: number; other: number };

/** The best of one side's list: those above the floor, as many as it holds. */
export const bestOf = (ranked: readonly PairScore[], depth: number): PairScore[] =>
  ranked.filter((pair) => pair.base >= SCORE_FLOOR).slice(0, depth);

/**
 * A pair is a suggestion when it stands above the floor and in the best of the need or in the best of the talent; what a person
 * took up stays whatever its score. So which pairs are saved does not depend on which side was ranked first. Returns, of all
 * ranked pairs (the best first), those to save.
 */
export async function choose(
  side: Side,
  own: string,
  ranked: readonly PairScore[],
  existing: readonly Held[],
  { own: depth, other: otherDepth }: Depths,
): Promise<PairScore[]> {
  const other = otherOf(side);
  const above = ranked.filter((pair) => pair.base >= SCORE_FLOOR);
  const best = new Set(above.slice(0, depth).map(other));
  const taken = new Set(existing.filter((match) => !isUntouched(match)).map(other));
  const rest = above.slice(depth).map((pair) => ({ id: other(pair), order: pair.order }));
  const before = await countBefore(side === "need" ? "talent" : "need", own, rest, otherDepth);
  return ranked.filter((pair) => {
    const id = other(pair);
    return best.has(id) || taken.has(id) || (before.get(id) ?? otherDepth) < otherDepth;
  });
}

/** Freshness alone lowers every order by less than this from one day to the next. */
const DRIFT = 0.02;

/**
 * Lists of the other side in whose best this one stood and may not stand any more: another pair may have to enter there, which
 * only ranking that list can tell.
 */
export async function listsLeft(
  side: Side,
  own: string,
  existing: readonly Held[],
  chosen: readonly PairScore[],
  depth: number,
): Promise<string[]> {
  const other = otherOf(side);
  const now = new Map(chosen.map((pair) => [other(pair), pair.order]));
  const fallen = existing.filter((match) => (now.get(other(match)) ?? -1) < match.priority - DRIFT);
  const lists: Side = side === "need" ? "talent" : "need";
  const stood = await countBefore(
    lists,
    own,
    fallen.map((match) => ({ id: other(match), order: match.priority })),
    depth,
  );
  const stands = await countBefore(
    lists,
    own,
    fallen.map((match) => ({ id: other(match), order: now.get(other(match)) ?? -1 })),
    depth,
  );
  return fallen
    .map(other)
    .filter(
      (id) => (stood.get(id) ?? depth) < depth && (!now.has(id) || (stands.get(id) ?? depth) >= depth - 1),
    );
}

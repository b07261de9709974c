import type { CompiledNeed, CompiledTalent } from "./compile.ts";
import { type PairScore, scorePair } from "./score.ts";

export type RankOptions = { depth?: number };
export const defaultDepth = 50;

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function best(pairs: PairScore[], id: (pair: PairScore) => string, options: RankOptions): PairScore[] {
  pairs.sort((a, b) => b.order - a.order || compareIds(id(a), id(b)));
  return pairs.slice(0, options.depth ?? defaultDepth);
}

/** Talents for a need, best first; equal ones by id. */
export function rankTalents(
  need: CompiledNeed,
  talents: readonly CompiledTalent[],
  options: RankOptions = {},
): PairScore[] {
  return best(
    talents.map((talent) => scorePair(need, talent)),
    (pair) => pair.talentId,
    options,
  );
}

/** Needs for a talent, best first; equal ones by id. */
export function rankNeeds(
  talent: CompiledTalent,
  needs: readonly CompiledNeed[],
  options: RankOptions = {},
): PairScore[] {
  return best(
    needs.map((need) => scorePair(need, talent)),
    (pair) => pair.needId,
    options,
  );
}

import { explain } from "#lib/matching/explain.ts";
import { rankNeeds, rankTalents } from "#lib/matching/rank.ts";
import type { PairScore } from "#lib/matching/score.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import type { PooledNeed, PooledTalent } from "./compiled-cache.ts";
import { blocks } from "./employers.ts";
import type { Generation } from "./generation.ts";
import type { IndexPool } from "./index-pool.ts";

/**
 * A pool of so many is compared in full: that takes some milliseconds, and the list is the engine's own without exception. In a
 * larger one the index names the candidates; how many are needed was measured (docs/matching.md).
 */
const SMALL = 2000;
export const CANDIDATES = { talents: 400, needs: 300 };

/** One side with every pair that was compared, the best first; `stamp` is the state of its own row. */
export type Ranked = Compared & { stamp: string };
type Compared = {
  pairs: PairScore[];
  /** the state of another side's row that was looked at, those of blocked employers too; null when it is not to be matched */
  stampOf(otherId: string): string | null;
  explain(pair: PairScore): MatchResult;
};

/** Listed talents for a need, or open needs for a talent: the best by the index and those named in `also`, compared by the engine itself. Null when the side itself is not to be matched. */
export async function rankFor(
  pool: IndexPool,
  side: "need" | "talent",
  id: string,
  also: readonly string[],
): Promise<Ranked | null> {
  const generation = await pool.current();
  if (side === "need") {
    const need = (await pool.cache.needs.get([id])).get(id);
    return need ? { stamp: need.stamp, ...(await rankForNeed(pool, generation, need, also)) } : null;
  }
  const talent = (await pool.cache.talents.get([id])).get(id);
  return talent ? { stamp: talent.stamp, ...(await rankForTalent(pool, generation, talent, also)) } : null;
}

type Need = Pick<PooledNeed, "compiled" | "employer">;

/** A need, saved or not. */
export async function rankForNeed(
  pool: IndexPool,
  generation: Generation,
  need: Need,
  also: readonly string[],
): Promise<Compared> {
  const others = await pool.cache.talents.get(new Set([...talentsFor(generation, need), ...also]));
  const allowed = [...others.values()].filter(({ blocked }) => !blocks(blocked, need.employer));
  const compiled = allowed.map((one) => one.compiled);
  return {
    pairs: rankTalents(need.compiled, compiled, { depth: compiled.length }),
    stampOf: (talentId) => others.get(talentId)?.stamp ?? null,
    explain: ({ talentId }) => explain(need.compiled, (others.get(talentId) as PooledTalent).compiled),
  };
}

async function rankForTalent(
  pool: IndexPool,
  generation: Generation,
  talent: PooledTalent,
  also: readonly string[],
): Promise<Compared> {
  const others = await pool.cache.needs.get(new Set([...needsFor(generation, talent), ...also]));
  const allowed = [...others.values()].filter(({ employer }) => !blocks(talent.blocked, employer));
  const compiled = allowed.map((one) => one.compiled);
  return {
    pairs: rankNeeds(talent.compiled, compiled, { depth: compiled.length }),
    stampOf: (needId) => others.get(needId)?.stamp ?? null,
    explain: ({ needId }) => explain((others.get(needId) as PooledNeed).compiled, talent.compiled),
  };
}

/** Candidates by the dictionary of the index, which may be older than the one that scores. */
function talentsFor(generation: Generation, { compiled }: Need): string[] {
  if (generation.talents.size > SMALL) {
    const row = generation.needRow(compiled.input, compiled.context.weights);
    return generation.talents.find(row, { depth: CANDIDATES.talents }).map(({ talentId }) => talentId);
  }
  // those without a row yet included
  const ids = [...generation.missing];
  generation.talents.each((_rows, _row, id) => ids.push(id));
  return ids;
}

function needsFor(generation: Generation, { compiled }: PooledTalent): string[] {
  if (generation.needs.size <= SMALL) return [...generation.needs.ids()];
  const row = generation.vocabulary.talentRow(compiled);
  return generation.needs.find(row, { depth: CANDIDATES.needs }).map(({ needId }) => needId);
}

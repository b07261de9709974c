import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { ConflictError } from "#lib/errors.ts";
import type { PairScore } from "#lib/matching/score.ts";
import { bestOf, choose, type Held, listsLeft, otherOf, type Side } from "./choose.ts";
import { noteRanked } from "./engine-facts.ts";
import { pool } from "./index-pool.ts";
import { DEPTH_OF_NEED, DEPTH_OF_TALENT, FIRST_SEEN, waiting } from "./policy.ts";
import { type Ranked, rankFor } from "./ranking.ts";
import { type Pair, saveSuggestions } from "./save.ts";
import { turn } from "./turns.ts";
import { rankedWith } from "./versions.ts";

const TRIES = 4;

const existingOf = (where: { needId: string } | { talentId: string }): Promise<Held[]> =>
  db.match.findMany({
    where: { ...where, status: waiting },
    select: { needId: true, talentId: true, status: true, origin: true, assigneeId: true, priority: true },
    orderBy: [{ priority: "desc" }, { id: "asc" }],
    take: 2000,
  });

const depthsOf = (side: Side) =>
  side === "need"
    ? { own: DEPTH_OF_NEED, other: DEPTH_OF_TALENT }
    : { own: DEPTH_OF_TALENT, other: DEPTH_OF_NEED };

/** Ranks listed talents for a need and writes its suggestions. A need that takes no more loses them. */
export const refreshNeed = (needId: string): Promise<void> => refresh("need", needId);

/** Ranks open needs for a talent and writes its suggestions. A talent who is not listed loses them. */
export const refreshTalent = (talentId: string): Promise<void> => refresh("talent", talentId);

/** Asks the other side's newest state again when a row changed between ranking and writing. */
async function refresh(side: Side, id: string): Promise<void> {
  const begun = performance.now();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const existing = await existingOf(side === "need" ? { needId: id } : { talentId: id });
    const ranked = await rankFor(pool(), side, id, existing.map(otherOf(side)));
    const complete = pool().ready;
    if (!(await write(side, id, existing, ranked))) continue;
    await noteMatched(side, id, complete);
    noteRanked(performance.now() - begun);
    return;
  }
  throw new ConflictError();
}

/**
 * The first ten of the side's own are written first, because that is what somebody waits for and explaining is most of the work;
 * then all of its best with what enters lists of the other side, and what no longer qualifies goes. False when a row changed
 * meanwhile.
 */
async function write(side: Side, id: string, existing: Held[], ranked: Ranked | null): Promise<boolean> {
  const depths = depthsOf(side);
  const { indexVersion } = pool();
  if (!ranked) {
    const left = await listsLeft(side, id, existing, [], depths.other);
    return saveSuggestions({ side, id, stamp: null, pairs: [], existing, left, indexVersion });
  }
  const toPairs = explainedOnce(ranked, otherOf(side));
  const stamps = new Map(
    existing.map((match) => [otherOf(side)(match), ranked.stampOf(otherOf(side)(match))]),
  );
  const work = { side, id, stamp: ranked.stamp, stamps, indexVersion };
  const first = bestOf(ranked.pairs, FIRST_SEEN);
  if (ranked.pairs.length > first.length) {
    const written = await saveSuggestions({ ...work, pairs: await toPairs(first), existing: [] });
    if (!written) return false;
  }
  const chosen = await choose(side, id, ranked.pairs, existing, depths);
  const left = await listsLeft(side, id, existing, chosen, depths.other);
  return saveSuggestions({ ...work, pairs: await toPairs(chosen), existing, left });
}

/** An explanation takes most of the time of a pair. */
function explainedOnce(ranked: Ranked, other: (pair: PairScore) => string) {
  const known = new Map<string, Pair>();
  return async (pairs: readonly PairScore[]): Promise<Pair[]> => {
    const out: Pair[] = [];
    for (const pair of pairs) {
      const id = other(pair);
      let found = known.get(id);
      if (!found) {
        found = { result: ranked.explain(pair), otherStamp: ranked.stampOf(id) ?? "" };
        known.set(id, found);
        await turn();
      }
      out.push(found);
    }
    return out;
  };
}

/** In statements of their own: in the write's transaction two jobs that share a pair could wait for each other. */
async function noteMatched(side: Side, id: string, complete: boolean) {
  if (side === "need") await db.need.updateMany({ where: { id }, data: { matchedAt: now() } });
  else await db.talent.updateMany({ where: { id }, data: { matchedAt: now() } });
  // a list of an index that was not complete is made anew when it is
  if (complete) await db.poolRecord.updateMany({ where: { id }, data: { rankedWith: rankedWith() } });
}

import { now, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { ConflictError } from "#lib/errors.ts";
import { type CompiledNeed, type CompiledTalent, compileTalent } from "#lib/matching/compile.ts";
import { explain } from "#lib/matching/explain.ts";
import { rankNeeds, rankTalents } from "#lib/matching/rank.ts";
import type { PairScore } from "#lib/matching/score.ts";
import { blocks } from "./employers.ts";
import { compileNeedRow, contextOf } from "./engine.ts";
import {
  DEPTH_OF_NEED,
  DEPTH_OF_TALENT,
  matchableNeed,
  matchableTalent,
  SCORE_FLOOR,
  waiting,
} from "./policy.ts";
import { pool } from "./pool.ts";
import { needRecord, stampOf, talentInputOf, talentRecord } from "./records.ts";
import { type Existing, isUntouched, type Pair, saveSuggestions } from "./save.ts";

const TRIES = 4;
/** Suggestions of one need or talent that are kept up to date, at most: the best of its own list and those of the other side. */
const KEPT = 200;

const existingOf = (where: { needId: string } | { talentId: string }): Promise<Existing[]> =>
  db.match.findMany({
    where: { ...where, status: waiting },
    select: { needId: true, talentId: true, status: true, origin: true, assigneeId: true },
    orderBy: [{ priority: "desc" }, { id: "asc" }],
    take: 1000,
  });

/** Which of the ranked are written: the best above the floor, what already waits above it, and what people took up whatever its score. */
function choose(
  ranked: PairScore[],
  existing: Existing[],
  other: (pair: { needId: string; talentId: string }) => string,
  depth: number,
): PairScore[] {
  const held = new Map(existing.map((match) => [other(match), match]));
  let fresh = 0;
  let kept = 0;
  return ranked.filter((pair) => {
    const match = held.get(other(pair));
    if (match && !isUntouched(match)) return true;
    if (pair.base < SCORE_FLOOR) return false;
    fresh++;
    if (!match && fresh > depth) return false;
    return ++kept <= KEPT;
  });
}

/** Asks the other side's newest state again when a row changed between ranking and writing. */
async function untilWritten(work: () => Promise<boolean>) {
  for (let attempt = 0; attempt < TRIES; attempt++) if (await work()) return;
  throw new ConflictError();
}

/** Ranks all listed talents for a need and writes the best as suggestions. A need that takes no more loses its suggestions. */
export async function refreshNeed(needId: string): Promise<void> {
  await untilWritten(async () => {
    const row = await db.need.findFirst({
      where: { id: needId, ...matchableNeed(today()) },
      select: { ...needRecord, enterprise: { select: { id: true, name: true, nameEn: true } } },
    });
    const existing = await existingOf({ needId });
    if (!row) return saveSuggestions({ side: "need", id: needId, stamp: null, pairs: [], existing });
    const entries = await pool().talents();
    const need = compileNeedRow(row);
    const allowed: CompiledTalent[] = [];
    for (const entry of entries.values())
      if (!blocks(entry.blocked, row.enterprise)) allowed.push(entry.compiled);
    const ranked = rankTalents(need, allowed, { depth: allowed.length });
    const chosen = choose(ranked, existing, (pair) => pair.talentId, DEPTH_OF_NEED);
    const pairs: Pair[] = chosen.map((pair) => ({
      result: explain(need, entries.get(pair.talentId)!.compiled),
      otherStamp: entries.get(pair.talentId)!.stamp,
    }));
    const stamps = new Map(existing.map(({ talentId }) => [talentId, entries.get(talentId)?.stamp ?? null]));
    return saveSuggestions({ side: "need", id: needId, stamp: stampOf(row), pairs, existing, stamps });
  });
  await noteMatched("need", needId);
}

/** Ranks all open needs for a talent and writes the best as suggestions. A talent who is not listed loses them. */
export async function refreshTalent(talentId: string): Promise<void> {
  await untilWritten(async () => {
    const row = await db.talent.findFirst({
      where: { id: talentId, ...matchableTalent },
      select: talentRecord,
    });
    const existing = await existingOf({ talentId });
    if (!row) return saveSuggestions({ side: "talent", id: talentId, stamp: null, pairs: [], existing });
    const entries = await pool().needs();
    const employers = await employersOf([
      ...new Set([...entries.values()].map((entry) => entry.enterpriseId)),
    ]);
    const talent = compileTalent(talentInputOf(row), contextOf());
    const allowed: CompiledNeed[] = [];
    for (const entry of entries.values()) {
      const employer = employers.get(entry.enterpriseId);
      if (employer && !blocks(row.blockedEmployers, employer)) allowed.push(entry.compiled);
    }
    const ranked = rankNeeds(talent, allowed, { depth: allowed.length });
    const chosen = choose(ranked, existing, (pair) => pair.needId, DEPTH_OF_TALENT);
    const pairs: Pair[] = chosen.map((pair) => ({
      result: explain(entries.get(pair.needId)!.compiled, talent),
      otherStamp: entries.get(pair.needId)!.stamp,
    }));
    const stamps = new Map(existing.map(({ needId }) => [needId, entries.get(needId)?.stamp ?? null]));
    return saveSuggestions({ side: "talent", id: talentId, stamp: stampOf(row), pairs, existing, stamps });
  });
  await noteMatched("talent", talentId);
}

async function employersOf(ids: string[]) {
  const rows = await db.enterprise.findMany({
    where: { id: { in: ids }, status: "VERIFIED" },
    select: { id: true, name: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** In a statement of its own: in the write's transaction two jobs that share a pair could wait for each other. */
async function noteMatched(side: "need" | "talent", id: string) {
  if (side === "need") await db.need.updateMany({ where: { id }, data: { matchedAt: now() } });
  else await db.talent.updateMany({ where: { id }, data: { matchedAt: now() } });
}

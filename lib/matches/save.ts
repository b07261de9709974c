import { randomUUID } from "node:crypto";
import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { MatchOrigin, MatchStatus } from "#prisma/generated/enums.ts";
import { resultColumns } from "./engine.ts";
import { matchableNeedSql, matchableTalentSql } from "./live.ts";

/** A result with the state of the other side's row that it was computed from. */
export type Pair = { result: MatchResult; otherStamp: string };
export type Existing = {
  needId: string;
  talentId: string;
  status: MatchStatus;
  origin: MatchOrigin;
  assigneeId: string | null;
};
export type Work = {
  side: "need" | "talent";
  id: string;
  /** the state of the side's own row; null when it is not to be matched */
  stamp: string | null;
  pairs: Pair[];
  /** what waited before ranking */
  existing: Existing[];
  /** the pool's state of the other side of each existing one, null when it is not in the pool */
  stamps?: Map<string, string | null>;
  /** lists of the other side that may have to take others */
  left?: readonly string[];
  /** what the index had seen */
  indexVersion: string;
};
type Live = { id: string; stamp: string; live: boolean };

export const matcher = systemViewer("matching");

/** A suggestion that nobody has looked at may go; what a person took up, nominated or asked for stays. */
export const isUntouched = (match: Existing) =>
  match.status === "SUGGESTED" && match.origin === "SUGGESTED" && match.assigneeId === null;

/**
 * Writes one side's suggestions in one statement and removes those that no longer qualify. Returns false, with nothing
 * written, when a row involved is not in the state that was ranked: the caller ranks again. The rows are held until the end
 * (FOR SHARE), so that a profile that is taken back meanwhile waits, and its own job then finds these suggestions.
 */
export async function saveSuggestions(work: Work): Promise<boolean> {
  return transaction(matcher, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`matches:${work.side}:${work.id}`}, 0))`;
    const otherIdOf = (pair: { needId: string; talentId: string }) =>
      work.side === "need" ? pair.talentId : pair.needId;
    const [own] = await hold(tx, work.side, [work.id]);
    if (work.stamp !== null && (!own?.live || own.stamp !== work.stamp)) return false;
    if (work.stamp === null && own?.live) return false;
    const ids = [
      ...new Set([...work.pairs.map((p) => otherIdOf(p.result)), ...work.existing.map(otherIdOf)]),
    ];
    const others = new Map(
      (await hold(tx, work.side === "need" ? "talent" : "need", ids)).map((row) => [row.id, row]),
    );
    const ranked = new Map(work.pairs.map((pair) => [otherIdOf(pair.result), pair.otherStamp]));
    for (const id of ids) {
      const seen = ranked.get(id) ?? work.stamps?.get(id) ?? null;
      const row = others.get(id);
      if (work.stamp !== null && row?.live && row.stamp !== seen) return false;
    }
    const pairs = work.pairs.filter((pair) => others.get(otherIdOf(pair.result))?.live);
    const written = await upsert(tx, pairs, work.indexVersion);
    const removed = await removeOthers(
      tx,
      work,
      new Set(pairs.map((pair) => otherIdOf(pair.result))),
      otherIdOf,
    );
    if (written + removed > 0)
      await audit(tx, matcher, {
        action: `${work.side}.matched`,
        record: [work.side, work.id],
        detail: { written, removed },
      });
    await refillLists(tx, work);
    return true;
  });
}

/** The rows' states, held against change until the transaction ends, in order of id. */
function hold(tx: Tx, side: "need" | "talent", ids: string[]): Promise<Live[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const state = Prisma.sql`r.id::text AS id,
    r.version || '@' || (extract(epoch FROM r."updatedAt") * 1000)::bigint AS stamp`;
  return side === "talent"
    ? tx.$queryRaw`SELECT ${state}, ${matchableTalentSql} AS live FROM "Talent" r
        WHERE r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR SHARE OF r`
    : tx.$queryRaw`SELECT ${state}, ${matchableNeedSql(today())} AS live FROM "Need" r
        WHERE r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR SHARE OF r`;
}

/** New pairs are added, waiting ones get the new result, decided ones are left alone. Returns how many rows changed. */
function upsert(tx: Tx, pairs: Pair[], indexVersion: string): Promise<number> {
  if (pairs.length === 0) return Promise.resolve(0);
  const rows = pairs.map(({ result }) => ({
    id: randomUUID(),
    needId: result.needId,
    talentId: result.talentId,
    ...resultColumns(result),
    explanation: result,
  }));
  return tx.$executeRaw`
    INSERT INTO "Match" (id, "needId", "talentId", status, origin, score, "needToTalent", "talentToNeed", conflicts, priority,
      explanation, "engineVersion", "dictionaryVersion", "weightsVersion", "indexVersion", "computedAt", "createdAt", "updatedAt")
    SELECT r.id, r."needId", r."talentId", 'SUGGESTED', 'SUGGESTED', r.score, r."needToTalent", r."talentToNeed", r.conflicts, r.priority,
      r.explanation, r."engineVersion", r."dictionaryVersion", r."weightsVersion", ${indexVersion}, ${now()}, ${now()}, ${now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "needId" uuid, "talentId" uuid, score float8,
      "needToTalent" float8, "talentToNeed" float8, conflicts text[], priority float8, explanation jsonb,
      "engineVersion" text, "dictionaryVersion" text, "weightsVersion" text)
    ORDER BY r."needId", r."talentId"
    ON CONFLICT ("needId", "talentId") DO UPDATE SET
      score = EXCLUDED.score, "needToTalent" = EXCLUDED."needToTalent", "talentToNeed" = EXCLUDED."talentToNeed",
      conflicts = EXCLUDED.conflicts, priority = EXCLUDED.priority, explanation = EXCLUDED.explanation,
      "engineVersion" = EXCLUDED."engineVersion", "dictionaryVersion" = EXCLUDED."dictionaryVersion",
      "weightsVersion" = EXCLUDED."weightsVersion", "indexVersion" = EXCLUDED."indexVersion", "computedAt" = EXCLUDED."computedAt",
      "updatedAt" = EXCLUDED."updatedAt", version = "Match".version + 1
    WHERE "Match".status IN ('SUGGESTED', 'IN_REVIEW') AND "Match".explanation IS DISTINCT FROM EXCLUDED.explanation`;
}

/** Lists that lost one of their best are ranked anew: another may have to enter. */
async function refillLists(tx: Tx, work: Work): Promise<void> {
  for (const id of work.left ?? [])
    await enqueue(tx, "matches.refill", work.side === "need" ? { talentId: id } : { needId: id }, {
      key: id,
    });
}

/** Suggestions that waited and no longer qualify: gone, unless a person has taken them up. */
async function removeOthers(tx: Tx, work: Work, kept: Set<string>, otherIdOf: (m: Existing) => string) {
  const gone = work.existing
    .filter((match) => isUntouched(match) && !kept.has(otherIdOf(match)))
    .map(otherIdOf);
  if (gone.length === 0) return 0;
  const { count } = await tx.match.deleteMany({
    where: {
      ...(work.side === "need"
        ? { needId: work.id, talentId: { in: gone } }
        : { talentId: work.id, needId: { in: gone } }),
      status: "SUGGESTED",
      origin: "SUGGESTED",
      assigneeId: null,
    },
  });
  return count;
}

import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { sharedBriefly } from "#lib/facets.ts";
import { Prisma } from "#prisma/generated/client.ts";
import {
  BAND_ENDS,
  type DecidedBand,
  type JudgedBand,
  judge,
  type Verdict,
  verdictOn,
} from "./calibration.ts";
import { type Engine, listEngines } from "./engine-state.ts";
import { waiting } from "./policy.ts";

/** Width of a column of the histogram, in points. */
export const BIN = 5;
/** The newest decisions are looked at, and of open phrases and waiting jobs at most so many are counted. */
export const DECISIONS = 10_000;
export const COUNTED_MOST = 10_000;

export type QueueDepth = {
  name: string;
  waiting: number;
  running: number;
  dead: number;
  oldest: Date | null;
};
export type EngineHealth = {
  engines: Engine[];
  queues: QueueDepth[];
  /** phrases of profiles and needs that no concept covers */
  gaps: number;
  /** open suggestions by score, the lowest column first */
  scores: { from: number; count: number }[];
  calibration: { bands: JudgedBand[]; decided: number; verdict: Verdict };
};

/** How the engine does. What is counted over many rows is remembered for ten seconds; the workers' own words are fresh. */
export async function getEngineHealth(viewer: Viewer): Promise<EngineHealth | null> {
  if (!isStaff(viewer)) return null;
  const [engines, counted] = await Promise.all([
    listEngines(),
    sharedBriefly("engine", async () => {
      const [queues, gaps, scores, bands] = await Promise.all([
        queueDepths(),
        db.taxonomyPhrase.count({ where: { status: "OPEN" }, take: COUNTED_MOST }),
        scoresOfOpen(),
        decidedBands(),
      ]);
      return { queues, gaps, scores, bands };
    }),
  ]);
  const bands = counted.bands.map(judge);
  const decided = bands.reduce((sum, band) => sum + band.decided, 0);
  return {
    engines,
    queues: counted.queues,
    gaps: counted.gaps,
    scores: counted.scores,
    calibration: { bands, decided, verdict: verdictOn(bands) },
  };
}

/** Jobs of matching that wait, run, or were given up, by queue. */
function queueDepths(): Promise<QueueDepth[]> {
  return db.$queryRaw<QueueDepth[]>`
    SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS running,
      count(*) FILTER (WHERE given_up)::int AS dead, min(created_on) FILTER (WHERE state < 'active' AND NOT given_up) AS oldest
    FROM (
      (SELECT name, state, created_on, false AS given_up FROM pgboss.job
        WHERE name LIKE 'matches.%' AND state < 'completed' AND start_after <= now() LIMIT ${COUNTED_MOST})
      UNION ALL
      (SELECT source_name, state, created_on, true FROM pgboss.job
        WHERE name = 'dead' AND source_name LIKE 'matches.%' LIMIT ${COUNTED_MOST})
    ) AS j GROUP BY name ORDER BY name`;
}

/** By the index on status and score alone. */
async function scoresOfOpen(): Promise<EngineHealth["scores"]> {
  const rows = await db.$queryRaw<{ bin: number; count: number }[]>`
    SELECT least(floor(score / ${BIN}::float8), ${100 / BIN - 1}::float8)::int AS bin, count(*)::int AS count
    FROM "Match" WHERE status IN (${Prisma.join(waiting.in.map((one) => Prisma.sql`${one}::"MatchStatus"`))}) GROUP BY 1`;
  const found = new Map(rows.map((row) => [row.bin, row.count]));
  return Array.from({ length: 100 / BIN }, (_, bin) => ({ from: bin * BIN, count: found.get(bin) ?? 0 }));
}

/** The newest decisions of reviewers, with the score as it was when they decided; an approval counts whatever came of it. */
async function decidedBands(): Promise<DecidedBand[]> {
  const ends = BAND_ENDS.slice(1).map((end, at) => ({ from: BAND_ENDS[at]!, below: end }));
  const rows = await db.$queryRaw<{ band: number; decided: number; approved: number }[]>`
    SELECT width_bucket(score, ${BAND_ENDS.map(Number)}::float8[]) - 1 AS band, count(*)::int AS decided,
      count(*) FILTER (WHERE status <> 'REJECTED')::int AS approved
    FROM (
      SELECT score, status FROM "Match" WHERE "decidedAt" IS NOT NULL AND "decidedById" IS NOT NULL
      ORDER BY "decidedAt" DESC LIMIT ${DECISIONS}
    ) AS newest GROUP BY 1`;
  const found = new Map(rows.map((row) => [row.band, row]));
  return ends.map((end, at) => ({
    ...end,
    decided: found.get(at)?.decided ?? 0,
    approved: found.get(at)?.approved ?? 0,
  }));
}

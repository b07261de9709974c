import { z } from "zod";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";

const time = z.iso.datetime().nullable();

/** What the matching engine of one worker says of itself. Times are ISO, sizes are counts unless they say otherwise. */
const engineFactsSchema = z.object({
  /** every listed profile and open need can be found; before that, lists are made anew later */
  ready: z.boolean(),
  talents: z.number(),
  needs: z.number(),
  concepts: z.number(),
  /** changed profiles that wait to be merged into the large segment; they are found all the same */
  waiting: z.number(),
  /** listed profiles that have no row yet, and such whose row is of an older version of profile, dictionary or engine */
  missing: z.number(),
  stale: z.number(),
  /** memory of the whole worker */
  memoryMiB: z.number(),
  /** from PostgreSQL to a searchable index, when it was last read; null while it is read for the first time */
  buildSeconds: z.number().nullable(),
  builtAt: time,
  mergedAt: time,
  mergeSeconds: z.number().nullable(),
  /** age of the oldest committed change that is not in the index yet; 0 when there is none */
  lagMs: z.number(),
  indexVersion: z.string(),
  engineVersion: z.string(),
  dictionaryVersion: z.string(),
  weightsVersion: z.string(),
  /** lists that this worker has ranked, and the last one */
  ranked: z.number(),
  lastRankedAt: time,
  lastRankedMs: z.number().nullable(),
});
export type EngineFacts = z.infer<typeof engineFactsSchema>;

export type Engine = { id: string; startedAt: Date; beatAt: Date; alive: boolean; facts: EngineFacts };

export const BEAT_MS = 3000;
/** A worker that has not been heard of for so long is taken for gone, and after a day forgotten. */
const SILENT_MS = 5 * BEAT_MS;
const FORGOTTEN_MS = 86_400_000;

/** Writes what a worker's engine says of itself; it stays readable for a day after the worker ended. */
export async function writeEngineState(id: string, startedAt: Date, facts: EngineFacts): Promise<void> {
  const beatAt = now();
  await db.engineState.upsert({
    where: { id },
    create: { id, startedAt, beatAt, facts },
    update: { beatAt, facts },
  });
  await db.engineState.deleteMany({ where: { beatAt: { lt: new Date(beatAt.getTime() - FORGOTTEN_MS) } } });
}

/** A worker that stops in order leaves no row. */
export async function removeEngineState(id: string): Promise<void> {
  await db.engineState.deleteMany({ where: { id } });
}

/** The engines of all workers, those heard of last first. Rows of another version of the product are left out. */
export async function listEngines(): Promise<Engine[]> {
  const rows = await db.engineState.findMany({ orderBy: [{ beatAt: "desc" }, { id: "asc" }], take: 50 });
  const oldest = now().getTime() - SILENT_MS;
  return rows.flatMap(({ facts, ...row }) => {
    const read = engineFactsSchema.safeParse(facts);
    return read.success ? [{ ...row, alive: row.beatAt.getTime() > oldest, facts: read.data }] : [];
  });
}

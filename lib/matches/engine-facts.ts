import { ENGINE_VERSION } from "#lib/matching/version.ts";
import { WEIGHTS_VERSION } from "#lib/matching/weights.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import type { EngineFacts } from "./engine-state.ts";
import { pool } from "./index-pool.ts";

let ranked = 0;
let lastRankedAt: Date | null = null;
let lastRankedMs: number | null = null;

/** Notes a list that this process ranked and saved. */
export function noteRanked(ms: number): void {
  ranked++;
  lastRankedAt = new Date();
  lastRankedMs = Math.round(ms);
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** What the engine of this process says of itself. */
export async function engineFacts(): Promise<EngineFacts> {
  const { generation, ready, builtAt, mergedAt, mergeSeconds, indexVersion } = pool();
  return {
    ready,
    talents: generation?.talents.size ?? 0,
    needs: generation?.needs.size ?? 0,
    concepts: generation?.vocabulary.graph.size ?? 0,
    waiting: generation?.talents.waiting ?? 0,
    missing: generation?.missing.size ?? 0,
    stale: generation?.stale.size ?? 0,
    memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    buildSeconds: generation ? Number(generation.buildSeconds.toFixed(3)) : null,
    builtAt: iso(builtAt),
    mergedAt: iso(mergedAt),
    mergeSeconds: mergeSeconds === null ? null : Number(mergeSeconds.toFixed(3)),
    lagMs: await pool().lag(),
    indexVersion,
    engineVersion: ENGINE_VERSION,
    dictionaryVersion: generation?.dictionary.version ?? currentDictionary().version,
    weightsVersion: WEIGHTS_VERSION,
    ranked,
    lastRankedAt: iso(lastRankedAt),
    lastRankedMs,
  };
}

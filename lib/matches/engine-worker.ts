import { randomUUID } from "node:crypto";
import { now } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { engineFacts } from "./engine-facts.ts";
import { BEAT_MS, removeEngineState, writeEngineState } from "./engine-state.ts";
import { closePool, pool } from "./index-pool.ts";
import { startRankingAnew } from "./rank-anew.ts";

/**
 * Keeps this worker's index in memory: reads it, brings it up to date every few seconds also when no job asks, and writes what
 * it says of itself. Returns how to end it. `ready` is called once, when every listed profile can be found.
 */
export function startEngine(ready: () => void = () => undefined): { stop(): Promise<void> } {
  const id = randomUUID();
  const startedAt = now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let told = false;
  pool().onComplete = startRankingAnew;

  const beat = async () => {
    try {
      // how far behind it is, before it catches up
      if (pool().generation) await writeEngineState(id, startedAt, await engineFacts());
      await pool().current();
      if (!told && pool().ready) {
        told = true;
        await writeEngineState(id, startedAt, await engineFacts());
        await startRankingAnew();
        ready();
      }
    } catch (error) {
      log.warn({ error: (error as Error).message }, "the matching index is not up to date");
    }
    if (!stopped) timer = setTimeout(() => (beating = beat()), BEAT_MS);
  };
  let beating = engineFacts()
    .then((facts) => writeEngineState(id, startedAt, facts))
    .catch(() => undefined)
    .then(beat);

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await beating;
      await closePool();
      await removeEngineState(id).catch(() => undefined);
    },
  };
}

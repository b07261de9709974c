import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Segment } from "#lib/matching/index/segment.ts";

/** Seconds to find and explain the best 50 of all talents for every need, on all cores; starting the workers is not counted. */
export async function refreshAll(
  segment: Segment,
  needs: number,
): Promise<{ seconds: number; workers: number }> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const count = Math.min(availableParallelism(), 8);
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL("./refresh-worker.ts", import.meta.url), {
        workerData: { segment: { ...segment, places: undefined }, needs, taken },
      }),
  );
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const began = performance.now();
  const done = await Promise.all(
    workers.map((worker) => {
      worker.postMessage("go");
      return once(worker, "message");
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const lists = done.reduce((sum, [found]) => sum + Number(found), 0);
  if (lists !== needs) throw new Error(`${lists} lists instead of ${needs}`);
  return { seconds, workers: count };
}

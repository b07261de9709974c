import { parentPort, workerData } from "node:worker_threads";
import type { Segment } from "#lib/matching/index/segment.ts";
import { searchable, syntheticNeeds } from "./set.ts";

/** Refreshes the lists of needs that it takes from a shared counter, until none is left. Rows are shared, not copied. */
const { segment, needs, taken } = workerData as { segment: Segment; needs: number; taken: Int32Array };
const set = searchable(segment, syntheticNeeds(needs));
let lists = 0;
parentPort?.on("message", () => {
  for (;;) {
    const next = Atomics.add(taken, 0, 1);
    if (next >= needs) break;
    const need = set.needs[next];
    if (need) lists += set.talentIndex.find(need, { explained: true }).length > 0 ? 1 : 0;
  }
  parentPort?.postMessage(lists);
  parentPort?.close();
});
parentPort?.postMessage("ready");

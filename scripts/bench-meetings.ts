// npm run bench:meetings: who meets whom at an event of 500 and 1,000 people, seven times, on sets by seed.
import { chooseMeetings } from "#lib/matching/meetings/choose.ts";
import { crowdedTask } from "./bench/meetings.ts";

const runs = Array.from({ length: 7 }, (_, seed) => {
  const task = crowdedTask(seed, 500, 1000, 40);
  const began = performance.now();
  const { value, bound } = chooseMeetings(task);
  return { ms: performance.now() - began, short: 1 - value / bound };
});
const times = runs.map((run) => run.ms).sort((a, b) => a - b);
console.log(
  `500 × 1,000, 40 candidates each: median ${times[3]?.toFixed(0)} ms, slowest ${times[6]?.toFixed(0)} ms, ` +
    `at most ${(100 * Math.max(...runs.map((run) => run.short))).toFixed(2)} % below the proven bound`,
);

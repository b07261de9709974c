import type { MeetingTask } from "#lib/matching/meetings/choose.ts";
import { random } from "./synthetic.ts";

/** An event by seed: each of the left may meet `each` of the right, some of whom many want, so that prices matter. */
export function crowdedTask(seed: number, left: number, right: number, each: number): MeetingTask {
  const next = random(seed);
  const pairs = new Map<string, MeetingTask["pairs"][number]>();
  for (let i = 0; i < left; i++)
    for (let k = 0; k < each; k++) {
      const to = Math.floor(right * next() ** 2);
      pairs.set(`${i} ${to}`, { left: i, right: to, value: 40 + 50 * next() + (10 * (right - to)) / right });
    }
  const capacities = (count: number, most: number) =>
    Array.from({ length: count }, () => 1 + Math.floor(most * next()));
  return {
    leftCapacity: capacities(left, 8),
    rightCapacity: capacities(right, 4),
    pairs: [...pairs.values()],
  };
}

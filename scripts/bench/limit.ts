import { ROW_WORDS } from "#lib/matching/index/layout.ts";
import { percentiles } from "./figures.ts";
import type { BenchSet } from "./set.ts";

const MEBI = 2 ** 20;
/** Larger than the caches, so that it is memory that is measured. */
const READ_MIB = 256;

/** Bytes a second of reading memory from end to end with one core, the best of some runs. */
function bandwidth(): number {
  const words = new Int32Array((READ_MIB * MEBI) / 4).fill(1);
  let best = 0;
  let sum = 0;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    for (let i = 0; i < words.length; i++) sum = (sum + (words[i] as number)) | 0;
    best = Math.max(best, words.byteLength / ((performance.now() - began) / 1000));
  }
  if (sum === 0) throw new Error("nothing was read");
  return best;
}

/**
 * What a search would take if reading its lists, sets and rows from end to end were all there is to do, beside what it takes:
 * how far it is from the memory's own speed.
 */
export function memoryLimit(set: BenchSet, queries: number) {
  const speed = bandwidth();
  const { segment } = set;
  const perRow = 4 * ROW_WORDS + (4 * (segment.words[segment.size * ROW_WORDS + 6] as number)) / segment.size;
  const bytes: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < Math.min(300, queries); i++) {
    const began = performance.now();
    set.talentIndex.find(set.needs[(i * 7919) % set.needs.length] as (typeof set.needs)[number]);
    times.push(performance.now() - began);
    bytes.push(set.talentIndex.bytes + set.talentIndex.scored * perRow);
  }
  const read = percentiles(bytes).p50;
  const taken = percentiles(times).p50;
  return {
    readGiBPerSecond: Number((speed / 2 ** 30).toFixed(2)),
    mibPerQuery: Number((read / MEBI).toFixed(2)),
    msAtThatSpeed: Number(((1000 * read) / speed).toFixed(3)),
    msTaken: taken,
    times: Number((taken / ((1000 * read) / speed)).toFixed(1)),
  };
}

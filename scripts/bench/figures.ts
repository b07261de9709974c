export type Percentiles = { p50: number; p95: number; p99: number };

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: rounded(at(sorted, 0.5)), p95: rounded(at(sorted, 0.95)), p99: rounded(at(sorted, 0.99)) };
}

/** Milliseconds of each call after some that are not counted, and the processor time of a call on average: on a machine that is shared the first holds waiting too. */
export function timed(
  calls: number,
  warmUp: number,
  call: (i: number) => void,
): { wall: number[]; cpuMean: number } {
  for (let i = 0; i < warmUp; i++) call(i);
  const used = process.cpuUsage();
  const wall: number[] = [];
  for (let i = 0; i < calls; i++) {
    const began = performance.now();
    call(i);
    wall.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(used);
  return { wall, cpuMean: rounded((user + system) / 1000 / Math.max(1, calls)) };
}

export const secondsSince = (began: number): number => rounded((performance.now() - began) / 1000);
export const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

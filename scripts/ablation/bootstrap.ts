import { random } from "../bench/synthetic.ts";

const RESAMPLES = 10_000;
const SEED = 20_261_123;

/** Mean of the paired differences (first less second) and the middle 95 % of the means of resampled needs. */
export function pairedInterval(
  first: readonly number[],
  second: readonly number[],
): { mean: number; low: number; high: number } {
  const differences = first.map((value, i) => value - (second[i] as number));
  const count = differences.length;
  if (count === 0) return { mean: 0, low: 0, high: 0 };
  const mean = differences.reduce((sum, each) => sum + each, 0) / count;
  const next = random(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += differences[Math.floor(next() * count)] as number;
    return sum / count;
  }).sort((a, b) => a - b);
  return {
    mean,
    low: means[Math.floor(0.025 * RESAMPLES)] as number,
    high: means[Math.floor(0.975 * RESAMPLES)] as number,
  };
}

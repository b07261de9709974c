/**
 * Points as tenths whose sum is the rounded total: every value is cut to a tenth and the tenths that remain go to the largest remainders,
 * the earlier one on a tie. Returns the parts and their sum, both exact to one decimal.
 */
export function roundParts(points: readonly number[]): { parts: number[]; total: number } {
  const tenths = points.map((value) => value * 10);
  const target = Math.round(tenths.reduce((sum, value) => sum + value, 0));
  const cut = tenths.map((value) => Math.floor(value + 1e-9));
  let left = target - cut.reduce((sum, value) => sum + value, 0);
  const byRemainder = tenths
    .map((value, i) => ({ i, remainder: value - (cut[i] as number) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    cut[i] = (cut[i] as number) + 1;
    left--;
  }
  return { parts: cut.map((value) => value / 10), total: target / 10 };
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { ENOUGH, judge, verdictOn, wilson } from "./calibration.ts";

const bands = (...shares: [approved: number, decided: number][]) =>
  shares.map(([approved, decided], at) => judge({ from: 10 * at, below: 10 * at + 10, decided, approved }));

test("the interval is Wilson's: around the share, within 0 and 1, narrower with more decisions", () => {
  // the known values for 8 of 10 and 0 of 20
  expect(wilson(8, 10).low).toBeCloseTo(0.4902, 3);
  expect(wilson(8, 10).high).toBeCloseTo(0.9433, 3);
  expect(wilson(0, 20)).toMatchObject({ low: 0 });
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 3);
  const pair = fc
    .integer({ min: 1, max: 500 })
    .chain((decided) =>
      fc.record({ decided: fc.constant(decided), approved: fc.integer({ min: 0, max: decided }) }),
    );
  fc.assert(
    fc.property(pair, ({ decided, approved }) => {
      const { low, high } = wilson(approved, decided);
      const share = approved / decided;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      const more = wilson(approved * 4, decided * 4);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});

test("says only what the decisions bear", () => {
  expect(verdictOn([])).toBe("tooFew");
  expect(verdictOn(bands([0, 0], [3, 5], [19, 19]))).toBe("tooFew");
  expect(verdictOn(bands([2, 40], [20, 20]))).toBe("rises");
  expect(verdictOn(bands([5, 40], [0, 3], [20, 40], [38, 40]))).toBe("rises");
  expect(verdictOn(bands([38, 40], [5, 40]))).toBe("falls");
  // a band of few decisions speaks for nothing
  expect(verdictOn(bands([2, 40], [19, 19], [35, 40]))).toBe("rises");
  expect(verdictOn(bands([18, 40], [20, 40]))).toBe("unclear");
  // higher at the end, but not from band to band
  expect(verdictOn(bands([5, 40], [20, 40], [18, 40], [38, 40]))).toBe("unclear");
});

test("a score that is followed exactly is never said to fall", () => {
  const rising = fc
    .array(fc.integer({ min: ENOUGH, max: 200 }), { minLength: 2, maxLength: 6 })
    .map((sizes) => sizes.map((n, at): [number, number] => [Math.round((n * at) / sizes.length), n]));
  fc.assert(
    fc.property(rising, (shares) => {
      expect(verdictOn(bands(...shares))).not.toBe("falls");
    }),
  );
});

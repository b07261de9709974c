import { describe, expect, it } from "vitest";
import { pairedInterval } from "./bootstrap.ts";

describe("pairedInterval", () => {
  it("holds the mean, narrows with agreement, and is the same every time", () => {
    const base = Array.from({ length: 40 }, (_, i) => (i % 7) / 7);
    const lower = base.map((value) => value - 0.1);
    const mixed = base.map((value, i) => value + (i % 2 ? 0.3 : -0.5));
    const even = pairedInterval(base, lower);
    expect(even.mean).toBeCloseTo(0.1);
    expect(even.high - even.low).toBeLessThan(1e-9);
    const wide = pairedInterval(base, mixed);
    expect(wide.low).toBeLessThan(wide.mean);
    expect(wide.high).toBeGreaterThan(wide.mean);
    expect(pairedInterval(base, mixed)).toEqual(wide);
    expect(pairedInterval([], [])).toEqual({ mean: 0, low: 0, high: 0 });
  });
});

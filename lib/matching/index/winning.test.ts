import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestWinning } from "./winning.ts";

describe("smallestWinning", () => {
  it("names just those sets that reach something and stop reaching it without any of their members", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 60 }), (gains, least) => {
        const sum = (mask: number) =>
          gains.reduce((total, gain, i) => total + ((mask >>> i) & 1 ? gain : 0), 0);
        const found = smallestWinning(gains.length, (mask) => sum(mask) >= least);
        for (let mask = 0; mask < 1 << gains.length; mask++) {
          const covered = found.some((each) => (each & mask) === each);
          expect(covered).toBe(sum(mask) >= least);
        }
        for (const mask of found)
          for (const other of found) if (other !== mask) expect(other & mask).not.toBe(other);
      }),
    );
  });
});

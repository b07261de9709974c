import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyExposure, distinctTalents, exposureFactor, exposureRule } from "./exposure.ts";

const lists = fc
  .array(
    fc.uniqueArray(fc.record({ talent: fc.nat(30), order: fc.double({ min: 0, max: 100, noNaN: true }) }), {
      selector: (each) => each.talent,
      maxLength: 30,
    }),
    { maxLength: 20 },
  )
  .map((needs) =>
    needs.map((pairs, n) => ({
      needId: `N${n}`,
      pairs: pairs
        .map(({ talent, order }) => ({ needId: `N${n}`, talentId: `T${talent}`, order }))
        .sort((a, b) => b.order - a.order),
    })),
  );

describe("exposure", () => {
  it("only puts each list into another order, the same whatever the order of the lists", () => {
    fc.assert(
      fc.property(lists, (given) => {
        const ranked = applyExposure(given);
        const backwards = applyExposure([...given].reverse()).reverse();
        expect(backwards).toEqual(ranked);
        ranked.forEach((list, i) => {
          const sorted = (pairs: { talentId: string }[]) => pairs.map((pair) => pair.talentId).sort();
          expect(sorted(list.pairs)).toEqual(sorted(given[i]?.pairs ?? []));
        });
      }),
    );
  });

  it("never lowers a talent in the needs that it fits best", () => {
    const shared = { talentId: "T1", order: 90 };
    const given = Array.from({ length: 6 }, (_, n) => ({
      needId: `N${n}`,
      pairs: [
        { ...shared, needId: `N${n}`, order: 90 - n },
        { needId: `N${n}`, talentId: `U${n}`, order: 89 - n },
      ],
    }));
    const first = applyExposure(given).map((list) => list.pairs[0]?.talentId);
    expect(first).toEqual(["T1", "T1", "T1", "U3", "U4", "U5"]);
    expect(distinctTalents(applyExposure(given), 1)).toBe(4);
    expect(distinctTalents(given, 1)).toBe(1);
  });

  it("falls step by step to its least", () => {
    expect([0, 2, 3].map((n) => exposureFactor(n))).toEqual([1, 1, 0.97]);
    expect(exposureFactor(1000)).toBe(exposureRule.least);
  });
});

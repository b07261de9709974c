import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { context, need, talent } from "./fixtures/records.ts";
import { orderOf, reweigh, scorePair } from "./score.ts";
import type { TalentInput } from "./types.ts";
import {
  adjustWeights,
  criterionIds,
  defaultWeights,
  readFactors,
  WEIGHTS_VERSION,
  weightBounds,
  weightsFor,
  weightsVersionOf,
} from "./weights.ts";

const factors = fc.dictionary(
  fc.constantFrom(...criterionIds),
  fc.double({ min: weightBounds.least, max: weightBounds.most, noNaN: true }),
);

describe("stored factors", () => {
  it("are read within the bounds whatever stands in the column", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), factors), (stored) => {
        for (const [id, factor] of Object.entries(readFactors(stored))) {
          expect(criterionIds).toContain(id);
          expect(factor).toBeGreaterThanOrEqual(weightBounds.least);
          expect(factor).toBeLessThanOrEqual(weightBounds.most);
          expect(factor).not.toBe(1);
        }
      }),
    );
    expect(readFactors({ field: 9, pay: 0, nothing: 2, experience: "2", terms: 1 })).toEqual({
      field: weightBounds.most,
      pay: weightBounds.least,
    });
  });

  it("that change nothing are the standard itself", () => {
    expect(weightsFor({})).toBe(defaultWeights);
    expect(weightsFor(null)).toBe(defaultWeights);
    expect(weightsFor({ field: 1 })).toBe(defaultWeights);
  });
});

describe("the version of a set of weights", () => {
  it("is the standard's for the standard, also when written out", () => {
    expect(weightsVersionOf(defaultWeights)).toBe(WEIGHTS_VERSION);
    expect(weightsVersionOf(adjustWeights({}))).toBe(WEIGHTS_VERSION);
  });

  it("tells different sets apart and equal ones not", () => {
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const [one, other] = [adjustWeights(a), adjustWeights(b)];
        const near = criterionIds.every((id) => Math.abs(one[id].need - other[id].need) < 1e-5);
        const nearly = criterionIds.every((id) => Math.abs(one[id].talent - other[id].talent) < 1e-5);
        if (!near || !nearly) expect(weightsVersionOf(one)).not.toBe(weightsVersionOf(other));
        expect(weightsVersionOf(adjustWeights({ ...a }))).toBe(weightsVersionOf(one));
      }),
    );
  });

  it("stands in the result", () => {
    const own = { ...context, weights: adjustWeights({ pay: 2 }) };
    const result = explain(compileNeed(need, own), compileTalent(talent, context));
    expect(result.weightsVersion).toMatch(new RegExp(`^${WEIGHTS_VERSION}\\+[0-9a-f]{8}$`));
    const standard = explain(compileNeed(need, context), compileTalent(talent, context));
    expect(standard.weightsVersion).toBe(WEIGHTS_VERSION);
  });
});

describe("reweigh", () => {
  it("gives exactly what scoring the texts under the weights gives", () => {
    const someone = fc.record({
      headline: fc.constantFrom("离岸结构工程师", "structural engineer", "厨师"),
      skills: fc.array(fc.constantFrom("导管架", "fatigue", "DNV", "Python", "氢能")),
      direction: fc.constantFrom("hk_to_yantai" as const, "yantai_to_hk" as const),
    });
    fc.assert(
      fc.property(factors, someone, (changed, facts) => {
        const weights = adjustWeights(changed);
        const other = { ...talent, ...facts } as TalentInput;
        const standard = scorePair(compileNeed(need, context), compileTalent(other, context));
        const under = scorePair(compileNeed(need, { ...context, weights }), compileTalent(other, context));
        const again = reweigh(standard, weights);
        expect(again.base).toBe(under.base);
        expect(again.order).toBe(under.order);
        expect(under.order).toBe(orderOf(under.base, under.conflicts.length));
      }),
    );
  });
});

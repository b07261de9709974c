import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { devNeeds, devTalents } from "#e2e/support/match-dev.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { scorePair } from "./score.ts";
import type { Advice, ConflictId, Intention, LanguageLevel, MatchResult, TalentInput } from "./types.ts";
import { adjustWeights, criterionIds } from "./weights.ts";

const plain = { dictionary: currentDictionary(), asOf: "2026-11-20" };
const needs = devNeeds();
const factors = fc.dictionary(
  fc.constantFrom(...criterionIds),
  fc.double({ min: 0.25, max: 2.5, noNaN: true }),
);
const pair = fc.record({
  need: fc.constantFrom(...needs),
  talent: fc.constantFrom(...devTalents()),
  factors,
});

/** What a person who follows an advice would do to the profile, written apart from the engine's own reckoning. */
function follow(advice: Advice, need: (typeof needs)[number], talent: TalentInput): TalentInput | null {
  const { params = {} } = advice;
  switch (advice.key) {
    case "change.mode":
      return { ...talent, intentions: [...(talent.intentions ?? []), need.modes?.[0] as Intention] };
    case "change.pay":
      return {
        ...talent,
        expectedPay: { ...(need.pay as NonNullable<typeof need.pay>), min: need.pay?.max ?? 0 },
      };
    case "change.availability":
      return { ...talent, availableFrom: need.start ?? null };
    case "change.language": {
      const proven = { code: String(params.language), level: params.least as LanguageLevel };
      return { ...talent, languages: [...(talent.languages ?? []), proven] };
    }
    case "change.update":
      return { ...talent, updatedAt: plain.asOf };
    default:
      return null;
  }
}

describe("what would change it", { timeout: 60_000 }, () => {
  it("comes true: whoever follows an advice gains what it promised, whatever the weights", () => {
    const kept = new Set<string>();
    fc.assert(
      fc.property(pair, ({ need: needInput, talent: input, factors: by }) => {
        const context = { ...plain, weights: adjustWeights(by) };
        const need = compileNeed(needInput, context);
        const before = scorePair(need, compileTalent(input, context));
        for (const advice of explain(need, compileTalent(input, context)).wouldChange) {
          expect((advice.points ?? 0) > 0 || advice.clears !== undefined).toBe(true);
          const changed = follow(advice, needInput, input);
          if (!changed) continue;
          kept.add(advice.key);
          const after = scorePair(need, compileTalent(changed, context));
          expect(after.base - before.base).toBeGreaterThanOrEqual((advice.points ?? 0) - 1e-6);
          if (!advice.clears) continue;
          expect(after.conflicts).not.toContain(advice.clears);
          expect(after.order).toBeGreaterThan(before.order);
        }
      }),
      { numRuns: 250 },
    );
    expect([...kept].sort()).toEqual([
      "change.availability",
      "change.language",
      "change.mode",
      "change.pay",
      "change.update",
    ]);
  });

  it("comes true for a requirement that the present job then tells of", () => {
    let kept = 0;
    fc.assert(
      fc.property(pair, ({ need: needInput, talent: input }) => {
        const job = input.experience?.[0];
        const need = compileNeed(needInput, plain);
        const before = scorePair(need, compileTalent(input, plain)).base;
        for (const advice of explain(need, compileTalent(input, plain)).wouldChange) {
          if (!job || job.to || !["change.requirement", "change.describe"].includes(advice.key)) continue;
          const text = String(advice.params?.requirement);
          const requirement = need.mustHave.find((each) => each.text === text);
          const named = requirement?.groups.map(({ hits: [hit] }) => text.slice(hit?.start, hit?.end)) ?? [];
          const description = [job.description, ...new Set([...named, text])].join("。");
          const told = {
            ...input,
            experience: [{ ...job, description }, ...(input.experience ?? []).slice(1)],
          };
          const gained = scorePair(need, compileTalent(told, plain)).base - before;
          expect(gained).toBeGreaterThanOrEqual((advice.points ?? 0) - 1e-6);
          kept++;
        }
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(50);
  });

  it("solves a missing licence by naming it", () => {
    const need = compileNeed({ ...needs[0], id: "N", qualificationsRequired: ["CFA及HKICPA"] }, plain);
    const input: TalentInput = { id: "T", qualifications: ["CFA"] };
    const advice = explain(need, compileTalent(input, plain)).wouldChange.find(
      (each) => each.clears === "qualification",
    );
    expect(advice).toMatchObject({ key: "change.qualification", params: { licence: "HKICPA" } });
    const after = scorePair(need, compileTalent({ ...input, qualifications: ["CFA", "HKICPA"] }, plain));
    expect(after.conflicts).not.toContain("qualification");
  });
});

const tenths = (value: number): number => Math.round(value * 10);

describe("explanations of real pairs", { timeout: 60_000 }, () => {
  it("add up exactly, point at what is written and say how texts were joined, whatever the weights", () => {
    const textAt = (record: object, field: string) =>
      field
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], record) as string;
    fc.assert(
      fc.property(pair, ({ need: needInput, talent: input, factors: by }) => {
        const context = { ...plain, weights: adjustWeights(by) };
        const result: MatchResult = explain(compileNeed(needInput, context), compileTalent(input, context));
        const sum = result.criteria.reduce((all, each) => all + tenths(each.contribution), 0);
        expect(sum).toBe(tenths(result.score));
        const weights = result.criteria.reduce((all, each) => all + each.weight, 0);
        expect(weights).toBeCloseTo(100, 6);
        for (const each of result.criteria.flatMap((criterion) => criterion.evidence.flat())) {
          const source = textAt(each.side === "need" ? needInput : input, each.field);
          expect(each.start).toBeLessThan(each.end);
          expect(source.slice(each.start, each.end)).toBe(each.text);
        }
        for (const criterion of result.criteria.filter((each) =>
          ["mustHave", "preferred", "field"].includes(each.id),
        ))
          for (const path of criterion.paths) expect(path.link === "text").toBe(path.conceptIds.length === 0);
        const conflicts: ConflictId[] = result.checks
          .filter((check) => check.outcome === "conflict")
          .map((check) => check.id as ConflictId);
        expect(result.conflicts).toEqual(conflicts);
      }),
      { numRuns: 150 },
    );
  });
});

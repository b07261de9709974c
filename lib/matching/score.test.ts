import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNeed, compileTalent } from "./compile.ts";
import { coverRequirement } from "./criteria/requirements.ts";
import { context, need, talent } from "./fixtures/records.ts";
import { rankNeeds, rankTalents } from "./rank.ts";
import { orderOf, scorePair } from "./score.ts";
import type { NeedInput, TalentInput } from "./types.ts";
import { adjustWeights, defaultWeights, weightBounds } from "./weights.ts";

const base = (needInput: NeedInput, talentInput: TalentInput) =>
  scorePair(compileNeed(needInput, context), compileTalent(talentInput, context)).base;
const phrase = fc.constantFrom(
  ...["导管架", "monopile", "fatigue", "DNV", "Python", "氢能", "烹饪", "law", "單樁", "疲勞分析"],
);

describe("scorePair", () => {
  it("gives the same bytes for the same input", () => {
    const once = () => JSON.stringify(scorePair(compileNeed(need, context), compileTalent(talent, context)));
    expect(once()).toBe(once());
  });

  it("reads no attribute that is not of the input type", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("name", "sex", "age", "photo", "religion"), fc.string()),
        (extra) => {
          expect(base(need, { ...talent, ...extra } as TalentInput)).toBe(base(need, talent));
        },
      ),
    );
  });

  it("does not score the institution or the employer", () => {
    const other = {
      ...talent,
      education: talent.education?.map((each) => ({ ...each, institution: "Imperial College" })) ?? null,
      experience: talent.experience?.map((each) => ({ ...each, organisation: "海上风电 DNV" })) ?? null,
    };
    expect(base(need, other)).toBe(base(need, talent));
  });

  it("never falls when a skill is added", () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), phrase, (skills, added) => {
        const before = base(need, { ...talent, skills });
        expect(base(need, { ...talent, skills: [...skills, added] })).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it("counts a described job more than a bare keyword, and a denied one not at all", () => {
    const bare = { id: "T", headline: "工程师" };
    const [listed, described, denied] = [
      { ...bare, skills: ["导管架"] },
      { ...bare, experience: [{ title: "工程师", description: "导管架设计" }] },
      { ...bare, summary: "没做过导管架" },
    ].map((input) =>
      coverRequirement(compileNeed(need, context).mustHave[0] as never, compileTalent(input, context)),
    );
    expect(described?.value).toBeGreaterThan(listed?.value as number);
    expect(denied?.value).toBeLessThan(listed?.value as number);
  });

  it("counts a former field less than a current one", () => {
    const job = (to: string | null) => ({
      ...talent,
      headline: null,
      summary: null,
      experience: [{ title: "工程师", from: "2008-01", to, description: "导管架疲劳分析" }],
    });
    expect(base(need, job("2012-01"))).toBeLessThan(base(need, job(null)));
  });

  it("gives related concepts part credit that never meets a must-have", () => {
    const compiled = compileNeed({ id: "N", mustHave: ["极限强度"] }, context);
    const related = compileTalent({ id: "T", experience: [{ title: "疲劳分析" }] }, context);
    const coverage = coverRequirement(compiled.mustHave[0] as never, related);
    expect(coverage.value).toBeGreaterThan(0.1);
    expect(coverage.solid).toBeLessThan(0.05);
  });

  it("survives titles only and nothing at all", () => {
    expect(base({ id: "N", title: "nanny" }, { id: "T", headline: "nanny" })).toBeGreaterThan(50);
    expect(base({ id: "N" }, { id: "T" })).toBeGreaterThanOrEqual(0);
  });

  it("stays between 0 and 100 for any text", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, summary, skills) => {
        const score = base({ ...need, title, mustHave: skills }, { ...talent, summary, skills });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("scores a profile of 100,000 characters", () => {
    const score = base(need, { ...talent, summary: "‏🌊導管架 fatigue، 没".repeat(7000) });
    expect(score).toBeGreaterThan(0);
  });
});

describe("order", () => {
  it("puts a conflict below the same pair without one and never to nothing", () => {
    expect(orderOf(80, 1)).toBeLessThan(80);
    expect(orderOf(80, 3)).toBeLessThan(orderOf(80, 1));
    expect(orderOf(80, 8)).toBeGreaterThan(0);
  });

  it("ranks both ways and breaks ties by id", () => {
    const compiled = compileNeed(need, context);
    const twins = ["T3", "T1", "T2"].map((id) => compileTalent({ ...talent, id }, context));
    const far = compileTalent({ id: "T0", headline: "厨师" }, context);
    const conflicted = compileTalent({ ...talent, id: "T4", direction: "yantai_to_hk" }, context);
    const ids = rankTalents(compiled, [far, conflicted, ...twins]).map((pair) => pair.talentId);
    expect(ids.slice(0, 4)).toEqual(["T1", "T2", "T3", "T4"]);
    expect(rankTalents(compiled, twins, { depth: 2 })).toHaveLength(2);
    const needs = ["N2", "N1"].map((id) => compileNeed({ ...need, id }, context));
    expect(rankNeeds(twins[0] as never, needs).map((pair) => pair.needId)).toEqual(["N1", "N2"]);
  });
});

describe("weights", () => {
  it("give 100 points", () => {
    const points = Object.values(defaultWeights).reduce((sum, each) => sum + each.need + each.talent, 0);
    expect(points).toBe(100);
  });

  it("stay within their bounds whatever is asked", () => {
    fc.assert(
      fc.property(fc.double(), (factor) => {
        const ratio = adjustWeights({ field: factor }).field.need / defaultWeights.field.need;
        expect(ratio).toBeGreaterThanOrEqual(weightBounds.least);
        expect(ratio).toBeLessThanOrEqual(weightBounds.most);
      }),
    );
  });
});

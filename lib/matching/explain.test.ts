import { readFileSync } from "node:fs";
import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { context, need, talent } from "./fixtures/records.ts";
import { reasonKeys } from "./reasons.ts";
import { roundParts } from "./rounding.ts";
import type { Evidence, MatchResult, NeedInput, Reason, TalentInput } from "./types.ts";

const explainPair = (needInput: NeedInput, talentInput: TalentInput): MatchResult =>
  explain(compileNeed(needInput, context), compileTalent(talentInput, context));
const tenths = (value: number): number => Math.round(value * 10);

/** The text that a field path such as `experience[0].title` names. */
function textAt(record: NeedInput | TalentInput, field: string): string {
  const steps = field.split(/[.[\]]+/).filter(Boolean);
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], record) as string;
}

const allEvidence = (result: MatchResult): Evidence[] =>
  result.criteria.flatMap((criterion) => criterion.evidence.flat());
const allReasons = (result: MatchResult): Reason[] => [
  ...result.criteria.flatMap((criterion) => criterion.reasons),
  ...result.checks.map((check) => check.reason),
  ...result.missing,
  ...result.wouldChange,
];

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("離岸風電導管架🌊設計", "שלום fatigue analysis", "ＤＮＶ 規範", "没做过导管架", ""),
);
const talents = fc.record(
  {
    id: fc.constant("T"),
    headline: text,
    summary: text,
    skills: fc.array(text, { maxLength: 4 }),
    experience: fc.array(fc.record({ title: text, description: text }), { maxLength: 2 }),
    qualifications: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ["id"] },
) as fc.Arbitrary<TalentInput>;
const needs = fc.record(
  {
    id: fc.constant("N"),
    title: text,
    mustHave: fc.array(text, { maxLength: 3 }),
    preferred: fc.array(text),
  },
  { requiredKeys: ["id"] },
) as fc.Arbitrary<NeedInput>;

describe("explain", () => {
  it("shows contributions that add up exactly to the score", () => {
    fc.assert(
      fc.property(needs, talents, (needInput, talentInput) => {
        const result = explainPair(needInput, talentInput);
        const sum = result.criteria.reduce((all, criterion) => all + tenths(criterion.contribution), 0);
        expect(sum).toBe(tenths(result.score));
        expect(result.score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("points at the original text on both sides", () => {
    fc.assert(
      fc.property(needs, talents, (needPart, talentPart) => {
        const [needInput, talentInput] = [
          { ...need, ...needPart },
          { ...talent, ...talentPart },
        ];
        for (const each of allEvidence(explainPair(needInput, talentInput))) {
          const source = textAt(each.side === "need" ? needInput : talentInput, each.field);
          expect(source.slice(each.start, each.end)).toBe(each.text);
        }
      }),
    );
  });

  it("joins the words of two scripts by a concept", () => {
    const result = explainPair(need, talent);
    const mustHave = result.criteria.find((criterion) => criterion.id === "mustHave");
    expect(mustHave?.paths).toContainEqual({
      from: "疲劳分析",
      to: "疲勞分析",
      link: "same",
      conceptIds: ["fatigue"],
    });
    expect(mustHave?.reasons[0]).toEqual({ key: "requirements.count", params: { met: 3, of: 3 } });
    expect(result.missing).toEqual([]);
  });

  it("names what is missing and what would change it", () => {
    const result = explainPair(need, {
      ...talent,
      intentions: ["project"],
      summary: "",
      updatedAt: "2024-01-01",
    });
    expect(result.conflicts).toEqual(["mode"]);
    expect(result.missing.map((each) => each.key)).toContain("missing.requirement");
    expect(result.wouldChange.map((each) => each.key)).toEqual(
      expect.arrayContaining(["change.mode", "change.update"]),
    );
  });

  it("carries the versions", () => {
    const result = explainPair(need, talent);
    expect(result).toMatchObject({ dictionaryVersion: "tiny" });
    expect(result.engineVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect(result.weightsVersion).not.toBe("");
  });
});

describe("roundParts", () => {
  it("keeps the sum", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 9 }), (points) => {
        const { parts, total } = roundParts(points);
        expect(parts.reduce((sum, part) => sum + tenths(part), 0)).toBe(tenths(total));
        parts.forEach((part, i) => {
          expect(Math.abs(part - (points[i] as number))).toBeLessThanOrEqual(0.1 + 1e-9);
        });
      }),
    );
  });
});

describe("teams", () => {
  it("say what each member shows and what no member does", () => {
    const result = explainPair(need, {
      id: "T",
      kind: "team",
      headline: "離岸結構團隊",
      members: [
        { role: "結構工程師", skills: ["導管架", "monopile"] },
        { role: "法律顧問", skills: ["law"] },
      ],
    });
    const told = result.criteria.find((each) => each.id === "mustHave")?.reasons ?? [];
    expect(told.filter((each) => each.key.startsWith("team."))).toEqual([
      { key: "team.members", params: { members: 2, covered: 1, of: 3 } },
      { key: "team.member", params: { role: "結構工程師", requirements: need.mustHave?.[0] } },
      { key: "team.memberNone", params: { role: "法律顧問" } },
      { key: "team.missing", params: { requirements: need.mustHave?.slice(1).join(" · ") } },
    ]);
  });
});

describe("sentences", () => {
  const locales = ["en", "zh-Hans", "zh-Hant"] as const;
  const messagesOf = (locale: string) =>
    JSON.parse(readFileSync(`lib/i18n/messages/${locale}/matching.json`, "utf8"));

  it.each(locales)("has every sentence of the engine in %s", (locale) => {
    const messages = messagesOf(locale);
    for (const key of reasonKeys)
      expect(typeof textAt(messages.reasons, key), `${locale} ${key}`).toBe("string");
  });

  it.each(locales)("puts every sentence of any pair into %s without an error", (locale) => {
    const errors: string[] = [];
    const t = createTranslator({
      locale,
      messages: { matching: messagesOf(locale) },
      namespace: "matching.reasons",
      onError: (error) => errors.push(error.message),
    });
    fc.assert(
      fc.property(needs, talents, fc.boolean(), (needPart, talentPart, whole) => {
        const result = explainPair(
          whole ? { ...need, ...needPart, qualificationsRequired: ["HKICPA"] } : needPart,
          whole ? { ...talent, ...talentPart } : talentPart,
        );
        for (const each of allReasons(result))
          expect(t(each.key as never, each.params as never)).not.toContain("matching.reasons.");
      }),
      { numRuns: 50 },
    );
    expect(errors).toEqual([]);
  });
});

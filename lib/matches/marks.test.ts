import fc from "fast-check";
import { expect, test } from "vitest";
import type { Criterion } from "#lib/matching/types.ts";
import { evidenceSpans, segments } from "./marks.ts";

const texts = fc
  .array(fc.constantFrom("導", "管", "架", "a", " ", "𠮷", "👩‍🔧", "\n"), { maxLength: 20 })
  .map((parts) => parts.join(""));
const spans = fc.array(
  fc.record({
    start: fc.integer({ min: -3, max: 30 }),
    end: fc.integer({ min: -3, max: 30 }),
    group: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 6 },
);

test("the segments joined are the text, none is empty, and no character is cut in half", () => {
  fc.assert(
    fc.property(texts, spans, (text, given) => {
      const parts = segments(text, given);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) {
        expect(part.text).not.toBe("");
        expect(part.text.isWellFormed()).toBe(true);
      }
    }),
  );
});

test("each stretch knows all the evidence it belongs to, and each piece is numbered once where it ends", () => {
  const parts = segments("固定式海上基础（导管架）设计", [
    { start: 0, end: 7, group: 1 },
    { start: 3, end: 11, group: 2 },
    { start: 8, end: 11, group: 1 },
  ]);
  expect(parts).toEqual([
    { text: "固定式", groups: [1], ends: [] },
    { text: "海上基础", groups: [1, 2], ends: [1] },
    { text: "（", groups: [2], ends: [] },
    { text: "导管架", groups: [1, 2], ends: [1, 2] },
    { text: "）设计", groups: [], ends: [] },
  ]);
});

test("evidence for one requirement is one group with one number on both sides; what only one side shows is left out", () => {
  const at = (side: "need" | "talent", field: string, start: number, end: number) => ({
    side,
    field,
    start,
    end,
    text: "",
  });
  const criterion = (id: Criterion["id"], evidence: Criterion["evidence"]): Criterion => ({
    id,
    direction: "needToTalent",
    value: 1,
    weight: 1,
    contribution: 1,
    reasons: [],
    evidence,
    paths: [],
  });
  const { need, talent } = evidenceSpans([
    criterion("experience", [[at("talent", "experience[0].title", 0, 4)]]),
    criterion("preferred", [[at("need", "preferred[0]", 0, 4), at("talent", "skills[0]", 0, 4)]]),
    criterion("mustHave", [
      [at("need", "mustHave[0]", 0, 3), at("talent", "headline", 0, 3)],
      [at("need", "mustHave[0]", 4, 6), at("talent", "summary", 2, 5)],
      [at("need", "mustHave[1]", 0, 2), at("talent", "headline", 0, 3)],
    ]),
  ]);
  expect(need.get("mustHave[0]")?.map((span) => span.group)).toEqual([1, 1]);
  expect(need.get("mustHave[1]")?.map((span) => span.group)).toEqual([2]);
  expect(need.get("preferred[0]")?.map((span) => span.group)).toEqual([3]);
  expect(talent.get("headline")?.map((span) => span.group)).toEqual([1, 2]);
  expect(talent.has("experience[0].title")).toBe(false);
});

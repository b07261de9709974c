import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discriminationIn } from "./checks.ts";
import { findDiscrimination } from "./discrimination.ts";
import { CATEGORIES } from "./discrimination-patterns.ts";
import { needDraftInput } from "./schema.ts";

const cases: { positive: Record<string, string[]>; negative: string[] } = JSON.parse(
  readFileSync(new URL("./discrimination-cases.json", import.meta.url), "utf8"),
);
const positive = Object.entries(cases.positive).flatMap(([category, texts]) =>
  texts.map((text) => [category, text]),
);

test("the table is large and knows every category", () => {
  expect(positive.length + cases.negative.length).toBeGreaterThan(350);
  expect(Object.keys(cases.positive).sort()).toEqual([...CATEGORIES].sort());
});

test.each(positive)("%s: %s", (category, text) => {
  expect(findDiscrimination(text as string).map((finding) => finding.category)).toContain(category);
});

test.each(cases.negative)("work, not a person: %s", (text) => {
  expect(findDiscrimination(text)).toEqual([]);
});

// as they stand in real adverts: in the middle of sentences, in both scripts, full width
describe("in sentences", () => {
  test.each([
    ["负责焊接工艺。要求：１、限男性；２、３５岁以下；３、本科以上。", ["sex", "age"]],
    ["主要職責包括檢測與報告，女士優先，須未婚，樣貌端正。", ["sex", "marital", "appearance"]],
    [
      "You will lead the team. Applicants must be male, aged 25-35 and single preferred.",
      ["sex", "age", "marital"],
    ],
    ["五年以上工作经验，熟悉女装版型，能适应35MPa高压设备。", []],
    ["為配合深水測試，應聘者可負責男士護膚品及女裝系列的市場研究，對象為35歲以下消費者。", []],
  ])("%s", (text, categories) => {
    expect(findDiscrimination(text).map((finding) => finding.category)).toEqual(categories);
  });
});

test("a finding points at its words in the original, whatever stands around it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      (a, b) => {
        const text = `${a}。限男性。${b}`;
        const found = findDiscrimination(text);
        for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
        expect(found.some((finding) => finding.text === "限男性")).toBe(true);
      },
    ),
  );
});

test("a text at its limit is read to its end, also a hostile one", () => {
  for (const text of [
    "限".repeat(10_000),
    "25-".repeat(3300),
    "under 35 ".repeat(1100),
    "不限男女，".repeat(2000),
    "面向".repeat(5000),
  ]) {
    expect(Array.isArray(findDiscrimination(text))).toBe(true);
  }
});

test("every text of a need is read, and the field is named", () => {
  const need = needDraftInput.parse({
    type: "job",
    description: "x",
    mustHave: ["a", "未婚優先"],
    duties: ["male only"],
  });
  expect(discriminationIn(need).map(({ path, category }) => [path, category])).toEqual([
    ["duties[0]", "sex"],
    ["mustHave[1]", "marital"],
  ]);
});

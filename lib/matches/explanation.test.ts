import { expect, test } from "vitest";
import type { Criterion } from "#lib/matching/types.ts";
import { explanationOf, highlights, partsOnly } from "./explanation.ts";

const criterion = (id: Criterion["id"], contribution: number, keys: string[], value = 1): Criterion => ({
  id,
  direction: "needToTalent",
  value,
  weight: 10,
  contribution,
  reasons: keys.map((key) => ({ key, params: { found: "離岸工程顧問公司" } })),
  evidence: [],
  paths: [],
});
const result = explanationOf({
  checks: [
    { id: "mode", outcome: "conflict", reason: { key: "check.mode.conflict" } },
    { id: "language", outcome: "pass", reason: { key: "check.language.pass" } },
  ],
  criteria: [
    criterion("mustHave", 30, ["requirements.count", "requirement.met"]),
    criterion("pay", 4, ["pay.upperEnd"]),
    criterion("education", 5, ["education.level"]),
    criterion("language", 0.3, ["language.level"], 0.1),
  ],
});

test("what fits is told by weight, what does not is told as such and not twice", () => {
  const { fits, cautions } = highlights(result);
  expect(fits.map((one) => one.key)).toEqual(["requirement.met", "education.level"]);
  expect(cautions.map((one) => one.key)).toEqual(["check.mode.conflict", "pay.upperEnd"]);
});

test("the parts for an enterprise hold no word of the profile", () => {
  expect(JSON.stringify(partsOnly(result))).not.toContain("離岸");
});

test("an explanation that was removed reads as empty", () => {
  expect(highlights(explanationOf({}))).toEqual({ fits: [], cautions: [] });
  expect(partsOnly(explanationOf(null))).toEqual([]);
});

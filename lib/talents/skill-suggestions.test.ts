import { expect, it } from "vitest";
import { suggestSkills } from "./skill-suggestions.ts";

it("suggests concepts of the dictionary in the reader's script, whatever script is typed", () => {
  expect(suggestSkills("导管架", "zh-Hant")[0]).toMatch(/導管架/);
  expect(suggestSkills("jacket", "zh-Hant").join()).toMatch(/導管架/);
  expect(suggestSkills("導管架", "en").join()).toMatch(/jacket/i);
});

it("puts what begins with the typed words first, and never more than eight", () => {
  const found = suggestSkills("ro", "en");
  expect(found.length).toBeLessThanOrEqual(8);
  expect(suggestSkills("python", "en")[0]).toMatch(/^python/i);
  expect(suggestSkills("p", "en")).toEqual([]);
});

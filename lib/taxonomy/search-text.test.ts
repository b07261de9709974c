import fc from "fast-check";
import { expect, test } from "vitest";
import { searchParts } from "./search-text.ts";

test("數據, 数据 and data ask for the same words", () => {
  const terms = (query: string) => searchParts(query).flatMap((part) => part.tokens.flat());
  for (const query of ["數據", "数据", "data"])
    for (const term of ["data", "数据"]) expect(terms(query)).toContain(term);
});

test("a phrase of the dictionary is asked for as its concept, in all three scripts", () => {
  const concepts = (query: string) => searchParts(query).map((part) => part.concept);
  const [first] = concepts("离岸风电");
  expect(first).toBeDefined();
  expect(concepts("離岸風電")).toEqual([first]);
  expect(concepts("Offshore wind")).toEqual([first]);
});

test("any text can be asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (query) => void searchParts(query)),
    { numRuns: 200 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { MODES, NEED_DIRECTIONS, PATHWAYS } from "#lib/terms/terms.ts";
import { CHECKLISTS, type ChecklistName } from "./checklist-schema.ts";
import { checklists, itemId, itemOf, itemsFor } from "./checklists.ts";

const facts = fc.record({
  direction: fc.constantFrom(...NEED_DIRECTIONS),
  pathway: fc.constantFrom(...PATHWAYS, null),
  mode: fc.constantFrom(...MODES, null),
  qualified: fc.boolean(),
  unlettered: fc.boolean(),
});
const keys = (name: ChecklistName, of: Parameters<typeof itemsFor>[1]) =>
  itemsFor(name, of).map(({ key }) => key);

test("every file holds what the schema says, and no item is out of reach", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(facts, (of) => {
      for (const name of CHECKLISTS)
        for (const optIn of [false, true])
          for (const item of itemsFor(name, of, optIn)) reached.add(itemId(name, item));
    }),
    { numRuns: 2000 },
  );
  const all = CHECKLISTS.flatMap((name) => checklists()[name].items.map((item) => itemId(name, item)));
  expect([...reached].sort()).toEqual([...all].sort());
  for (const id of all) expect(itemOf(id)).toBeDefined();
});

test("the right to work goes by the pathway", () => {
  fc.assert(
    fc.property(facts, (of) => {
      const list = keys("landing", of);
      const inward = of.direction === "hk_to_yantai";
      const permit = ["hkmo_other_resident", "foreign_national"].includes(of.pathway ?? "");
      expect(list.includes("work-permit")).toBe(inward && permit);
      if (list.includes("residence-permit")) expect(of.pathway).toBe("hkmo_chinese_resident");
      if (of.pathway === "mainland_resident" && inward) expect(list).toContain("which-measures");
      // only `hk-stay`, the question to the Immigration Department, is for people who come to Yantai
      if (inward) expect(list.filter((key) => key.startsWith("hk-") && key !== "hk-stay")).toEqual([]);
    }),
  );
});

test("matters of the family are never laid out unasked, and identity papers never before acceptance", () => {
  fc.assert(
    fc.property(facts, (of) => {
      for (const name of CHECKLISTS) {
        expect(keys(name, of)).not.toContain("schooling");
        expect(keys(name, of)).not.toContain("family");
      }
    }),
  );
  for (const name of ["interview", "offer"] as const)
    expect(checklists()[name].items.some(({ identity }) => identity)).toBe(false);
});

test("nothing implies measures of the Greater Bay Area, or that a qualification is recognised", () => {
  for (const name of CHECKLISTS)
    for (const { key, title, text } of checklists()[name].items) {
      const words = [title, text].flatMap((one) => Object.values(one)).join("\n");
      expect(words, key).not.toMatch(/大湾区|大灣區|Greater Bay|GBA|15 ?%/);
      if (key !== "crosswalk") expect(words, key).not.toMatch(/(?<!不代表)已(获认可|獲認可)|is recognised/);
    }
});

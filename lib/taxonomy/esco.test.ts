import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { conceptRecord } from "./concept.ts";
import { escoDictionary, readEsco } from "./esco.ts";

const folder = mkdtempSync(path.join(tmpdir(), "esco-"));
const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const at = "http://data.europa.eu/esco";
file(
  "occupations_en.csv",
  `conceptUri,preferredLabel,altLabels,hiddenLabels\n${at}/occupation/1,welding engineer,"weld engineer\nengineer of welding",\n${at}/occupation/2,nanny,childminder,\n`,
);
file(
  "ISCOGroups_en.csv",
  `conceptUri,code,preferredLabel,altLabels\n${at}/isco/C2144,2144,Mechanical engineers,\n${at}/isco/C2,2,Professionals,\n`,
);
file(
  "broaderRelationsOccPillar_en.csv",
  `conceptUri,broaderUri\n${at}/occupation/1,${at}/isco/C2144\n${at}/isco/C2144,${at}/isco/C2\n`,
);
const own = conceptRecord({
  id: "welding-engineer",
  kind: "occupation",
  hans: "焊接工程师",
  en: "Welding engineer",
});

describe("ESCO", () => {
  const dictionary = escoDictionary([own as NonNullable<typeof own>], folder);

  it("adds its labels and joins an own concept of the same name", () => {
    expect(dictionary.find("childminder").map((hit) => hit.conceptId)).toEqual(["esco:occupation/2"]);
    expect(dictionary.linksOf("welding-engineer")).toMatchObject([
      { conceptId: "esco:occupation/1", link: "same" },
    ]);
    expect(dictionary.linksOf("esco:occupation/1")).toContainEqual(
      expect.objectContaining({ conceptId: "esco:isco/C2144", link: "broader" }),
    );
  });

  it("brings titles of one occupation near each other, and of others not", () => {
    const like = (title: string) => dictionary.occupationsLike?.(title) ?? new Map<number, number>();
    const likeness = (a: string, b: string) =>
      [...like(a)].reduce((sum, [key, value]) => sum + value * (like(b).get(key) ?? 0), 0);
    expect(likeness("senior welding engineers", "welding engineer")).toBeGreaterThan(0.8);
    expect(likeness("childminder", "childminder")).toBeCloseTo(1);
    expect(likeness("childminder", "welding engineer")).toBeLessThan(0.2);
    expect(like("zzz").size).toBe(0);
  });

  it("reads a Chinese title of either script by its English occupation", () => {
    const like = (title: string) => dictionary.occupationsLike?.(title) ?? new Map<number, number>();
    const likeness = (a: string, b: string) =>
      [...like(a)].reduce((sum, [key, value]) => sum + value * (like(b).get(key) ?? 0), 0);
    expect(likeness("焊接工程师", "welding engineer")).toBeGreaterThan(0.8);
    expect(like("焊接工程師")).toEqual(like("焊接工程师"));
  });

  it("refuses a folder that holds none of its files", () => {
    expect(() => readEsco(mkdtempSync(path.join(tmpdir(), "none-")))).toThrow("occupations_en.csv");
  });
});

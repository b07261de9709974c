import { describe, expect, it } from "vitest";
import { type ConceptRecord, conceptRecord, contentOf } from "./concept.ts";
import { buildDictionary } from "./dictionary.ts";
import { layerSteps } from "./layer.ts";
import { type Edit, overlay } from "./overlay.ts";
import { atOnce } from "./slices.ts";

const record = (id: string, more: object = {}) =>
  conceptRecord({
    id,
    kind: "skill",
    hans: `${id}甲`,
    hant: `${id}乙`,
    en: `${id} one`,
    ...more,
  }) as ConceptRecord;
const edit = (conceptId: string, more: Partial<Edit> = {}): Edit => ({
  conceptId,
  content: null,
  mergedIntoId: null,
  retired: false,
  reviewedHash: null,
  ...more,
});
describe("a classification below", () => {
  const below = [
    record("esco:1", {
      hans: "welder",
      hant: "welder",
      en: "welder",
      aliases: ["arc welder"],
      broader: ["esco:2"],
    }),
    record("esco:2", { hans: "metal trades", hant: "metal trades", en: "metal trades" }),
  ];
  const own = [record("welding", { en: "Welder", aliases: ["焊工"] }), record("metal", { aliases: ["arc"] })];
  const layer = atOnce(layerSteps("k", below));
  const dictionary = buildDictionary(own, { below: layer });
  const found = (text: string, from = dictionary) => from.find(text).map((hit) => hit.conceptId);

  it("is found with the own words, and its names join own concepts", () => {
    expect(found("arc welders and metal trades")).toEqual(["esco:1", "esco:2"]);
    expect(found("arc")).toEqual(["metal"]);
    expect(found("welder").sort()).toEqual(["esco:1", "welding"]);
    expect(dictionary.linksOf("welding")).toMatchObject([{ conceptId: "esco:1", link: "same" }]);
    expect(dictionary.linksOf("esco:1")).toMatchObject([
      { conceptId: "welding", link: "same" },
      { conceptId: "esco:2", link: "broader" },
    ]);
  });

  it("shows none of its words for a concept that staff changed, merged or retired", () => {
    const content = { ...contentOf(below[0] as ConceptRecord), aliases: ["电焊工"] };
    const changed = overlay(own, [edit("esco:1", { content })], (id) => layer.byId.get(id));
    const now = buildDictionary(changed.concepts, { below: layer, hidden: changed.touched });
    expect(found("arc welder", now)).toEqual(["metal", ...found("welder", now)]);
    expect(found("电焊工", now)).toEqual(["esco:1"]);
    const gone = overlay(own, [edit("esco:1", { mergedIntoId: "welding" })], (id) => layer.byId.get(id));
    const after = buildDictionary(gone.concepts, { below: layer, hidden: gone.touched });
    expect(found("arc welder", after)).toEqual(["welding"]);
    expect(after.label("esco:1", "en")).toBe("Welder");
  });

  it("changes the version", () => {
    expect(dictionary.version).not.toBe(buildDictionary(own).version);
    expect(dictionary.version).not.toBe(buildDictionary(own, { below: { ...layer, key: "l" } }).version);
  });
});

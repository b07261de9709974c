import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { importTaxonomy, readTaxonomy } from "#scripts/records/import-taxonomy.ts";
import { addConcept, editConcept, mergeConcept } from "./commands.ts";
import { contentOf } from "./concept.ts";
import { getConcept } from "./concept-query.ts";
import { baseConcepts, type Current } from "./current.ts";
import { dictionaryFiles } from "./data-files.ts";
import { readConcepts } from "./dictionary.ts";
import { LiveDictionary } from "./live.ts";
import { type AddInput, addInput } from "./schema.ts";

useDatabase();

const viewer = systemViewer("import");
const ESCO = "../shared/data/esco";
const at = "http://data.europa.eu/esco";
const folderOf = (files: Record<string, string>) => {
  const folder = mkdtempSync(path.join(tmpdir(), "esco-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
};
const OCCUPATIONS = `conceptUri,preferredLabel,altLabels,hiddenLabels\n${at}/occupation/1,naval architect,"ship form designer",\n${at}/occupation/2,zookeeper,animal park keeper,\n`;
const small = (more = "") => folderOf({ "occupations_en.csv": OCCUPATIONS + more });

async function current(): Promise<Current> {
  let now: Current | undefined;
  await new LiveDictionary((next) => {
    now = next;
  }).refresh();
  return now as Current;
}
const found = (now: Current, text: string) => now.dictionary.find(text).map((hit) => hit.conceptId);

describe("a folder that is not ESCO's is refused whole", () => {
  it.each([
    ["missing", "/nowhere/at/all", "is no folder"],
    ["of other files", folderOf({ "a.csv": "x" }), "holds neither"],
    ["with other columns", folderOf({ "occupations_en.csv": "a,b\n1,2\n" }), "conceptUri is missing"],
    ["with a file that is no table", folderOf({ "occupations_en.csv": 'a,"b\n1,2,3\n' }), "is no CSV file"],
    ["with an empty file", folderOf({ "occupations_en.csv": "" }), "is empty"],
  ])("%s", (_, folder, line) => {
    expect(() => readTaxonomy(folder)).toThrow(line);
  });
});

describe("loading ESCO", () => {
  it("puts it below the own dictionary, once, and what staff wrote stays on top", async () => {
    const before = await current();
    expect(await importTaxonomy(viewer, readTaxonomy(small()), true)).toContain("nothing saved");
    expect(await db.escoConcept.count()).toBe(0);
    expect(await importTaxonomy(viewer, readTaxonomy(small()), false)).toContain("European Commission");
    expect(await importTaxonomy(viewer, readTaxonomy(small()), false)).toContain("unchanged");
    expect(await db.auditEvent.count({ where: { action: "concept.escoLoaded" } })).toBe(1);
    const loaded = await current();
    expect(loaded.dictionary.version).not.toBe(before.dictionary.version);
    expect(found(loaded, "animal park keeper")).toEqual(["esco:occupation/2"]);
    expect(loaded.dictionary.linksOf("naval-architect")).toContainEqual(
      expect.objectContaining({ conceptId: "esco:occupation/1", link: "same" }),
    );
    expect(found(loaded, "離岸風電")).toEqual(found(before, "離岸風電"));

    // staff give an ESCO concept its Chinese names, and merge another into an own one
    const content = {
      ...contentOf(loaded.below?.byId.get("esco:occupation/2") as never),
      hans: "动物园饲养员",
      hant: "動物園飼養員",
    };
    await editConcept(viewer, {
      conceptId: "esco:occupation/2",
      version: 0,
      intent: "save",
      sharedForms: false,
      ...content,
    });
    await mergeConcept(viewer, { conceptId: "esco:occupation/1", version: 0, into: "naval-architect" });
    const more = `${at}/occupation/3,lighthouse keeper,,\n`;
    expect(await importTaxonomy(viewer, readTaxonomy(small(more)), false)).toContain("3 concepts");
    const later = await current();
    expect(found(later, "動物園飼養員")).toEqual(["esco:occupation/2"]);
    expect(found(later, "ship form designer")).toEqual(["naval-architect"]);
    expect(later.dictionary.label("esco:occupation/1", "en")).toBe("Naval architect");
    expect(found(later, "lighthouse keeper")).toEqual(["esco:occupation/3"]);
    expect((await getConcept(viewer, "esco:occupation/3", "en")).source).toBe("esco");
    await db.taxonomyEdit.deleteMany();
  });

  it.skipIf(!existsSync(ESCO))("loads the whole of it", async () => {
    await importTaxonomy(viewer, readTaxonomy(ESCO), false);
    const now = await current();
    expect(now.below?.byId.size).toBeGreaterThan(15_000);
    expect(found(now, "shepherds")).not.toEqual([]);
  });
  if (!existsSync(ESCO)) console.warn(`SKIPPED: ${ESCO} is not there, so the whole of ESCO was not loaded`);
});

describe("writing the dictionary back into data files", () => {
  const asFolder = async () =>
    folderOf(Object.fromEntries((await dictionaryFiles()).map(({ name, text }) => [name, text])));

  it("changes nothing where staff changed nothing", async () => {
    expect(readConcepts(await asFolder()).concepts).toEqual(baseConcepts());
  });

  it("holds what staff did, so that the files alone give the same dictionary", async () => {
    await db.escoConcept.deleteMany();
    await db.taxonomyLoad.deleteMany();
    await addConcept(
      viewer,
      addInput.parse({
        kind: "skill",
        hans: "飞艇系留",
        hant: "飛艇繫留",
        en: "Airship mooring",
      }) as AddInput,
    );
    await mergeConcept(viewer, { conceptId: "floating-wind", version: 0, into: "offshore-wind" });
    const { concepts, problems } = readConcepts(await asFolder());
    const now = await current();
    expect(problems).toEqual([]);
    expect(concepts).toEqual(now.concepts);
    expect(concepts.find((concept) => concept.id === "offshore-wind")?.former).toEqual(["floating-wind"]);
  });
});

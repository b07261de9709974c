import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conceptRecord } from "./concept.ts";
import { buildDictionary } from "./dictionary.ts";
import { isCovered, phraseForm, unknownPhrases } from "./phrases.ts";
import { refId, refText, resolveRef } from "./refs.ts";
import { conceptPath, idFromPath } from "./schema.ts";
import { toHongKong } from "./scripts.ts";
import { slugOf } from "./slug.ts";
import { conceptIdForm } from "./validate.ts";

const concept = (id: string, hans: string, en: string) =>
  conceptRecord({ id, kind: "skill", hans, hant: hans, en }) as NonNullable<ReturnType<typeof conceptRecord>>;
const wind = concept("offshore-wind", "海上风电", "offshore wind");
const java = concept("java", "Java", "Java");
const dictionary = buildDictionary([wind, java]);
const unknown = (...texts: string[]) =>
  unknownPhrases(
    texts.map((text) => ({ field: "skills" as const, text })),
    dictionary,
  ).map(({ form }) => form);

describe("phrases that no concept covers", () => {
  it.each([
    ["known in the other script", ["離岸風電"], []],
    ["with a known part", ["海上风电安装"], []],
    ["with a small known part", ["Java 岛咖啡贸易史专题研究"], ["java 岛咖啡贸易史专题研究"]],
    ["unknown", ["波浪能发电"], ["波浪能发电"]],
    ["both scripts once", ["波浪能發電", "波浪能发电"], ["波浪能发电"]],
    ["case and spaces", ["Tidal  Turbines", "tidal turbines"], ["tidal turbines"]],
    [
      "sentences",
      ["熟悉海洋可再生能源开发与利用的全过程管理并能独立带领团队完成从选址到并网的所有工作任务以及各类报告"],
      [],
    ],
    ["an address", ["a.chan@example.com"], []],
    ["a telephone number", ["call 9123 4567"], []],
    ["what was taken out", ["⟦name⟧ method"], []],
    ["numbers and single letters", ["2024", "C"], []],
  ])("%s", (_, texts, forms) => {
    expect(unknown(...texts)).toEqual(forms);
  });

  it("are settled by making them another word for a concept", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("波浪能发电", "潮汐能", "tidal turbine", "Wave energy converter", "海洋能 R&D"),
        (text) => {
          const after = buildDictionary([{ ...wind, aliases: [text] }, java]);
          expect(isCovered(text, dictionary)).toBe(false);
          expect(isCovered(text, after)).toBe(true);
          expect(isCovered(phraseForm(text), after)).toBe(true);
        },
      ),
    );
  });
});

describe("a reference to another concept", () => {
  const exists = (id: string) => id === "offshore-wind" || id === "java";
  it.each(["offshore-wind", refText("海上风电", "offshore-wind"), "Offshore Wind", "離岸風電"])(
    "%s",
    (text) => {
      expect(resolveRef(text, [wind, java], exists)).toBe("offshore-wind");
    },
  );

  it("is not guessed", () => {
    expect(resolveRef("wind", [wind, java], exists)).toBe("wind");
    expect(refId("A · B · c-d")).toBe("c-d");
  });
});

describe("ids and addresses", () => {
  it("an id made of a name has the form of one", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (name) => {
        const slug = slugOf(name);
        if (slug) expect(slug).toMatch(conceptIdForm);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it("an address leads back to its id", () => {
    for (const id of ["offshore-wind", "esco:occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"])
      expect(idFromPath(conceptPath(id).split("/").at(-1) as string)).toBe(id);
  });
});

it("drafts Hong Kong's words, not only its characters", () => {
  expect(toHongKong("信息技术")).toBe("資訊科技");
  expect(toHongKong("软件工程与海上风电")).toBe("軟件工程與離岸風電");
});

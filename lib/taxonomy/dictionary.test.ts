import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { meetingLicence, readLicenceDemands, readLicenceHeld } from "#lib/matching/licences.ts";
import { unexplainedForms } from "./ambiguity.ts";
import { conceptRecord } from "./concept.ts";
import { buildDictionary, loadDictionary, readConcepts } from "./dictionary.ts";
import { mixedRanks } from "./ranks.ts";
import { learnTranslations } from "./translations.ts";

const record = (id: string, en: string, more: object = {}) =>
  conceptRecord({ id, kind: "skill", hans: en, hant: en, en, ...more }) as NonNullable<
    ReturnType<typeof conceptRecord>
  >;
const dictionary = buildDictionary([
  record("java", "Java"),
  record("javascript", "JavaScript", { related: ["java"] }),
  record("law", "law", { aliases: ["法律"] }),
  record("offshore-wind", "offshore wind", { hans: "海上风电", hant: "離岸風電", broader: ["wind"] }),
  record("wind", "wind power", { hans: "风电", same: ["wind-2"] }),
  record("wind-2", "wind energy"),
  record("it", "IT", { hans: "信息技术" }),
  record("gmp", "GMP", { aliases: ["good manufacturing practice"] }),
  record("gmp-price", "guaranteed maximum price", { aliases: ["GMP"] }),
  record("cpp", "C++"),
  record("led", "LED"),
  record("plc", "PLC"),
  record("cmms", "CMMS"),
  record("cmm", "CMM"),
  record("iec", "IEC 61400"),
]);
const found = (text: string) => dictionary.find(text).map((hit) => hit.conceptId);

describe("find", () => {
  it.each([
    ["Java and JavaScript", ["java", "javascript"]],
    ["lawn care for lawyers", []],
    ["精通JavaScript开发", ["javascript"]],
    ["離岸風電項目", ["offshore-wind"]],
    ["Offshore-Wind farms", ["offshore-wind"]],
    ["資訊科技", ["it"]],
    ["it is IT", ["it"]],
    ["GMP車間", ["gmp", "gmp-price"]],
    ["C++/Java", ["cpp", "java"]],
    ["I led a team", []],
    ["LED lighting, PLCs and a CMMS", ["led", "plc", "cmms"]],
    ["IEC61400 and iec 61400-1", ["iec", "iec"]],
    ["", []],
  ])("%s", (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it("takes the longest form and points at the original text", () => {
    const text = "我做過離岸風電同Wind Energy項目";
    expect(dictionary.find(text).map((hit) => text.slice(hit.start, hit.end))).toEqual([
      "離岸風電",
      "Wind Energy",
    ]);
  });
});

describe("links", () => {
  it("go both ways with their type", () => {
    expect(dictionary.linksOf("offshore-wind")).toMatchObject([{ conceptId: "wind", link: "broader" }]);
    expect(dictionary.linksOf("wind")).toMatchObject([
      { conceptId: "wind-2", link: "same" },
      { conceptId: "offshore-wind", link: "narrower" },
    ]);
    expect(dictionary.linksOf("java")).toMatchObject([{ conceptId: "javascript", link: "related" }]);
    expect(dictionary.linksOf("nothing")).toEqual([]);
  });

  it("labels in three scripts and keeps a version of its contents", () => {
    expect(dictionary.label("offshore-wind", "zh-Hant")).toBe("離岸風電");
    expect(dictionary.label("offshore-wind", "en")).toBe("offshore wind");
    expect(dictionary.version).not.toBe(buildDictionary([record("java", "Java")]).version);
  });
});

describe("data files", () => {
  it("may be unfinished without stopping the rest", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "concepts-"));
    writeFileSync(path.join(folder, "a.json"), '[{"id":"a","kind":"skill","en":"a b"},{"id":"x"}]');
    writeFileSync(path.join(folder, "b.json"), '[{"id":');
    const read = readConcepts(folder);
    expect(read.concepts.map((concept) => concept.id)).toEqual(["a"]);
    expect(read.problems).toHaveLength(2);
    expect(loadDictionary(folder).find("a b")).toHaveLength(1);
  });

  const { concepts, problems } = readConcepts();
  const ids = new Set(concepts.map((concept) => concept.id));

  it("are whole", () => {
    expect(problems).toEqual([]);
  });

  it("hold each id once", () => {
    const seen = new Set<string>();
    const twice = concepts.filter((concept) => seen.has(concept.id) || !seen.add(concept.id));
    expect(twice.map((concept) => concept.id)).toEqual([]);
  });

  it("link only to concepts that exist", () => {
    const dangling = concepts.flatMap((concept) =>
      [...concept.broader, ...concept.related, ...concept.same]
        .filter((id) => !ids.has(id))
        .map((id) => `${concept.id} → ${id}`),
    );
    expect(dangling).toEqual([]);
  });

  it("give no written form to concepts that nothing joins, unless ambiguous-forms.json names it", () => {
    const known = JSON.parse(readFileSync("lib/taxonomy/ambiguous-forms.json", "utf8")) as { form: string }[];
    const forms = new Set(known.map((entry) => entry.form));
    const unknown = unexplainedForms(concepts).filter(({ form }) => !forms.has(form));
    expect(unknown.map(({ claims }) => claims.map((claim) => `${claim.as} (${claim.conceptId})`))).toEqual(
      [],
    );
  });
});

describe("translations", () => {
  it("are learnt from labels that share a word in both scripts", () => {
    const words = learnTranslations([
      record("a", "fatigue analysis", { hans: "疲劳分析" }),
      record("b", "fatigue test", { hans: "疲劳试验" }),
      record("c", "GMP audit", { hans: "审计" }),
    ]);
    expect(words.get("疲劳")?.[0]).toEqual({ term: "fatigu", confidence: 1 });
    expect(words.get("fatigu")?.[0]?.term).toBe("疲劳");
    expect(words.get("gmp")).toBeUndefined();
  });
});

describe("ranks", () => {
  const mixed = mixedRanks(readConcepts().concepts);

  it("of seafarers and classes of certificates are concepts of their own", () => {
    // levels of these are told apart by lib/matching/licences.ts, or one certificate is for both ranks
    const known = [
      "cfa",
      "class-3-deck-officer",
      "coating-inspector-cert",
      "ndt-certificate",
      "putonghua-test",
    ];
    const kinds = new Map(readConcepts().concepts.map((concept) => [concept.id, concept.kind]));
    const mixtures = mixed.filter(({ id }) => kinds.get(id) === "qualification").map(({ id }) => id);
    expect(mixtures.filter((id) => !known.includes(id))).toEqual([]);
  });

  it("are found where a concept mixes them", () => {
    const mixture = record("engineers", "chief engineer", {
      kind: "occupation",
      aliases: ["大管轮", "二副"],
    });
    expect(mixedRanks([mixture, record("plain", "welder", { kind: "occupation" })])).toMatchObject([
      {
        id: "engineers",
        ranks: { "master or chief engineer": ["chief engineer", "chief engineer", "chief engineer"] },
      },
    ]);
  });

  const own = loadDictionary();
  const named = (text: string) => own.find(text).map((hit) => hit.conceptId);
  it.each([
    ["轮机长", ["chief-engineer-ship"]],
    ["輪機長", ["chief-engineer-ship"]],
    ["大管轮", ["second-engineer-ship"]],
    // Hong Kong counts one rank further than the mainland, so the same characters mean two ranks
    ["二管輪", ["third-engineer-ship", "second-engineer-ship"]],
    ["Third Engineer", ["third-engineer-ship"]],
    ["一級輪機師適任證書", ["class-1-marine-engineer"]],
    ["STCW III/2 Second Engineer", ["class-2-marine-engineer"]],
    ["二级建造师", ["constructor-2-cn"]],
  ])("%s", (text, ids) => {
    expect(named(text).sort()).toEqual([...ids].sort());
  });

  it("a higher certificate covers the lower, never the other way", () => {
    const demand = (text: string) => readLicenceDemands(text, own)[0] as never;
    const held = (text: string) => [readLicenceHeld(text, own)];
    expect(meetingLicence(demand("大管轮适任证书"), held("Class 1 Marine Engineer CoC"))).toBeDefined();
    expect(meetingLicence(demand("轮机长适任证书"), held("Class 2 Marine Engineer CoC"))).toBeUndefined();
    expect(meetingLicence(demand("一级建造师"), held("二级建造师"))).toBeUndefined();
    expect(meetingLicence(demand("CATTI三级"), held("CATTI一级"))).toBeDefined();
  });
});

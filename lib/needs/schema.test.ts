import { describe, expect, test } from "vitest";
import { needInput } from "#e2e/support/need-examples.ts";
import { formToObject } from "#lib/form-values.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { chainOf } from "./chains.ts";
import { conceptsNamed, suggestConcepts } from "./concept-names.ts";
import { deriveNeed } from "./derive.ts";
import { formValues } from "./form-values.ts";
import { toNeedInput } from "./projection.ts";
import { toColumns, toDraft } from "./rows.ts";
import { needDraftInput, needForm } from "./schema.ts";

const form = (entries: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of [["type", "job"] as [string, string], ...entries]) data.append(name, value);
  return needForm.safeParse(formToObject(data));
};
const refused = (entries: [string, string][]) =>
  form(entries).error?.issues.map((issue) => issue.path.join("."));

describe("the form", () => {
  test("takes rows with gaps, empty lines and a language that was not chosen", () => {
    const { data } = form([
      ["mustHave[0]", "  SACS "],
      ["mustHave[1]", ""],
      ["mustHave[7]", "疲勞分析"],
      ["languages[0].code", ""],
      ["languages[0].level", ""],
      ["languages[2].code", "en"],
      ["languages[2].level", "B2"],
      ["languages[2].required", "on"],
      ["payMin", "350,000"],
      ["deadline", ""],
    ]);
    expect(data).toMatchObject({
      mustHave: ["SACS", "疲勞分析"],
      languages: [{ code: "en", level: "B2", required: true }],
      payMin: 350_000,
      deadline: null,
      headcount: 1,
      intent: "save",
    });
  });

  test("what is too long, too many or no number is refused at its field", () => {
    expect(refused([["title", "字".repeat(10_000)]])).toEqual(["title"]);
    expect(refused([["description", "字".repeat(10_000)]])).toEqual(["description"]);
    expect(refused([["mustHave[0]", "x".repeat(10_000)]])).toEqual(["mustHave.0"]);
    expect(refused(Array.from({ length: 31 }, (_, index) => [`duties[${index}]`, "x"]))).toEqual(["duties"]);
    expect(refused([["payMax", "many"]])).toEqual(["payMax"]);
    expect(refused([["payMax", "99999999999"]])).toEqual(["payMax"]);
    expect(refused([["headcount", "0"]])).toEqual(["headcount"]);
    expect(refused([["deadline", "2027-02-30"]])).toEqual(["deadline"]);
    expect(refused([["languages[0].code", "en"]])).toEqual(["languages.0.level"]);
  });

  test("nothing of the record but its content can be written", () => {
    for (const name of [
      "status",
      "enterpriseId",
      "office",
      "openedAt",
      "filledCount",
      "code",
      "locale",
      "conceptIds",
    ])
      expect(form([[name, "x"]]).success, name).toBe(false);
  });

  test("emoji and letters of any script stay; marks that turn the direction around, and control characters, do not", () => {
    const { data } = form([["title", "\u202Eengineer\u202C 工程師 🌊 \u0000مهندس"]]);
    expect(data?.title).toBe("engineer 工程師 🌊 مهندس");
  });

  test("what is stored comes back as it was typed", () => {
    const { locale, ...fields } = needInput({ ftz: true, confidential: true });
    const data = new FormData();
    const put = (name: string, value: unknown): void => {
      if (typeof value === "string") data.append(name, value);
      else if (Array.isArray(value))
        for (const [index, one] of value.entries()) put(`${name}[${index}]`, one);
      else for (const [key, one] of Object.entries(value as object)) put(`${name}.${key}`, one);
    };
    for (const [name, value] of Object.entries(formValues(fields))) put(name, value);
    expect(needDraftInput.parse(formToObject(data))).toEqual(fields);
  });
});

describe("columns", () => {
  test("lead back to what was written, and to what the engine reads: no contact, no enterprise", () => {
    const need = needInput();
    const columns = toColumns(need);
    const row = JSON.parse(JSON.stringify(columns), (key, value) =>
      (key === "start" || key === "deadline") && value ? new Date(value) : value,
    );
    expect(toDraft(row)).toMatchObject(need);
    const input = toNeedInput({ ...row, id: "x" });
    expect(input).toMatchObject({
      pay: { min: 350_000, max: 500_000 },
      chain: "海上风电装备制造",
      deadline: "2027-04-30",
    });
    expect(JSON.stringify(input)).not.toContain(need.contactPhone);
  });

  test("what is derived is the same for every script", () => {
    const of = (mustHave: string) =>
      deriveNeed(
        needInput({
          mustHave: [mustHave],
          title: "",
          description: "",
          duties: [],
          preferred: [],
          disciplines: [],
          chainText: "",
        }),
      );
    const [hans, hant] = [of("海上风电数据分析"), of("海上風電數據分析")];
    expect(hans).toEqual(hant);
    expect(hans.conceptIds.length).toBeGreaterThan(0);
    expect(hans).toMatchObject({ educationRank: 2, payCeiling: 500_000 });
  });

  test("pay is compared by the year in yuan, and never larger than its column", () => {
    const ceiling = (change: object) => deriveNeed(needInput(change)).payCeiling;
    expect(ceiling({ payMax: 40_000, payCurrency: "HKD", payPeriod: "month" })).toBe(441_600);
    expect(ceiling({ payMax: 100_000_000, payPeriod: "day" })).toBe(2_000_000_000);
    expect(ceiling({ payMax: null, payMin: null })).toBeNull();
    expect(ceiling({ payMax: null })).toBe(350_000);
  });
});

describe("the dictionary's names", () => {
  test("are proposed in the reader's language for what is typed in any", () => {
    for (const typed of ["jack", "导管架", "導管架"])
      expect(suggestConcepts(typed, "zh-Hant"), typed).toContain("導管架基礎");
    expect(suggestConcepts("導管架", "en").join()).toMatch(/jacket/i);
    expect(suggestConcepts("", "en")).toEqual([]);
    expect(suggestConcepts("(.*", "en")).toEqual([]);
  });
  test("in Latin letters only from the beginning of a word", () => {
    expect(suggestConcepts("ython", "en")).toEqual([]);
    expect(suggestConcepts("pyth", "en")).toContain("Python");
  });
  test("one word of a search leads to the same concepts in any script", () => {
    const [hant, hans, en] = ["數據", "数据", "data"].map((word) => new Set(conceptsNamed(word)));
    expect(hant).toEqual(hans);
    expect([...(en ?? [])].filter((id) => hans?.has(id)).length).toBeGreaterThan(5);
    expect(conceptsNamed("law").some((id) => /lawn/.test(id))).toBe(false);
  });
});

test.each([
  ["海上风电装备制造", "clean-energy"],
  ["離岸風電", "clean-energy"],
  ["hydrogen and clean energy", "clean-energy"],
  ["汽车及新能源零部件", "automotive"],
  ["生物醫藥（細胞治療）", "biomedicine"],
  ["葡萄酒与文旅", "food-wine"],
  ["港口物流", "modern-services"],
  ["higher education (marine science)", "modern-services"],
  ["工业软件", "digital-economy"],
  ["低空经济 eVTOL", "aerospace"],
  ["???", "modern-services"],
])("the chain of %s is %s", (words, chain) => {
  expect(chainOf(words, currentDictionary())).toBe(chain);
});

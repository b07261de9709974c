import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derive, educationRank, experienceMonths, payFloor } from "./derive.ts";
import { nameKeys, phoneKey } from "./identity.ts";
import { EMPTY_PROFILE, type ExperienceEntry } from "./profile.ts";

const job = (from: string | null, to: string | null, title = "Engineer"): ExperienceEntry => ({
  title,
  from,
  to,
  organisation: "",
  industry: "",
  description: "",
});
const TODAY = "2026-11-23";

describe("months of work", () => {
  it("count overlaps once, the present job until today, and internships not at all", () => {
    expect(experienceMonths([job("2020-01", "2021-01"), job("2020-07", "2021-07")], TODAY)).toBe(18);
    expect(experienceMonths([job("2026-01", null)], TODAY)).toBe(10);
    for (const title of ["Summer intern", "實習生", "实习工程师"])
      expect(experienceMonths([job("2020-01", "2021-01", title)], TODAY)).toBe(0);
    expect(experienceMonths([job(null, null)], TODAY)).toBe(0);
  });

  it("never grow by listing the same job twice, nor depend on the order", () => {
    const month = fc
      .integer({ min: 2000 * 12, max: 2026 * 12 })
      .map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`);
    const entry = fc
      .tuple(month, fc.option(month))
      .map(([from, to]) => job(from, to && to < from ? from : to));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (jobs) => {
        const months = experienceMonths(jobs, TODAY);
        expect(experienceMonths([...jobs, ...jobs], TODAY)).toBe(months);
        expect(experienceMonths([...jobs].reverse(), TODAY)).toBe(months);
      }),
    );
  });
});

it("a degree of a coming year does not count yet", () => {
  const degree = (level: "bachelor" | "master", year: number | null) => ({
    level,
    year,
    discipline: "",
    institution: "",
  });
  expect(educationRank([degree("bachelor", 2024), degree("master", 2027)], TODAY)).toBe(2);
  expect(educationRank([degree("master", null)], TODAY)).toBe(3);
  expect(educationRank([], TODAY)).toBeNull();
});

it("words that stand in nothing an enterprise may read are told apart", () => {
  const profile = {
    ...EMPTY_PROFILE,
    headline: "Jacket designer, formerly of Zhongtai",
    skills: ["fatigue", "wechat: zt_engineer88"],
    experience: [{ ...job("2020-01", null, "Lead"), organisation: "Zhongtai", description: "monopiles" }],
    education: [{ level: "master" as const, year: 2015, discipline: "Welding, HKUST", institution: "HKUST" }],
  };
  const dictionary = { find: () => [] } as never;
  const given = { code: "T-7QK3M", names: ["Chan"], contacts: [], members: [], dictionary, today: TODAY };
  const { searchTokens, hiddenTokens, anonymous } = derive(profile, given);
  for (const word of ["7qk3m", "zhongtai", "hkust"]) {
    expect(searchTokens).toContain(word);
    expect(hiddenTokens).toContain(word);
  }
  for (const word of ["jacket", "monopiles", "weld"].filter((one) => searchTokens.includes(one)))
    expect(hiddenTokens).not.toContain(word);
  expect(anonymous.disciplines).toEqual(["Welding, ⟦university⟧"]);
});

it("pay is compared in CNY a year", () => {
  expect(payFloor({ ...EMPTY_PROFILE, payMin: 1000, payCurrency: "CNY", payPeriod: "day" })).toBe(261_000);
  expect(payFloor({ ...EMPTY_PROFILE, payMin: 1000, payCurrency: "HKD", payPeriod: "month" })).toBe(11_040);
  expect(payFloor(EMPTY_PROFILE)).toBeNull();
});

it("telephones and names are compared without their dress", () => {
  expect(new Set(["+852 9123 4567", "91234567", "00852-91234567"].map(phoneKey)).size).toBe(1);
  expect(phoneKey("+86 138 0013 8000")).toBe("13800138000");
  expect(phoneKey("123")).toBeNull();
  expect(nameKeys({ nameZh: "陳 大文", nameEn: "Chan Tai Man" })).toEqual(
    nameKeys({ nameZh: "陈大文", nameEn: "tai man CHAN" }),
  );
  expect(nameKeys({ nameZh: null, nameEn: null })).toEqual([]);
});

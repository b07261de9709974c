import { describe, expect, it } from "vitest";
import { runChecks } from "./checks.ts";
import { compileNeed, compileTalent } from "./compile.ts";
import { context, need, talent } from "./fixtures/records.ts";
import type { HardCheck, NeedInput, TalentInput } from "./types.ts";

function outcome(id: HardCheck["id"], needPart: Partial<NeedInput>, talentPart: Partial<TalentInput>) {
  const checks = runChecks(
    compileNeed({ ...need, ...needPart }, context),
    compileTalent({ ...talent, ...talentPart }, context),
  );
  return checks.find((check) => check.id === id)?.outcome;
}

describe("hard checks", () => {
  it("passes a pair that meets everything", () => {
    const checks = runChecks(compileNeed(need, context), compileTalent(talent, context));
    expect(checks.filter((check) => check.outcome === "conflict")).toEqual([]);
  });

  it.each([
    ["direction", { direction: "yantai_to_hk" }, {}, "conflict"],
    ["direction", { direction: "yantai_to_hk" }, { direction: "both" }, "pass"],
    ["direction", {}, { direction: null }, "unknown"],
    ["mode", { modes: ["project"] }, {}, "conflict"],
    ["mode", {}, { intentions: [] }, "conflict"],
    ["mode", {}, { intentions: null }, "unknown"],
    ["education", { educationMin: "doctorate" }, {}, "conflict"],
    ["education", {}, { education: [] }, "conflict"],
    ["education", {}, { education: null }, "unknown"],
    ["education", {}, { education: [{ level: "bachelor", year: 2028 }] }, "conflict"],
    [
      "education",
      { type: "internship", modes: ["internship"] },
      { education: [{ level: "bachelor", year: 2028 }] },
      "pass",
    ],
    ["language", {}, { languages: [{ code: "en", level: "A2" }] }, "conflict"],
    ["language", {}, { languages: [] }, "conflict"],
    ["language", {}, { languages: null }, "unknown"],
    ["experience", { experienceYearsMin: 9 }, {}, "pass"],
    ["experience", { experienceYearsMin: 10 }, {}, "conflict"],
    ["experience", { experienceYearsMin: 10 }, { experience: null }, "unknown"],
    ["availability", {}, { availableFrom: "2027-04-30" }, "pass"],
    ["availability", {}, { availableFrom: "2027-05-01" }, "conflict"],
    ["availability", {}, { availableFrom: null }, "unknown"],
    ["pay", {}, { expectedPay: { min: 625000, max: null, currency: "CNY", period: "year" } }, "pass"],
    ["pay", {}, { expectedPay: { min: 625001, max: null, currency: "CNY", period: "year" } }, "conflict"],
    ["pay", {}, { expectedPay: { min: 2700, max: null, currency: "HKD", period: "day" } }, "conflict"],
    ["pay", { pay: null }, {}, "unknown"],
    ["pathway", {}, {}, "information"],
    ["pathway", {}, { pathway: null }, "unknown"],
  ] as const)("%s %j %j: %s", (id, needPart, talentPart, expected) => {
    expect(outcome(id, needPart as Partial<NeedInput>, talentPart as Partial<TalentInput>)).toBe(expected);
  });

  it("counts overlapping jobs once and internships not at all", () => {
    const experience = [
      { title: "Engineer", from: "2020-01", to: "2023-01" },
      { title: "Consultant", from: "2021-01", to: "2022-01" },
      { title: "實習生", from: "2015-01", to: "2020-01" },
    ];
    expect(outcome("experience", { experienceYearsMin: 4 }, { experience })).toBe("pass");
    expect(outcome("experience", { experienceYearsMin: 5 }, { experience })).toBe("conflict");
  });
});

describe("required licences", () => {
  const licence = (required: string, held: string[]) =>
    outcome("qualification", { qualificationsRequired: [required] }, { qualifications: held });

  it.each([
    ["轮机长适任证书", ["STCW III/2 Chief Engineer Unlimited"], "pass"],
    ["轮机长适任证书", ["Class 1 (Marine Engineer Officer) CoC, HK"], "pass"],
    ["轮机长适任证书", ["大管轮适任证书"], "conflict"],
    ["轮机长适任证书", [], "conflict"],
    ["注册会计师（CICPA、HKICPA或ACCA）", ["FCPA (HKICPA)"], "pass"],
    ["注册会计师（CICPA、HKICPA或ACCA）", ["ACCA"], "pass"],
    ["注册会计师（CICPA、HKICPA或ACCA）", ["CFA"], "conflict"],
    ["CFA or FRM", ["FRM"], "pass"],
    ["CFA/FRM", ["CFA Level II"], "conflict"],
    ["国家法律职业资格", ["法律職業資格 A证"], "pass"],
    ["ACCA", ["MACCAB"], "conflict"],
    // several at once: both are needed, however they are joined
    ["轮机长适任证书及HKICPA", ["HKICPA"], "conflict"],
    ["轮机长适任证书及HKICPA", ["轮机长适任证书", "HKICPA"], "pass"],
    ["轮机长适任证书、HKICPA", ["轮机长适任证书"], "conflict"],
    ["轮机长适任证书、HKICPA", ["轮机长适任证书", "FCPA (HKICPA)"], "pass"],
    ["CFA and FRM", ["CFA"], "conflict"],
    ["CFA and FRM", ["CFA", "FRM"], "pass"],
    ["CFA and FRM", ["CFA, FRM"], "pass"],
    ["高压电工证和起重机操作证", ["高压电工证"], "conflict"],
    ["高压电工证和起重机操作证", ["起重机操作证", "高压电工证"], "pass"],
    ["註冊電工證書與起重機操作員證明書", ["註冊電工證書"], "conflict"],
    ["註冊電工證書與起重機操作員證明書", ["注册电工证书", "起重机操作员证明书"], "pass"],
    ["HKICPA、ACCA或CICPA", ["ACCA"], "pass"],
    ["HKICPA, ACCA or CICPA", ["CICPA"], "pass"],
    ["CFA and/or FRM", ["FRM"], "pass"],
    ["CFA 及/或 FRM", ["CFA"], "pass"],
    ["CFA或FRM，及国家法律职业资格", ["FRM"], "conflict"],
    ["CFA或FRM，及国家法律职业资格", ["FRM", "法律職業資格"], "pass"],
    ["注册会计师（CICPA、HKICPA或ACCA）及轮机长适任证书", ["ACCA", "轮机长适任证书"], "pass"],
    ["注册会计师（CICPA、HKICPA或ACCA）及轮机长适任证书", ["ACCA"], "conflict"],
    ["安全及健康督导员", ["安全及健康督導員"], "pass"],
    ["HKICPA, HK", ["HKICPA"], "pass"],
    ["HKICPA, HK", ["Driving licence (HK)"], "conflict"],
    ["Registered Nurse, Hong Kong", ["Registered Nurse, Hong Kong"], "pass"],
  ])("%s with %j: %s", (required, held, expected) => {
    expect(licence(required, held)).toBe(expected);
  });

  it("is unknown when no qualification was ever stated", () => {
    expect(outcome("qualification", { qualificationsRequired: ["CFA"] }, { qualifications: null })).toBe(
      "unknown",
    );
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as issueOf } from "#lib/issues.ts";
import { talentRecord } from "./record.ts";
import { sectionInput } from "./schema.ts";

const problems = (input: unknown) => {
  const parsed = sectionInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(issueOf).map(({ path, key }) => `${path}: ${key}`);
};
const head = (section: string) => ({ section, version: "1" });

describe("a step of the profile", () => {
  it("may be saved half filled", () => {
    for (const section of ["about", "work", "education", "skills", "terms", "contact"])
      expect(problems(head(section))).toEqual([]);
  });

  it("drops rows that were left empty", () => {
    const saved = sectionInput.parse({ ...head("work"), experience: [{}, { title: "Engineer" }, {}] });
    expect(saved).toMatchObject({ experience: [{ title: "Engineer", from: null, to: null }] });
  });

  it("names the field that is wrong", () => {
    expect(problems({ ...head("work"), experience: [{}, { from: "2021-01", to: "2020-01" }] })).toEqual([
      "experience[1].to: endBeforeStart",
    ]);
    expect(problems({ ...head("work"), experience: [{ from: "2021-13" }] })).toEqual([
      "experience[0].from: invalidMonth",
    ]);
    expect(
      problems({ ...head("terms"), payMin: "9", payMax: "8", payCurrency: "HKD", payPeriod: "month" }),
    ).toEqual(["payMax: payMaxBelowMin"]);
    expect(problems({ ...head("terms"), payMin: "9" })).toEqual([
      "payCurrency: required",
      "payPeriod: required",
    ]);
    expect(problems({ ...head("skills"), languages: [{ code: "en" }] })).toEqual([
      "languages[0].level: required",
    ]);
    expect(
      problems({
        ...head("skills"),
        languages: [
          { code: "en", level: "C1" },
          { code: "en", level: "C2" },
        ],
      }),
    ).toEqual(["languages: languageTwice"]);
    expect(problems({ ...head("about"), summary: "x".repeat(10_000) })).toEqual(["summary: tooLong"]);
    expect(problems({ ...head("contact"), phone: "call me" })).toEqual(["phone: invalidPhone"]);
  });

  it("takes emoji and right-to-left text, without the marks that turn text around", () => {
    const saved = sectionInput.parse({ ...head("about"), headline: "👷 مهندس \u202Eevil" });
    expect(saved).toMatchObject({ headline: "👷 مهندس evil" });
  });

  it("refuses what no form of ours sends", () => {
    expect(problems({ ...head("about"), status: "LISTED" })).toEqual([": unexpectedField"]);
    expect(problems({ ...head("about"), accountId: "x", office: "YANTAI" })).toEqual([": unexpectedField"]);
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(fc.anything(), (input) => void sectionInput.safeParse(input)));
    fc.assert(fc.property(fc.anything(), (input) => void talentRecord.safeParse(input)));
  });
});

describe("the exchange format", () => {
  const lines = readFileSync("lib/matching/fixtures/match-dev/talents.jsonl", "utf8").trim().split("\n");

  it("takes every record of the collection", () => {
    const refused = lines.flatMap((line) => {
      const parsed = talentRecord.safeParse(JSON.parse(line));
      return parsed.success ? [] : parsed.error.issues.map(issueOf);
    });
    expect(refused).toEqual([]);
  });

  it("says which field of a bad record is wrong", () => {
    const good = JSON.parse(lines[0]!);
    const issues = (change: object) => {
      const parsed = talentRecord.safeParse({ ...good, ...change }, { reportInput: true });
      return parsed.success ? [] : parsed.error.issues.map(issueOf).map(({ path, key }) => `${path}: ${key}`);
    };
    expect(issues({ headline: "" })).toEqual(["headline: required"]);
    expect(issues({ base: "MARS" })).toEqual(["base: notAChoice"]);
    expect(issues({ languages: [{ code: "en", level: "Z9" }] })).toEqual(["languages[0].level: notAChoice"]);
    expect(issues({ languages: [] })).toEqual(["languages: required"]);
    expect(issues({ skills: undefined })).toEqual(["skills: required"]);
    expect(issues({ expectedPay: { min: 10, max: 5, currency: "HKD", period: "year" } })).toEqual([
      "expectedPay.max: payMaxBelowMin",
    ]);
    expect(issues({ availableFrom: "2027-02-30" })).toEqual(["availableFrom: invalidDate"]);
    expect(issues({ sex: "F" })).toEqual([": unexpectedField"]);
  });
});

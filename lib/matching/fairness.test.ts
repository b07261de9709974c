import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { scorePair } from "./score.ts";
import type { NeedInput, TalentInput } from "./types.ts";

const context = { dictionary: currentDictionary(), asOf: "2026-11-20" };
const read = <T>(name: string): T[] =>
  readFileSync(`lib/matching/fixtures/match-dev/${name}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const talents = read<TalentInput>("talents");
const needs = read<NeedInput>("needs");
const compiledNeeds = needs.map((need) => compileNeed(need, context));
const anyTalent = fc.constantFrom(...talents);
const anyNeed = fc.constantFrom(...compiledNeeds);
const base = (need: (typeof compiledNeeds)[number], talent: TalentInput) =>
  scorePair(need, compileTalent(talent, context)).base;

/** Points by which the same requirements told in other words of the dictionary may differ (stated in docs/matching.md). */
const tolerance = { hant: { mean: 1, most: 5 }, english: { mean: 5, most: 14 } };

describe("fairness", { timeout: 60_000 }, () => {
  it("gives the same bytes whatever is said of name, sex, age, photo, family or pronouns beside the profile", () => {
    const said = fc.record({
      name: fc.constantFrom("陳大文", "Aisha Khan", "John Smith"),
      sex: fc.constantFrom("f", "m", "x"),
      age: fc.nat(90),
      birthDate: fc.constantFrom("1961-01-01", "2001-01-01"),
      photo: fc.string(),
      maritalStatus: fc.constantFrom("married", "single"),
      pronouns: fc.constantFrom("she/her", "he/him", "they/them"),
      religion: fc.string(),
    });
    fc.assert(
      fc.property(anyNeed, anyTalent, said, (need, talent, more) => {
        const result = (input: TalentInput) => JSON.stringify(explain(need, compileTalent(input, context)));
        expect(result({ ...talent, ...more } as TalentInput)).toBe(result(talent));
      }),
      { numRuns: 60 },
    );
  });

  it("reads pronouns in a person's own account as nothing", () => {
    const swap = (text: string, table: Record<string, string>) =>
      text.replace(/\b(?:he|she|his|her|him)\b|[他她]/gi, (word) => table[word.toLowerCase()] ?? word);
    const her = { he: "she", his: "her", him: "her", 他: "她" };
    const him = { she: "he", her: "his", 她: "他" };
    fc.assert(
      fc.property(
        anyNeed,
        anyTalent,
        fc.constantFrom("他负责此事", "He did his work", ""),
        (need, talent, told) => {
          const summary = `${talent.summary ?? ""} ${told}`;
          const woman = base(need, { ...talent, summary: swap(summary, her) });
          expect(base(need, { ...talent, summary: swap(summary, him) })).toBe(woman);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("does not move with the year of a degree that is finished, nor with where it was taken", () => {
    fc.assert(
      fc.property(anyNeed, anyTalent, fc.integer({ min: 1960, max: 2020 }), (need, talent, year) => {
        const education = talent.education?.filter((each) => (each.year ?? 0) <= 2026) ?? null;
        const elsewhere =
          education?.map((each) => ({ ...each, year, institution: "Any University" })) ?? null;
        expect(base(need, { ...talent, education: elsewhere })).toBe(base(need, { ...talent, education }));
      }),
      { numRuns: 60 },
    );
  });

  it("never falls when a real skill is added to a real profile", () => {
    const skills = fc.constantFrom(...talents.flatMap((each) => each.skills ?? []));
    fc.assert(
      fc.property(anyNeed, anyTalent, skills, (need, talent, skill) => {
        const more = { ...talent, skills: [...(talent.skills ?? []), skill] };
        expect(base(need, more)).toBeGreaterThanOrEqual(base(need, talent) - 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it("gives a profile told in English nearly the score of the same one told in Chinese", () => {
    // the concepts of a need's must-haves as a person would name them, in each language
    const apart = { hant: [] as number[], english: [] as number[] };
    for (const need of compiledNeeds) {
      const groups = need.mustHave.flatMap((each) => each.groups);
      const named = [
        ...new Set(groups.flatMap((group) => group.hits.slice(0, 1).map((hit) => hit.conceptId))),
      ];
      if (named.length === 0) continue;
      const told = (locale: "zh-Hans" | "zh-Hant" | "en") => {
        const description = named.map((id) => context.dictionary.label(id, locale)).join("。");
        return base(need, { id: "T", experience: [{ title: "", description, from: "2019-01" }] });
      };
      apart.hant.push(Math.abs(told("zh-Hant") - told("zh-Hans")));
      apart.english.push(Math.abs(told("en") - told("zh-Hans")));
    }
    const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
    expect(apart.english.length).toBeGreaterThan(30);
    expect(mean(apart.hant)).toBeLessThan(tolerance.hant.mean);
    expect(Math.max(...apart.hant)).toBeLessThan(tolerance.hant.most);
    expect(mean(apart.english)).toBeLessThan(tolerance.english.mean);
    expect(Math.max(...apart.english)).toBeLessThan(tolerance.english.most);
  });
});

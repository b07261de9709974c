import fc from "fast-check";
import { Converter } from "opencc-js/t2cn";
import { describe, expect, it } from "vitest";
import { devNeeds, devTalents } from "#e2e/support/match-dev.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { scorePair } from "./score.ts";
import type { TalentInput } from "./types.ts";

const context = { dictionary: currentDictionary(), asOf: "2026-11-20" };
const talents = devTalents();
const needs = devNeeds();
/** One Han character in simplified form, as a person would type it: nothing else of the engine's own form. */
const toSimplified = Converter({ from: "hk", to: "cn" });
const foldHan = (char: string): string => (/\p{Script=Han}/u.test(char) ? toSimplified(char) : char);
const compiledNeeds = needs.map((need) => compileNeed(need, context));
const anyTalent = fc.constantFrom(...talents);
const anyNeed = fc.constantFrom(...compiledNeeds);
const base = (need: (typeof compiledNeeds)[number], talent: TalentInput) =>
  scorePair(need, compileTalent(talent, context)).base;

/** Points by which the same requirements told in other words of the dictionary may differ (stated in docs/matching.md). */
const tolerance = { hant: { mean: 0.5, most: 2.5 }, english: { mean: 1, most: 3 } };

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

  /** The same account of a woman and of a man; the words of the two columns stand for each other wherever they occur. */
  const sexes: readonly (readonly [string, string])[] = [
    ["她", "他"],
    ["陳女士", "陳先生"],
    ["李小姐", "李先生"],
    ["女護士長", "男護士長"],
    ["女工程师", "男工程师"],
    ["空姐", "空少"],
    ["Ms. Chan", "Mr Chan"],
    ["Mrs Lee", "Mr Lee"],
    ["She", "He"],
    ["hers", "his"],
    ["herself", "himself"],
    ["Chairwoman", "Chairman"],
    ["saleswoman", "salesman"],
    ["forewoman", "foreman"],
    ["stewardess", "steward"],
  ];
  const account = fc.record({
    before: fc.array(fc.constantFrom(...sexes), { maxLength: 4 }),
    title: fc.option(fc.constantFrom(...sexes)),
    told: fc.constantFrom(
      (who: string) => `${who}負責導管架設計`,
      (who: string) => `同事說${who}做事細心，曾帶領團隊`,
      (who: string) => `${who} led the GMP inspection and wrote the report`,
      (who: string) => `Colleagues say ${who} knows IFRS`,
      (who: string) => `${who}在香港，懂Python`,
    ),
    where: fc.constantFrom("summary", "headline", "description"),
  });
  const tell = (
    talent: TalentInput,
    said: typeof account extends fc.Arbitrary<infer A> ? A : never,
    side: 0 | 1,
  ) => {
    const text = said.before.map((pair) => said.told(pair[side])).join("。");
    const job = talent.experience?.[0] ?? { title: "Engineer" };
    const title = said.title ? `${said.title[side]} ${job.title}` : job.title;
    const description = `${job.description ?? ""}。${said.where === "description" ? text : ""}`;
    const experience = [{ ...job, title, description }, ...(talent.experience?.slice(1) ?? [])];
    if (said.where === "description") return { ...talent, experience };
    const key = said.where as "summary" | "headline";
    return { ...talent, experience, [key]: `${talent[key] ?? ""} ${text}` };
  };

  it("reads pronouns, forms of address and titles that tell a sex as nothing, in three languages", () => {
    fc.assert(
      fc.property(anyNeed, anyTalent, account, (need, talent, said) => {
        const numbers = (side: 0 | 1) => {
          const { criteria, conflicts, order, needToTalent } = scorePair(
            need,
            compileTalent(tell(talent, said, side), context),
          );
          return JSON.stringify({ criteria, conflicts, order, needToTalent });
        };
        expect(numbers(0)).toBe(numbers(1));
      }),
      { numRuns: 150 },
    );
  });

  it("hardly moves with a name that stands in a text", () => {
    const names = fc.constantFrom(
      ["陳大文", "李嘉欣"],
      ["王小明", "歐陽娜"],
      ["Aisha Khan", "Peter Wong"],
      ["Fatima Noor", "Joseph Chan"],
    );
    fc.assert(
      fc.property(anyNeed, anyTalent, names, fc.boolean(), (need, talent, [one, other], none) => {
        const told = (name: string) => base(need, { ...talent, summary: `${talent.summary ?? ""} ${name}` });
        const apart = Math.abs(told(one as string) - told(none ? "" : (other as string)));
        // its characters may be words of the need, and make the account longer
        expect(apart).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it("gives the whole profile in traditional and in simplified characters the same numbers", () => {
    const simplify = <T>(value: T): T => {
      if (typeof value === "string") return [...value].map(foldHan).join("") as T;
      if (Array.isArray(value)) return value.map(simplify) as T;
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, simplify(each)])) as T;
    };
    fc.assert(
      fc.property(anyNeed, anyTalent, (need, talent) => {
        expect(base(need, simplify(talent))).toBe(base(need, talent));
      }),
      { numRuns: 150 },
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
      // a label that the dictionary does not find in its own words (a bracket, a comma) is a gap of the dictionary, not of the engine
      const findable = (id: string) =>
        (["zh-Hans", "zh-Hant", "en"] as const).every((locale) =>
          context.dictionary.find(context.dictionary.label(id, locale)).some((hit) => hit.conceptId === id),
        );
      const named = [
        ...new Set(groups.flatMap((group) => group.hits.slice(0, 1).map((hit) => hit.conceptId))),
      ].filter(findable);
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

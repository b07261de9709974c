import fc from "fast-check";
import { expect, test } from "vitest";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { conflictsOf, runChecks } from "../checks.ts";
import { type CompiledNeed, type CompiledTalent, compileNeed, compileTalent } from "../compile.ts";
import type { LanguageLevel, NeedInput, TalentInput } from "../types.ts";
import { countFits } from "./count.ts";
import { Vocabulary } from "./from-compiled.ts";
import { TalentIndex } from "./talent-index.ts";

const dictionary = currentDictionary();
const context = { dictionary, asOf: "2026-11-01" };
const nobody = () => new Set<string>();

const skill = fc.constantFrom(..."導管架設計 jacket-foundation SACS 疲劳分析 氢能 Python".split(" "));
const level = fc.constantFrom<LanguageLevel>("A2", "B2", "C1");
const language = fc.record({ code: fc.constantFrom("en", "yue", "cmn"), level });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const talent: fc.Arbitrary<TalentInput> = fc.record({
  id: fc.uuid(),
  skills: fc.array(skill, { maxLength: 4 }),
  education: maybe(fc.constant([{ level: "bachelor" as const, year: 2015 }])),
  experience: maybe(fc.constant([{ title: "engineer", from: "2021-01", to: null }])),
  languages: maybe(fc.uniqueArray(language, { selector: (one) => one.code, minLength: 1 })),
  intentions: maybe(fc.constantFrom(["full_time" as const], ["project" as const])),
  direction: maybe(fc.constantFrom("hk_to_yantai" as const, "yantai_to_hk" as const)),
  availableFrom: maybe(fc.constantFrom("2026-12-01", "2027-12-01")),
  qualifications: fc.constantFrom([], ["Class 1 Marine Engineer CoC"], ["注册会计师"]),
  expectedPay: maybe(
    fc.constantFrom(300_000, 700_000).map((min) => ({
      min,
      max: null,
      currency: "CNY" as const,
      period: "year" as const,
    })),
  ),
});

const need: fc.Arbitrary<NeedInput> = fc.record({
  id: fc.constant("N"),
  mustHave: fc.uniqueArray(skill, { maxLength: 3 }),
  educationMin: maybe(fc.constantFrom("bachelor" as const, "master" as const)),
  experienceYearsMin: maybe(fc.constantFrom(3, 12)),
  languages: fc.uniqueArray(
    language.chain((one) => fc.boolean().map((required) => ({ ...one, required }))),
    { selector: (one) => one.code },
  ),
  modes: fc.constantFrom([], ["full_time" as const]),
  direction: maybe(fc.constant("hk_to_yantai" as const)),
  deadline: maybe(fc.constant("2027-06-30")),
  qualificationsRequired: fc.constantFrom([], ["轮机长适任证书"]),
  pay: fc.constantFrom(null, { min: 1, max: 400_000, currency: "CNY" as const, period: "year" as const }),
});

function counted(input: NeedInput, talents: readonly TalentInput[], inWords = nobody) {
  const vocabulary = new Vocabulary(dictionary);
  const compiledTalents = talents.map((one) => compileTalent(one, context));
  const index = new TalentIndex(vocabulary.graph, vocabulary.meets);
  for (const one of compiledTalents) index.put(vocabulary.talentRow(one));
  const compiled = compileNeed(input, context);
  const row = vocabulary.needRow(compiled);
  return {
    compiled,
    compiledTalents,
    counts: countFits({ compiled, row }, { index, meets: vocabulary.meets, dictionary }, inWords),
  };
}

/** The must-haves that a profile does not show, by the definition of the engine's credits. */
const lacking = ({ mustHave }: CompiledNeed, one: CompiledTalent) =>
  mustHave.filter(({ groups }) => {
    const credits = compileTalent({ id: "", skills: [...(one.input.skills ?? [])] }, context).concepts;
    const shown = (id: string) => [...credits].some(([key, credit]) => key === id && credit.solid > 0);
    const share = groups.filter((group) => group.hits.some((hit) => shown(hit.conceptId)));
    const weight = (list: typeof groups) => list.reduce((sum, group) => sum + group.weight, 0);
    return weight(share) < 0.5 * weight(groups);
  });

test("fits, and misses a thing alone, exactly who the engine's own rules say", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(talent, { selector: (one) => one.id, maxLength: 12 }),
      need,
      (talents, input) => {
        const { counts, compiled, compiledTalents } = counted(input, talents);
        expect(counts.total).toBe(talents.length);
        const misses = compiledTalents.map((one) => {
          const required = (compiled.input.languages ?? []).filter((each) => each.required);
          const hard = conflictsOf(runChecks(compiled, one)).flatMap((id) =>
            id === "language"
              ? required
                  .map((each) => ({ ...compiled, input: { ...compiled.input, languages: [each] } }))
                  .filter((each) => conflictsOf(runChecks(each, one)).includes("language"))
                  .map((each) => `language ${each.input.languages?.[0]?.code}`)
              : [id],
          );
          return [...hard, ...lacking(compiled, one).map(({ text }) => text)];
        });
        expect(counts.fit).toBe(misses.filter((list) => list.length === 0).length);
        const alone = misses.filter((list) => list.length === 1).length;
        expect(counts.onlyMissing.reduce((sum, { count }) => sum + count, 0)).toBe(alone);
        for (const { asked, count } of counts.onlyMissing) {
          const name =
            asked.kind === "language"
              ? `language ${asked.code}`
              : asked.kind === "mustHave"
                ? asked.text
                : asked.kind === "licence"
                  ? "qualification"
                  : asked.kind;
          expect(count).toBe(misses.filter((list) => list.length === 1 && list[0] === name).length);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("a related skill never counts as the one that is asked for; words that no concept covers are looked up as words", () => {
  const talents = ["A", "B", "C"].map((id, i) => ({
    id,
    skills: [["导管架"], ["海上风电"], ["鱼骨胶"]][i]!,
  }));
  expect(counted({ id: "N", mustHave: ["jacket foundation"] }, talents).counts.fit).toBe(1);
  const asked: string[] = [];
  const inWords = (text?: string) => {
    asked.push(text!);
    return new Set(["C"]);
  };
  expect(counted({ id: "N", mustHave: ["鱼骨胶纹饰"] }, talents, inWords).counts.fit).toBe(1);
  expect(asked).toEqual(["鱼骨胶纹饰"]);
});

import type { AppLocale } from "#lib/i18n/locales.ts";
import { compileNeed, compileTalent } from "#lib/matching/compile.ts";
import { explain } from "#lib/matching/explain.ts";
import type { MatchResult, NeedInput, TalentInput } from "#lib/matching/types.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";

/** Invented records for the public page about matching; the day is fixed, so that the example does not age. */
const DAY = "2026-11-20";

const needFacts = {
  id: "example-need",
  type: "job",
  direction: "hk_to_yantai",
  educationMin: "bachelor",
  experienceYearsMin: 5,
  languages: [{ code: "en", level: "B2", required: true }],
  modes: ["full_time"],
  pay: { min: 300_000, max: 450_000, currency: "CNY", period: "year" },
  start: "2027-02-01",
  deadline: "2027-05-31",
} as const satisfies Partial<NeedInput> & { id: string };

const talentFacts = {
  id: "example-talent",
  languages: [{ code: "en", level: "C1" }],
  pathway: "hkmo_chinese_resident",
  intentions: ["full_time"],
  direction: "hk_to_yantai",
  availableFrom: "2027-01-01",
  updatedAt: "2026-10-30",
} as const satisfies Partial<TalentInput> & { id: string };

type Told = { need: Partial<NeedInput>; talent: Partial<TalentInput> };

const chinese: Told = {
  need: {
    locale: "zh-Hans",
    title: "海上风电基础结构工程师",
    mustHave: ["导管架或单桩基础设计", "疲劳分析", "3年以上DNV规范使用经验"],
    preferred: ["SACS"],
    disciplines: ["土木工程"],
  },
  talent: {
    locale: "zh-Hant",
    headline: "離岸風電結構工程師",
    skills: ["DNV 規範", "SACS"],
    experience: [
      {
        title: "結構工程師",
        from: "2018-03",
        to: null,
        description: "導管架基礎設計及疲勞分析，交付兩個離岸風場",
      },
      { title: "助理工程師", from: "2015-07", to: "2018-02", description: "屋宇結構計算" },
    ],
    education: [{ level: "master", discipline: "土木工程", year: 2015 }],
  },
};

const english: Told = {
  need: {
    locale: "en",
    title: "Offshore wind structural engineer",
    mustHave: ["Jacket or monopile foundation design", "Fatigue analysis", "At least 3 years with DNV rules"],
    preferred: ["SACS"],
    disciplines: ["Civil engineering"],
  },
  talent: {
    locale: "en",
    headline: "Structural engineer, 離岸風電",
    skills: ["DNV rules", "SACS"],
    experience: [
      {
        title: "Structural engineer",
        from: "2018-03",
        to: null,
        description: "導管架 (jacket) design and fatigue assessment for two offshore wind farms",
      },
      {
        title: "Assistant engineer",
        from: "2015-07",
        to: "2018-02",
        description: "Calculations for buildings",
      },
    ],
    education: [{ level: "master", discipline: "Civil engineering", year: 2015 }],
  },
};

export type WorkedExample = { need: NeedInput; talent: TalentInput; result: MatchResult };

/** A pair that the reader can check by hand, compared by the engine as it is: traditional against simplified, or words of both languages. */
export function workedExample(locale: AppLocale): WorkedExample {
  const told = locale === "en" ? english : chinese;
  const need = { ...needFacts, ...told.need } as NeedInput;
  const talent = { ...talentFacts, ...told.talent } as TalentInput;
  const context = { dictionary: currentDictionary(), asOf: DAY };
  return { need, talent, result: explain(compileNeed(need, context), compileTalent(talent, context)) };
}

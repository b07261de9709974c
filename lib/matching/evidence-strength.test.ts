import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { devNeeds } from "#e2e/support/match-dev.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileNeed, compileTalent } from "./compile.ts";
import { explain } from "./explain.ts";
import { seniorityOf } from "./levels.ts";
import { scorePair } from "./score.ts";
import { clauses } from "./stance.ts";
import { normaliseText } from "./text.ts";
import type { Locale, TalentInput } from "./types.ts";
import { yearsIn } from "./years.ts";

const context = { dictionary: currentDictionary(), asOf: "2026-11-20" };
const { dictionary } = context;
const needs = devNeeds().map((need) => compileNeed(need, context));
const base = (need: (typeof needs)[number], talent: TalentInput) =>
  scorePair(need, compileTalent(talent, context)).base;
const named = (need: (typeof needs)[number]): string[] => [
  ...new Set(
    need.mustHave.flatMap((each) =>
      each.groups.flatMap(({ hits }) => hits.slice(0, 1).map((hit) => hit.conceptId)),
    ),
  ),
];
const locale = fc.constantFrom<Locale>("zh-Hans", "zh-Hant", "en");
const elsewhere = fc.constantFrom(
  { title: "Event producer", description: "Programme and sponsorship sales for conferences" },
  { title: "店長", description: "管理時裝店及排更" },
  { title: "猎头顾问", description: "为客户招聘管理人员" },
  { title: "Estate agent", description: "Flats for sale and rent" },
);
const anyNeed = fc.constantFrom(...needs.filter((need) => named(need).length > 0));

describe("stuffed profiles", { timeout: 60_000 }, () => {
  const stuffed = fc.record({
    need: anyNeed,
    locale,
    job: elsewhere,
    more: fc.array(fc.constantFrom("AI", "ESG", "5G", "Python", "ISO 9001", "区块链", "項目管理"), {
      maxLength: 8,
    }),
    inHeadline: fc.boolean(),
  });

  it("stand below a described job of the same words, in any language and however long the list", () => {
    fc.assert(
      fc.property(stuffed, ({ need, locale: spoken, job, more, inHeadline }) => {
        const words = named(need).map((id) => dictionary.label(id, spoken));
        const list = [...words, ...more];
        const thin = {
          id: "T",
          headline: inHeadline ? list.join(" | ") : job.title,
          skills: list,
          experience: [{ ...job, from: "2018-01", to: null }],
        };
        const strong = {
          id: "T",
          headline: job.title,
          skills: more,
          experience: [{ title: job.title, description: list.join("。"), from: "2018-01", to: null }],
        };
        expect(base(need, strong)).toBeGreaterThan(base(need, thin));
      }),
      { numRuns: 120 },
    );
  });

  it("never fall when the list grows, also where nothing bears it out", () => {
    fc.assert(
      fc.property(
        stuffed,
        fc.constantFrom("Python", "GMP", "導管架", "IFRS"),
        ({ need, locale: spoken, job, more }, added) => {
          const skills = [...named(need).map((id) => dictionary.label(id, spoken)), ...more];
          const profile = {
            id: "T",
            headline: job.title,
            experience: [{ ...job, from: "2018-01", to: null }],
          };
          const before = base(need, { ...profile, skills });
          expect(base(need, { ...profile, skills: [...skills, added] })).toBeGreaterThanOrEqual(
            before - 1e-9,
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("years with a skill", () => {
  it.each([
    ["3年以上工业缺陷检测算法经验", 3],
    ["五年或以上導管架設計經驗", 5],
    ["三至五年GMP经验", 3],
    ["At least 8 years of cold chain operations", 8],
    ["five years' fatigue analysis", 5],
    ["5+ years with SAP", 5],
    ["3-5 years in QA", 3],
    ["2015年毕业", null],
    ["80年代建筑", null],
    ["GMP", null],
  ])("reads %s as %j", (text, years) => {
    expect(yearsIn(text)?.years ?? null).toBe(years);
  });

  it("counts the months of the jobs that show it, and says how far they fall short", () => {
    const need = compileNeed({ id: "N", title: "工程师", mustHave: ["5年以上疲劳分析经验"] }, context);
    const worked = (from: string): TalentInput => ({
      id: "T",
      experience: [
        { title: "Engineer", description: "Fatigue analysis", from, to: null },
        { title: "Engineer", description: "Facilities", from: "2008-01", to: from },
      ],
    });
    const [long, short] = [worked("2015-01"), worked("2025-11")].map((talent) =>
      compileTalent(talent, context),
    );
    expect(scorePair(need, long as never).base).toBeGreaterThan(scorePair(need, short as never).base + 5);
    const said = explain(need, short as never).criteria.find((each) => each.id === "mustHave")?.reasons;
    expect(said).toContainEqual({
      key: "requirement.short",
      params: { requirement: "5年以上疲劳分析经验", years: 1, least: 5 },
    });
  });
});

describe("steps of titles", () => {
  it.each([
    ["助理工程師", 2],
    ["Graduate Engineer", 2],
    ["Software Engineer Intern", 1],
    ["Assistant Manager", 4],
    ["總經理助理", 5],
    ["高級工程師", 4],
    ["Engineer", 3],
    ["Director", 6],
  ])("%s: %d", (title, step) => {
    expect(seniorityOf(normaliseText(title))).toBe(step);
  });
});

describe("what a writer says of the work", () => {
  it.each([
    ["Machine learning and deep learning", "plain"],
    ["I am learning Python", "hedged"],
    ["深入了解GMP", "plain"],
    ["了解GMP", "hedged"],
    ["管理外判商", "plain"],
    ["他人在香港做疲劳分析", "plain"],
    ["不会影响质量", "plain"],
    ["不会Python", "negated"],
  ])("%s: %s", (text, stance) => {
    expect(clauses(normaliseText(text))[0]?.stance).toBe(stance);
  });
});

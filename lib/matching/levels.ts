import type { EducationLevel, LanguageLevel } from "./types.ts";

export const educationOrder: readonly EducationLevel[] = [
  "secondary",
  "associate",
  "bachelor",
  "master",
  "doctorate",
];
export const languageOrder: readonly LanguageLevel[] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/** -1 for a level that is none. */
export const educationRank = (level: EducationLevel | null | undefined): number =>
  level ? educationOrder.indexOf(level) : -1;
export const languageRank = (level: LanguageLevel | null | undefined): number =>
  level ? languageOrder.indexOf(level) : -1;

/** Steps of seniority that a title states; null when it states none. Highest wins; the text is normalised. */
const seniority: readonly (readonly [number, RegExp])[] = [
  [
    6,
    /总经理|行政总裁|首席|总监|院长|合伙人|副总|\b(?:chief (?!engineer)\w+|ceo|cto|cfo|coo|director|head|partner|vice president|vp|dean|founder)\b/,
  ],
  [
    5,
    /经理|主管|负责人|教授|总工|轮机长|架构师|顾问|主任工程师|\b(?:manager|lead|principal|professor|superintendent|architect|consultant|adviser|advisor|chief engineer)\b/,
  ],
  [
    4,
    /高级|资深|主任|讲师|主办|博士后|科学家|\b(?:senior|supervisor|lecturer|postdoc\w*|scientist|specialist)\b/,
  ],
  [
    3,
    /工程师|研究员|设计师|律师|会计师|分析师|\b(?:engineer|officer|analyst|designer|associate|developer)\b/,
  ],
  [
    2,
    /助理|技术员|专员|操作员|文员|学徒|\b(?:assistant|technician|clerk|junior|operator|trainee|graduate)\b/,
  ],
  [1, /实习|在读|本科生|大三|大二|\b(?:intern|internship|student|undergraduate)\b/],
];

/** What lowers the step that the rest of a title states: 助理工程师 is no engineer's step, an assistant manager not a manager's. */
const junior = /助理|见习|初级|学徒|\b(?:assistant|junior|graduate|trainee|apprentice)\b/;
const learning = /实习|在读|\b(?:intern|internship|student|undergraduate)\b/;

export function seniorityOf(normalTitle: string): number | null {
  const stated = seniority.find(([, pattern]) => pattern.test(normalTitle))?.[0];
  if (stated === undefined) return null;
  if (stated <= 3 && learning.test(normalTitle)) return 1;
  if (stated < 3 || !junior.test(normalTitle)) return stated;
  return stated - 1;
}

/** Internships do not count as experience. */
export const isInternship = (normalTitle: string): boolean =>
  /实习|\bintern(?:s|ship|ships)?\b|summer (?:analyst|associate)|placement/.test(normalTitle);

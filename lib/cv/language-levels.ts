import type { LanguageLevel } from "#lib/matching/types.ts";

export type LevelMention = { start: number; end: number; level: LanguageLevel; rule: string; rank: number };

type Rule = {
  id: string;
  pattern: RegExp;
  rank: number;
  level: LanguageLevel | ((value: string) => LanguageLevel | undefined);
};

/** Lowest score of each level. Sources: IELTS, ETS (TOEFL iBT, TOEIC) and JLPT tables of CEFR equivalence. */
function byScore(steps: readonly (readonly [number, LanguageLevel])[]) {
  return (value: string) => steps.find(([least]) => Number(value) >= least)?.[1];
}
const map = (levels: Record<string, LanguageLevel>) => (value: string) => levels[value.toUpperCase()];

/** Rank 3: the framework itself; 2: a test; 1: a word. Simplified script; the capture is the test's result. */
const rules: readonly Rule[] = [
  {
    id: "cefr",
    rank: 3,
    pattern: /(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])/g,
    level: (value) => value as LanguageLevel,
  },
  {
    id: "ielts",
    rank: 2,
    pattern: /(?:ielts|雅思)[^\d\n]{0,12}(\d(?:\.[05])?)(?![\d.])/gi,
    level: byScore([
      [8.5, "C2"],
      [7, "C1"],
      [5.5, "B2"],
      [4, "B1"],
    ]),
  },
  {
    id: "toefl",
    rank: 2,
    pattern: /(?:toefl|托福)[^\d\n]{0,12}(\d{2,3})(?!\d)/gi,
    level: (value) =>
      Number(value) > 120
        ? undefined
        : byScore([
            [114, "C2"],
            [95, "C1"],
            [72, "B2"],
            [42, "B1"],
          ])(value),
  },
  {
    id: "toeic",
    rank: 2,
    pattern: /toeic[^\d\n]{0,12}(\d{3})(?!\d)/gi,
    level: byScore([
      [945, "C1"],
      [785, "B2"],
      [550, "B1"],
      [225, "A2"],
    ]),
  },
  {
    id: "cet",
    rank: 2,
    pattern: /(?:cet[- ]?|英语|大学英语)([46四六])级?(?!\d)/gi,
    level: map({ "4": "B1", 四: "B1", "6": "B2", 六: "B2" }),
  },
  {
    id: "tem",
    rank: 2,
    pattern: /(?:tem[- ]?|专业)([48四八])级?(?!\d)/gi,
    level: map({ "4": "B2", 四: "B2", "8": "C1", 八: "C1" }),
  },
  {
    id: "jlpt",
    rank: 2,
    pattern: /(?:jlpt|日语能力考|日本语能力试验)?\s?(?<![A-Za-z])(N[1-5])(?![0-9A-Za-z])/g,
    level: map({ N1: "C1", N2: "B2", N3: "B1", N4: "A2", N5: "A1" }),
  },
  {
    id: "topik",
    rank: 2,
    pattern: /topik[^\d\n]{0,10}([1-6])(?!\d)/gi,
    level: map({ "1": "A1", "2": "A2", "3": "B1", "4": "B2", "5": "C1", "6": "C2" }),
  },
  {
    id: "putonghuaTest",
    rank: 2,
    pattern: /([一二三])级\s?[甲乙](?:等)?/g,
    level: map({ 一: "C2", 二: "C1", 三: "B1" }),
  },
  {
    id: "native",
    rank: 1,
    pattern:
      /母语|\bnative(?: speaker| or bilingual)?\b|\bmother tongue\b|\bbilingual\b|\bfirst language\b/gi,
    level: "C2",
  },
  {
    id: "fluent",
    rank: 1,
    pattern:
      /流利|流畅|精通|\b(?:very )?fluent(?:ly)?\b|\bfluency\b|\bfull professional(?: proficiency)?\b|\badvanced\b|\bexcellent\b|优秀|优良/gi,
    level: "C1",
  },
  {
    id: "proficient",
    rank: 1,
    pattern:
      /熟练|(?<![\u4e00-\u9fff])熟悉|良好|\bproficient\b|\bprofessional working(?: proficiency)?\b|\bworking proficiency\b|\bvery good\b|\bupper[- ]intermediate\b|\bworking knowledge\b|\bgood\b|工作语言/gi,
    level: "B2",
  },
  {
    id: "conversational",
    rank: 1,
    pattern:
      /(?:日常|简单|一般|基本)(?:会话|沟通|对话)|中等|\bconversational\b|\bintermediate\b|\blimited working(?: proficiency)?\b|\bfair\b/gi,
    level: "B1",
  },
  {
    id: "basic",
    rank: 1,
    pattern: /基础|初级|略懂|入门|一般|\bbasic\b|\belementary(?: proficiency)?\b|\bbeginner\b/gi,
    level: "A2",
  },
];

/** Mentions of a level, from the left; where two overlap the more telling one stays. */
export function findLevels(folded: string): LevelMention[] {
  const found: LevelMention[] = [];
  for (const { id, pattern, rank, level } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const inferred = typeof level === "string" ? level : level(match[1] ?? "");
      if (inferred)
        found.push({
          start: match.index,
          end: match.index + match[0].length,
          level: inferred,
          rule: id,
          rank,
        });
    }
  }
  found.sort((a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: LevelMention[] = [];
  for (const one of found)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

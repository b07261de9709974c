import { findLevels, type LevelMention } from "./language-levels.ts";
import { type Line, splitLine } from "./lines.ts";
import { type Avoided, sourceOf, touchesAvoided } from "./source.ts";
import type { LanguageCode, LanguageProposal } from "./types.ts";

/** "Chinese" and 中文 alone do not say which spoken language, so they name none. */
const names: readonly [LanguageCode, RegExp][] = [
  ["yue", /粤语|广东话|广州话|粤\/|\bcantonese\b/gi],
  ["cmn", /普通话|国语|华语|汉语|\bmandarin\b|\bputonghua\b/gi],
  ["en", /英语|英文|\benglish\b|\bielts\b|\btoefl\b|\btoeic\b|雅思|托福|cet[- ]?[46]/gi],
  ["ja", /日语|日文|日本语|\bjapanese\b|\bjlpt\b/gi],
  ["ko", /韩语|韩文|朝鲜语|\bkorean\b|\btopik\b/gi],
  ["de", /德语|德文|\bgerman\b/gi],
  ["fr", /法语|法文|\bfrench\b/gi],
  ["ru", /俄语|俄文|\brussian\b/gi],
];

type NameMention = { start: number; end: number; code: LanguageCode; level?: LevelMention };

/** @param lines of the sections where a language is a statement about the person, not about a task */
export function readLanguages(text: string, lines: readonly Line[], avoided: Avoided): LanguageProposal[] {
  const found = new Map<LanguageCode, { proposal: LanguageProposal; rank: number }>();
  for (const [index, line] of lines.entries()) {
    if (line.folded.length > 300 || touchesAvoided(avoided, line)) continue;
    for (const clause of splitLine(line, /[;。]/g)) {
      const next = lines[index + 1];
      for (const name of readClause(clause, next)) {
        const range = { start: clause.start + name.start, end: clause.start + name.end };
        const rank = name.level?.rank ?? 0;
        const before = found.get(name.code);
        if (before && before.rank >= rank) continue;
        found.set(name.code, { rank, proposal: propose(text, name, clause, next, avoided, range) });
      }
    }
  }
  return [...found.values()].map(({ proposal }) => proposal);
}

function propose(
  text: string,
  name: NameMention,
  clause: Line,
  next: Line | undefined,
  avoided: Avoided,
  range: { start: number; end: number },
): LanguageProposal {
  const { level } = name;
  const isBelow = level !== undefined && level.start >= clause.folded.length;
  const around = { start: clause.start, end: isBelow && next ? next.end : clause.end };
  const words =
    level &&
    (isBelow && next
      ? next.text.slice(level.start - clause.folded.length, level.end - clause.folded.length)
      : clause.text.slice(level.start, level.end));
  return {
    code: name.code,
    ...(level && words && { level: level.level, rule: { id: level.rule, words } }),
    source: sourceOf(text, avoided, range, around),
  };
}

function readClause(clause: Line, next: Line | undefined): NameMention[] {
  const mentions = findNames(clause.folded);
  const levels = findLevels(clause.folded);
  if (mentions.length === 0) return [];
  if (levels.length === 0)
    return mentions.map((mention) => ({ ...mention, ...levelBelow(clause, mentions, next) }));
  bindNear(clause.folded, mentions, levels);
  const first = levels[0] as LevelMention;
  const isPrefix = first.start < (mentions[0]?.start ?? 0);
  for (const [index, mention] of mentions.entries()) {
    if (mention.level) continue;
    if (isPrefix) {
      // "Fluent in English, Mandarin": a level in front holds until the next one
      const before = levels.findLast((level) => level.end <= mention.start);
      if (before) mention.level = before;
    } else if (
      levels.length === 1 &&
      first.start > (mentions.at(-1)?.start ?? 0) &&
      !/[(:]/.test(clause.folded.slice(mentions.at(-1)?.end, first.start))
    ) {
      // "English, Japanese both fluent": one level after all of them
      mention.level = first;
    } else if (index === mentions.length - 1) {
      const after = levels.find((level) => level.start >= mention.end);
      if (after) mention.level = after;
    }
  }
  return mentions;
}

/** A level that follows its language before the next language begins. The more telling of several wins, then the lower. */
function bindNear(folded: string, mentions: NameMention[], levels: readonly LevelMention[]) {
  const isPrefix = (levels[0]?.start ?? 0) < (mentions[0]?.start ?? 0);
  for (const [index, mention] of mentions.entries()) {
    const end = mentions[index + 1]?.start ?? folded.length;
    const own = levels.filter((level) => {
      const isTest = level.start >= mention.start && level.end <= end && level.rank > 1;
      const gap = folded.slice(mention.end, level.start);
      const isAfter = level.start >= mention.end && level.end <= end;
      // after "native Cantonese, fluent English" a comma belongs to the next pair
      return (
        isTest ||
        (isAfter &&
          !(isPrefix && !/^\s*[(:-]/.test(gap)) &&
          (!/[,、]/.test(gap) || /[(:]/.test(gap) || !isPrefix))
      );
    });
    mention.level =
      own.toSorted((a, b) => b.rank - a.rank || a.level.localeCompare(b.level))[0] ?? mention.level;
  }
}

/** Narrow columns put the level on the line below the language. */
function levelBelow(
  clause: Line,
  mentions: readonly NameMention[],
  next: Line | undefined,
): { level?: LevelMention } {
  if (
    mentions.length !== 1 ||
    !next ||
    next.isAfterBlank ||
    clause.folded.length > 30 ||
    findNames(next.folded).length > 0
  )
    return {};
  const [level] = findLevels(next.folded).toSorted((a, b) => b.rank - a.rank);
  if (!level || next.folded.length > 40) return {};
  const shift = clause.folded.length;
  return { level: { ...level, start: level.start + shift, end: level.end + shift } };
}

function findNames(folded: string): NameMention[] {
  const found = names.flatMap(([code, pattern]) =>
    Array.from(folded.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      code,
    })),
  );
  found.sort((a, b) => a.start - b.start);
  return found.filter((one, index) => found[index - 1]?.code !== one.code);
}

import type { ConceptHit, Dictionary } from "#lib/matching/types.ts";
import { type Line, splitLine, subLine } from "./lines.ts";
import { type Avoided, allowedPieces, type Range, sourceOf, touchesAvoided } from "./source.ts";
import type { SkillProposal } from "./types.ts";

/** `around` is the line or sentence to be quoted. */
type Candidate = Range & { value: string; conceptId?: string; around: Line };

const most = 200;
const longestItem = 48;
const kinds: ReadonlySet<ConceptHit["kind"]> = new Set(["skill", "tool", "standard"]);
const itemLabel = /^[^:,、;|]{1,24}:\s*/;
const lead =
  /^(?:熟练掌握|熟练使用|熟练运用|熟练|熟悉|精通|掌握|了解|擅长|善于|具备|会使用|使用|proficient (?:in|with)|experienced (?:in|with)|skilled in|familiar with|knowledge of|working knowledge of|expert in|advanced|basic|strong)\s*/i;
const trail =
  /\s*\((?:熟练|精通|熟悉|良好|高级|中级|初级|一般|advanced|intermediate|basic|expert|proficient|good|\d+ ?(?:年|years?))\)\s*$|\s*[:-]\s*(?:熟练|精通|熟悉|良好|advanced|intermediate|basic|expert|proficient)\s*$|等(?:软件|工具|技能)?$|[.。]$/i;
const language =
  /^(?:粤语|广东话|普通话|国语|英语|英文|日语|韩语|法语|德语|cantonese|mandarin|putonghua|english|japanese|korean|german|french|chinese|中文)/i;

/** @param listed lines under a Skills heading; @param told lines where the dictionary is looked up as well */
export function readSkills(
  text: string,
  listed: readonly Line[],
  told: readonly Line[],
  avoided: Avoided,
  dictionary: Dictionary | undefined,
): SkillProposal[] {
  const lookUp = (line: Line) => (dictionary ? findConcepts(text, line, avoided, dictionary) : []);
  const candidates = [
    ...listed.flatMap((line) => readItems(line, avoided, lookUp(line))),
    ...told.flatMap(lookUp),
  ];
  const seen = new Set<string>();
  return candidates
    .filter((candidate) => {
      const keys = [candidate.value.toLowerCase(), candidate.conceptId].filter((key) => key !== undefined);
      const isNew = !keys.some((key) => seen.has(key));
      for (const key of keys) seen.add(key);
      return isNew;
    })
    .toSorted((a, b) => a.start - b.start)
    .slice(0, most)
    .map(({ start, end, around, ...skill }) => ({
      ...skill,
      source: sourceOf(text, avoided, { start, end }, sentenceAround(text, around, { start, end })),
    }));
}

function findConcepts(text: string, line: Line, avoided: Avoided, dictionary: Dictionary): Candidate[] {
  return allowedPieces(avoided, line).flatMap((piece) =>
    dictionary
      .find(text.slice(piece.start, piece.end))
      .filter((hit) => kinds.has(hit.kind))
      .map((hit) => {
        const [start, end] = [piece.start + hit.start, piece.start + hit.end];
        return { value: text.slice(start, end), conceptId: hit.conceptId, start, end, around: line };
      }),
  );
}

/** The items of a list. An item that is a sentence gives only what the dictionary finds in it. */
function readItems(line: Line, avoided: Avoided, concepts: readonly Candidate[]): Candidate[] {
  if (language.test(line.folded)) return [...concepts];
  const label = itemLabel.exec(line.folded)?.[0].length ?? 0;
  const content = subLine(line, label < line.text.length ? label : 0);
  const items: Candidate[] = [];
  // concepts outside of items; both lists run from left to right
  const rest: Candidate[] = [];
  let next = 0;
  for (const part of splitLine(
    content,
    /\t+|[;、|•]|,(?![^(]{0,60}\))|。|\s{2,}|(?<=\s)\/(?=\s)|(?<=\s)·(?=\s)/g,
  )) {
    const item = trimItem(part);
    if (
      (item.text.length < 2 && !/^[A-Z]$/.test(item.folded)) ||
      item.text.length > longestItem ||
      language.test(item.folded) ||
      touchesAvoided(avoided, item)
    )
      continue;
    if (!/\p{L}/u.test(item.text) || isSentence(item.folded)) continue;
    while (next < concepts.length && (concepts[next]?.end ?? 0) <= item.start)
      rest.push(concepts[next++] as Candidate);
    const inside: Candidate[] = [];
    while (next < concepts.length && (concepts[next]?.start ?? 0) < item.end)
      inside.push(concepts[next++] as Candidate);
    // "jacket design" says more than the concept "jacket", so it stays the person's own words
    const [only] = inside;
    const isSame = only && inside.length === 1 && only.value.length >= item.text.length * 0.85;
    items.push({
      value: item.text,
      ...(isSame && only.conceptId !== undefined && { conceptId: only.conceptId }),
      start: item.start,
      end: item.end,
      around: line,
    });
  }
  return [...items, ...rest, ...concepts.slice(next)];
}

function trimItem(part: Line): Line {
  const front = lead.exec(part.folded)?.[0].length ?? 0;
  const item = subLine(part, front);
  const back = trail.exec(item.folded)?.[0].length ?? 0;
  return back > 0 && back < item.text.length ? subLine(item, 0, item.text.length - back) : item;
}

function isSentence(folded: string): boolean {
  return folded.split(" ").length > 7 || (/[\u4e00-\u9fff]/.test(folded) && folded.length > 24);
}

function sentenceAround(text: string, line: Line, range: { start: number; end: number }) {
  const before = text.slice(line.start, range.start);
  const after = text.slice(range.end, line.end);
  const from = Math.max(
    before.lastIndexOf("。"),
    before.lastIndexOf(". "),
    before.lastIndexOf("；"),
    before.lastIndexOf("; "),
  );
  const to = /[。；;]|\.\s/.exec(after)?.index;
  return { start: line.start + from + 1, end: to === undefined ? line.end : range.end + to + 1 };
}

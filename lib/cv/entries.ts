import { type DateMention, findRange } from "./dates.ts";
import type { Line } from "./lines.ts";
import { isOrganisation, isTitle } from "./roles.ts";

/** One job: the lines that name it, its dates, and the lines that describe it. */
export type Entry = { header: Line[]; body: Line[]; dates: DateMention; dated: Line };

const longestHeader = 110;
const sentenceEnd = /[。;；]$|(?<!\b(?:ltd|inc|co|corp|no|dept|st|jr))\.$/i;
const bodyLabel =
  /^(?:工作内容|工作职责|主要职责|职责|工作描述|岗位职责|主要工作|业绩|responsibilities|key responsibilities|duties|achievements)/i;

/** Cuts a section into entries, each around a line with a date range. Lines before the first entry are not used. */
export function readEntries(lines: readonly Line[]): Entry[] {
  const anchors: { index: number; dates: DateMention }[] = [];
  lines.forEach((line, index) => {
    const dates = line.folded.length <= 200 ? findRange(line.folded) : null;
    if (dates && isAnchor(line, dates)) anchors.push({ index, dates });
  });
  const first = anchors[0];
  if (!first) return [];
  // nothing stands before the first entry, so it shows how many lines this CV puts above its dates
  const usualAbove = countAbove(lines, first.index, 0, 2);
  const starts = anchors.map((anchor, order) => {
    const floor = order === 0 ? 0 : (anchors[order - 1]?.index ?? 0) + 1;
    // one entry may be laid out unlike the first: nothing beside its dates and nothing below them
    const isAlone =
      order > 0 && bareLength(lines[anchor.index] as Line) < 2 && !namesBelow(lines, anchor.index);
    return anchor.index - countAbove(lines, anchor.index, floor, isAlone ? 2 : usualAbove);
  });
  const ends = anchors.map((_, order) => starts[order + 1] ?? lines.length);
  const below = anchors.map(({ index }, order) =>
    countBelow(lines, starts[order] ?? index, index, ends[order] ?? index),
  );
  const usualBelow = Math.max(0, ...below);
  return anchors.map(({ index, dates }, order) => {
    const end = ends[order] ?? lines.length;
    const bodyStart = index + 1 + (below[order] || likeOthers(lines, index, end, usualBelow));
    const dated = lines[index] as Line;
    return { header: lines.slice(starts[order], bodyStart), body: lines.slice(bodyStart, end), dates, dated };
  });
}

/** A range inside a sentence or a list item of a description dates something else. */
function isAnchor(line: Line, dates: DateMention): boolean {
  const rest = line.folded.length - (dates.end - dates.start);
  if (rest > longestHeader) return false;
  const isProse = line.marker !== null || sentenceEnd.test(line.folded);
  return !isProse || (names(line) && rest <= 60);
}

function countAbove(lines: readonly Line[], index: number, floor: number, most: number): number {
  let count = 0;
  while (count < most && index - count - 1 >= floor) {
    const line = lines[index - count - 1] as Line;
    const below = lines[index - count] as Line;
    // an empty line right above the dates ends the search, unless the line is a job title or an employer
    if (!isHeaderLine(line) || (below.isAfterBlank && !names(line))) break;
    if (floor > 0 && !names(line) && !line.isAfterBlank) break;
    count++;
  }
  return count;
}

/** How many lines below the dates still name the job. */
function countBelow(lines: readonly Line[], start: number, index: number, end: number): number {
  const header = lines.slice(start, index + 1);
  let hasTitle = header.some((line) => hasPart(line, isTitle));
  let hasOrganisation = header.some((line) => hasPart(line, isOrganisation));
  let isBare = header.length === 1 && bareLength(lines[index] as Line) < 2;
  let count = 0;
  while (count < 2 && index + count + 1 < end && !(hasTitle && hasOrganisation)) {
    const line = lines[index + count + 1] as Line;
    const [givesTitle, givesOrganisation] = [hasPart(line, isTitle), hasPart(line, isOrganisation)];
    if (!isHeaderLine(line) || line.marker !== null) break;
    if (!isBare && !(givesTitle && !hasTitle) && !(givesOrganisation && !hasOrganisation)) break;
    isBare = false;
    hasTitle ||= givesTitle;
    hasOrganisation ||= givesOrganisation;
    count++;
  }
  return count;
}

/** An employer whose name tells nothing stands where the other entries have theirs, if a body follows. */
function likeOthers(lines: readonly Line[], index: number, end: number, usual: number): number {
  const [line, after] = [lines[index + 1], lines[index + 2]];
  if (usual !== 1 || index + 2 >= end || !line || !after || !isHeaderLine(line) || line.marker !== null)
    return 0;
  return line.folded.length <= 60 && (after.marker !== null || after.folded.length > 60) ? 1 : 0;
}

function namesBelow(lines: readonly Line[], index: number): boolean {
  const line = lines[index + 1];
  return line !== undefined && line.marker === null && isHeaderLine(line) && names(line);
}

function bareLength(line: Line): number {
  const dates = findRange(line.folded);
  const rest = dates ? line.folded.slice(0, dates.start) + line.folded.slice(dates.end) : line.folded;
  return rest.replace(/[^\p{L}]/gu, "").length;
}

function isHeaderLine(line: Line): boolean {
  const isListed = line.marker !== null && /^[•·‧・･*\-o✓√]$/.test(line.marker);
  return (
    !isListed &&
    line.folded.length <= longestHeader &&
    !sentenceEnd.test(line.folded) &&
    !bodyLabel.test(line.folded)
  );
}

function names(line: Line): boolean {
  return hasPart(line, isTitle) || hasPart(line, isOrganisation);
}

function hasPart(line: Line, test: (folded: string) => boolean): boolean {
  return line.folded
    .split(/[\t|,;@]| - | at |\s{2,}|(?<=[\u4e00-\u9fff)])\s+/)
    .some((part) => test(part.trim()));
}

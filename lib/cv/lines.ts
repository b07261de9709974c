import { fold } from "./fold.ts";
import type { Range } from "./source.ts";

/** A line without its bullet and outer white space. `folded` has the same length as `text`. */
export type Line = Range & {
  text: string;
  folded: string;
  marker: string | null;
  isAfterBlank: boolean;
};

const bullet = /^(?:[•·‧・･●○■□◆◇▪▫◦‣∙➢➤►▶❖✦✓√*]\s*|[-o]\s+|\(?\d{1,2}[.)、]\s*(?!\d))/;

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const folded = fold(text);
  let isAfterBlank = false;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = makeLine(text, folded, start, end, isAfterBlank);
    isAfterBlank = line === null;
    if (line) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function makeLine(
  text: string,
  folded: string,
  from: number,
  to: number,
  isAfterBlank: boolean,
): Line | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(folded, start)) start++;
  while (end > start && isSpace(folded, end - 1)) end--;
  if (start === end) return null;
  const found = bullet.exec(folded.slice(start, Math.min(end, start + 8)))?.[0];
  const marker = found && start + found.length < end ? found.trim() : null;
  if (marker !== null) start += found?.length ?? 0;
  while (start < end && isSpace(folded, start)) start++;
  return { start, end, text: text.slice(start, end), folded: folded.slice(start, end), marker, isAfterBlank };
}

/** Part of a line as a line of its own, e.g. what follows "Skills:". */
export function subLine(line: Line, from: number, to = line.text.length): Line {
  let start = from;
  let end = to;
  while (start < end && isSpace(line.folded, start)) start++;
  while (end > start && isSpace(line.folded, end - 1)) end--;
  return {
    ...line,
    start: line.start + start,
    end: line.start + end,
    text: line.text.slice(start, end),
    folded: line.folded.slice(start, end),
  };
}

/** Cuts a line at a separator; empty parts are left out. `separator` must be global. */
export function splitLine(line: Line, separator: RegExp): Line[] {
  const parts: Line[] = [];
  let start = 0;
  for (const match of line.folded.matchAll(separator)) {
    parts.push(subLine(line, start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(subLine(line, start));
  return parts.filter((part) => part.text !== "");
}

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || (code >= 9 && code <= 13);
}

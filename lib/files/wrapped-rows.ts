import type { Row, Segment } from "./text-rows.ts";

const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const startsItem =
  /^(?:[•·●○■□◆◇▪▫➢►▶✓\uf000-\uf0ff]|[-–—*] |\(?\d{1,2}[.)、](?!\d)|(?:19|20)\d\d|\d{1,2}\/(?:19|20)\d\d|\+\d)/;

/** Tells whether a row goes on in the next one because its column is full, from where the rows end. */
export function wrapTest(rows: readonly Row[]): (row: Row, next: Row, isFlowing: boolean) => boolean {
  const edge = Math.max(...rows.map((row) => row.segments.at(-1)?.right ?? 0));
  // one row is always the longest; several that end at the same edge show that text flows there
  const full = rows.filter((row) => (row.segments.at(-1)?.right ?? 0) > edge - row.size * 3).length;
  return (row, next, isFlowing) => {
    const [last, first] = [row.segments[0], next.segments[0]];
    if (!last || !first || row.segments.length > 1 || next.segments.length > 1) return false;
    if (Math.abs(row.size - next.size) > 0.6 || startsItem.test(first.text.trim())) return false;
    if (first.left < last.left - 1 || first.left > last.left + row.size * 2.5) return false;
    if (/^[(（]\p{L}/u.test(first.text.trim()) && Math.abs(last.left - first.left) < 1) return true;
    const hasRoom = edge - last.right > firstWordWidth(first) + row.size * 0.4;
    return !hasRoom && readsOn(last, first, full, isFlowing);
  };
}

const opensMore =
  /(?:[,，、&-]|\b(?:and|or|of|the|in|for|with|to|a|an|at|by|on|from|as|into|under|between|across|within|using|via))$/;
const startsLabel = /^[\p{L} ]{2,20}[:：]/u;

/** Whether the words go on. `full` rows reach the edge here; `isFlowing`: the row before is part of the same line. */
function readsOn(last: Segment, first: Segment, full: number, isFlowing: boolean): boolean {
  const before = last.text.trim();
  const after = first.text.trim();
  if (startsLabel.test(after) || /[:：]$/.test(before)) return /^\S+@/.test(after);
  if (/^[a-z,;)]/.test(after) || opensMore.test(before)) return true;
  // a full stop ends a list item unless the paragraph already has several rows
  if (/[.!?。！？；]$/.test(before)) return isFlowing && full >= 3;
  // a capital letter is more often a new list item than a name inside a sentence
  if (/^\p{Lu}/u.test(after)) return false;
  return full >= 3 || (before.length >= 12 && /[，、；]/.test(before));
}

function firstWordWidth(segment: Segment): number {
  const text = segment.text.trim();
  // no line begins with a closing mark, so it takes the character before it along
  const word = han.test(text[0] ?? "")
    ? (/^.[，。、；：）」》！？]*/.exec(text)?.[0] ?? "")
    : (/^\S+/.exec(text)?.[0] ?? "");
  if (han.test(word[0] ?? "")) return word.length * segment.size;
  return ((word.length + 1) * (segment.right - segment.left)) / Math.max(1, text.length);
}

export function joinWrapped(before: string, after: string): string {
  const isTight = before.endsWith("-") || (han.test(before.at(-1) ?? "") && han.test(after[0] ?? ""));
  return isTight ? before + after : `${before} ${after}`;
}

import type { Source } from "./types.ts";

/** UTF-16 offsets into the CV's text. */
export type Range = { start: number; end: number };

/** Stretches that no source and no profile field may show, sorted and not overlapping. */
export type Avoided = readonly Range[];

export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** The first avoided range that ends after a position, by bisection: CVs can be long. */
function nextAvoided(avoided: Avoided, position: number): number {
  let low = 0;
  let high = avoided.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((avoided[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function touchesAvoided(avoided: Avoided, range: Range): boolean {
  const next = avoided[nextAvoided(avoided, range.start)];
  return next !== undefined && next.start < range.end;
}

/** The pieces of a range that may be shown. */
export function allowedPieces(avoided: Avoided, range: Range): Range[] {
  const pieces: Range[] = [];
  let start = range.start;
  for (let index = nextAvoided(avoided, range.start); index < avoided.length; index++) {
    const hole = avoided[index] as Range;
    if (hole.start >= range.end) break;
    if (hole.start > start) pieces.push({ start, end: hole.start });
    start = hole.end;
  }
  if (start < range.end) pieces.push({ start, end: range.end });
  return pieces;
}

/**
 * The source of something found at `found` inside `around` (its line or lines), cut short where a phone number, an
 * identity card or the like begins.
 */
export function sourceOf(text: string, avoided: Avoided, found: Range, around: Range): Source {
  const piece =
    allowedPieces(avoided, around).find((one) => one.start <= found.start && one.end >= found.end) ?? found;
  const slice = text.slice(piece.start, piece.end);
  const start = piece.start + (slice.length - slice.trimStart().length);
  const end = Math.max(start, piece.end - (slice.length - slice.trimEnd().length));
  return { start, end, text: text.slice(start, end) };
}

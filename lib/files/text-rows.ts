import { joinWrapped, wrapTest } from "./wrapped-rows.ts";

/** A piece of text as a PDF places it: baseline start, advance width, font size, in points, y upwards. */
export type Item = { text: string; x: number; y: number; width: number; size: number };
/** Items that touch, so that no column gutter runs between them. */
export type Segment = { text: string; left: number; right: number; y: number; size: number };
export type Row = { y: number; size: number; segments: Segment[] };

const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

export function toSegments(items: readonly Item[]): Segment[] {
  const segments: Segment[] = [];
  for (const line of groupByBaseline(items, (item) => item.size)) {
    let current: Segment | undefined;
    for (const item of line.toSorted((a, b) => a.x - b.x)) {
      const gap = current ? item.x - current.right : 0;
      if (current && gap <= item.size * 1.2) {
        // bold text drawn twice with a small offset
        if (gap < -0.5 * item.width && current.text.endsWith(item.text)) continue;
        current.text += (needsSpace(current.text, item.text, gap, item.size) ? " " : "") + item.text;
        current.right = Math.max(current.right, item.x + item.width);
        current.size = Math.max(current.size, item.size);
      } else {
        current = { text: item.text, left: item.x, right: item.x + item.width, y: item.y, size: item.size };
        segments.push(current);
      }
    }
  }
  return segments.filter((segment) => segment.text.trim() !== "");
}

export function toRows(segments: readonly Segment[]): Row[] {
  return groupByBaseline(segments, (segment) => segment.size).map((line) => ({
    y: line[0]?.y ?? 0,
    size: Math.max(...line.map((segment) => segment.size)),
    segments: line.toSorted((a, b) => a.left - b.left),
  }));
}

/**
 * Rows as lines of text: a tab for a wide gap, an empty line where the space between rows is larger than usual, and
 * paragraphs that only wrap at the column's edge on one line.
 */
export function rowsToLines(rows: readonly Row[]): string[] {
  const gaps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const wraps = wrapTest(rows);
  const lines: string[] = [];
  let isFlowing = false;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const isApart = index > 0 && isWideGap(gaps[index - 1] ?? 0, usual, row.size);
    if (isApart) lines.push("");
    isFlowing = before !== undefined && !isApart && wraps(before, row, isFlowing);
    lines.push(isFlowing ? joinWrapped(lines.pop() ?? "", rowText(row)) : rowText(row));
  });
  return lines;
}

export function isWideGap(gap: number, usual: number, size: number): boolean {
  return gap > usual * 1.3 && gap > size * 1.5;
}

function rowText(row: Row): string {
  let text = "";
  let right = 0;
  for (const segment of row.segments) {
    if (text !== "") text += segment.left - right > segment.size * 1.6 ? "\t" : " ";
    text += segment.text.trim();
    right = segment.right;
  }
  return text;
}

function needsSpace(before: string, after: string, gap: number, size: number): boolean {
  const last = before.at(-1) ?? "";
  const first = after[0] ?? "";
  if (/\s/.test(last) || /\s/.test(first)) return false;
  return gap > size * (han.test(last) && han.test(first) ? 0.6 : 0.15);
}

function groupByBaseline<T extends { y: number }>(items: readonly T[], sizeOf: (item: T) => number): T[][] {
  const lines: T[][] = [];
  let baseline = Number.NaN;
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && baseline - item.y <= sizeOf(item) * 0.35) line.push(item);
    else {
      lines.push([item]);
      baseline = item.y;
    }
  }
  return lines;
}

import { type Columns, findColumns } from "./columns.ts";
import {
  type Item,
  isWideGap,
  type Row,
  rowsToLines,
  type Segment,
  toRows,
  toSegments,
} from "./text-rows.ts";
import { joinWrapped } from "./wrapped-rows.ts";

export type { Item } from "./text-rows.ts";

type Page = {
  above: string[];
  left: string[];
  right: string[];
  below: string[];
  columns: Columns | null;
  edges: { left: number; right: number };
};

const deepest = 4;

/** Pages of placed text as one text in the order a person reads it: the left column, then the right. */
export function readingOrder(pages: readonly (readonly Item[])[]): string {
  const read = pages.map(readPage);
  const blocks: string[][] = [];
  for (let index = 0; index < read.length; index++) {
    let page = read[index] as Page;
    for (let next = read[index + 1]; next; next = read[index + 1]) {
      const joined = joinColumns(page, next) ?? joinWideColumn(page, next);
      if (!joined) break;
      page = joined;
      index++;
    }
    blocks.push(...[page.above, page.left, page.right, page.below].filter((block) => block.length > 0));
  }
  let lines: string[] = [];
  for (const block of blocks) lines = lines.length === 0 ? block : joinBlocks([...lines, ""], block);
  return lines.join("\n");
}

/** A side bar over several pages is read to its end before the main column. */
function joinColumns(page: Page, next: Page): Page | null {
  if (!page.columns || !next.columns || page.columns.areEqual) return null;
  const isSameGutter = Math.abs(page.columns.gutter - next.columns.gutter) < 12;
  if (!isSameGutter || page.below.length > 0 || next.above.length > 0) return null;
  return {
    ...next,
    above: page.above,
    left: joinBlocks(page.left, next.left),
    right: joinBlocks(page.right, next.right),
  };
}

/** Where the side bar has ended, the next page holds the main column alone. */
function joinWideColumn(page: Page, next: Page): Page | null {
  if (!page.columns || next.columns || page.columns.areEqual || page.below.length > 0) return null;
  const { side, left, right } = page.columns.wide;
  if (next.edges.left < left - 10 || next.edges.right > right + 10) return null;
  return { ...page, [side]: joinBlocks(page[side], next.above) };
}

/** A sentence may go on over the end of a page. */
function joinBlocks(before: readonly string[], after: readonly string[]): string[] {
  const last = before.findLastIndex((line) => line !== "");
  const [first, ...rest] = after;
  if (last < 0 || first === undefined || !/^[a-z]/.test(first) || /[.:;。：；]$/.test(before[last] ?? "")) {
    return [...before, ...after];
  }
  return [...before.slice(0, last), joinWrapped(before[last] ?? "", first), ...rest];
}

function readPage(items: readonly Item[]): Page {
  const segments = toSegments(items);
  const bodySize = usualSize(segments);
  const columns = findColumns(segments, bodySize);
  const edges = {
    left: Math.min(...segments.map((segment) => segment.left)),
    right: Math.max(...segments.map((segment) => segment.right)),
  };
  if (!columns)
    return { above: rowsToLines(toRows(segments)), left: [], right: [], below: [], columns, edges };
  const { title, rest } = takeTitle(columns, bodySize);
  return {
    above: [...readBlock(columns.above, bodySize, 1), ...title],
    left: readBlock(columns.left, bodySize, 1),
    right: readBlock(rest, bodySize, 1),
    below: readBlock(columns.below, bodySize, 1),
    columns,
    edges,
  };
}

function readBlock(segments: readonly Segment[], bodySize: number, depth: number): string[] {
  const columns = depth < deepest ? findColumns(segments, bodySize) : null;
  if (!columns) return rowsToLines(toRows(segments));
  return [columns.above, columns.left, columns.right, columns.below].flatMap((part) =>
    part.length > 0 ? [...readBlock(part, bodySize, depth + 1), ""] : [],
  );
}

/** A name in large letters at the top of the right column comes before a side bar on the left. */
function takeTitle(columns: Columns, bodySize: number): { title: string[]; rest: Segment[] } {
  const rows = toRows(columns.right);
  const largest = Math.max(...columns.left.map((segment) => segment.size), bodySize * 1.3);
  const found = rows.slice(0, 3).findIndex((row) => row.size > largest);
  if (columns.above.length > 0 || found < 0) return { title: [], rest: columns.right };
  let end = found + 1;
  while (end < found + 4 && end < rows.length && !startsBlock(rows, end, bodySize)) end++;
  const rest = rows.slice(end).flatMap((row) => row.segments);
  return { title: [...rowsToLines(rows.slice(0, end)), ""], rest };
}

function startsBlock(rows: readonly Row[], index: number, bodySize: number): boolean {
  const gap = (rows[index - 1]?.y ?? 0) - (rows[index]?.y ?? 0);
  return isWideGap(gap, bodySize * 1.5, rows[index - 1]?.size ?? bodySize);
}

function usualSize(segments: readonly Segment[]): number {
  const weights = new Map<number, number>();
  for (const segment of segments) {
    const size = Math.round(segment.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + segment.text.length);
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

import { type Row, type Segment, toRows } from "./text-rows.ts";

export type Columns = {
  gutter: number;
  above: Segment[];
  left: Segment[];
  right: Segment[];
  below: Segment[];
  /** the wider column, from its left to its right edge */
  wide: { side: "left" | "right"; left: number; right: number };
  /** columns of about the same width continue each other; a side bar continues on the next page */
  areEqual: boolean;
};

const minRows = 3;
const minGutter = 8;
const maxCandidates = 150;

/**
 * The best vertical gutter of a page and the rows it divides, or null for a page to be read row by row. Right-aligned
 * dates and tables also leave a gutter; they are told apart by rows that stand on the same line.
 */
export function findColumns(segments: readonly Segment[], bodySize: number): Columns | null {
  let best: Columns | null = null;
  let bestScore = 0;
  for (const gutter of candidates(segments)) {
    for (const band of bandsAt(gutter, segments)) {
      const score = Math.min(rowCount(band.left), rowCount(band.right));
      if (score < minRows || score <= bestScore || !isColumnPair(band.left, band.right, bodySize)) continue;
      best = { gutter, ...band, ...widthsOf(band.left, band.right) };
      bestScore = score;
    }
  }
  return best;
}

/** Left edges that several rows share: where a right column could begin. */
function candidates(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const segment of segments) {
    const edge = Math.round(segment.left);
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const lowest = Math.min(...counts.keys());
  return [...counts]
    .filter(([edge]) => edge > lowest)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, maxCandidates)
    .map(([edge]) => edge - 1);
}

type Band = Pick<Columns, "above" | "left" | "right" | "below">;

/** Rows that cross the gutter divide the page; each stretch between two of them is a band. */
function bandsAt(gutter: number, segments: readonly Segment[]): Band[] {
  const crossing = segments
    .filter((segment) => segment.left < gutter && segment.right > gutter)
    .map((s) => s.y);
  const borders = [Number.POSITIVE_INFINITY, ...crossing.toSorted((a, b) => b - a), Number.NEGATIVE_INFINITY];
  const bands: Band[] = [];
  for (let index = 0; index + 1 < borders.length && index < 40; index++) {
    const top = borders[index] ?? 0;
    const bottom = borders[index + 1] ?? 0;
    const inside = segments.filter((segment) => segment.y < top && segment.y > bottom);
    const left = inside.filter((segment) => segment.right <= gutter);
    const right = inside.filter((segment) => segment.left >= gutter);
    if (left.length < minRows || right.length < minRows) continue;
    if (Math.min(...right.map((s) => s.left)) - Math.max(...left.map((s) => s.right)) < minGutter) continue;
    const above = segments.filter((segment) => segment.y >= top);
    const below = segments.filter((segment) => segment.y <= bottom);
    bands.push({ above, left, right, below });
  }
  return bands;
}

function isColumnPair(left: readonly Segment[], right: readonly Segment[], bodySize: number): boolean {
  const [leftRows, rightRows] = [toRows(left), toRows(right)];
  const [few, many] = leftRows.length <= rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows];
  const share = (test: (row: Row) => boolean) => few.filter(test).length / few.length;
  const isHeading = (row: Row) => row.size >= bodySize * 1.1 && row.size <= bodySize * 1.5;
  // dates beside jobs, or headings beside their sections
  if (share((row) => row.segments.some((segment) => /(19|20)\d\d/.test(segment.text))) >= 0.4) return false;
  if (share((row) => row.size >= bodySize * 1.1) >= 0.9) return false;
  const isBeside = (tolerance: number) =>
    share((row) => many.some((other) => Math.abs(other.y - row.y) < tolerance));
  const isTable = isBeside(1.5) >= 0.7 || isBeside(bodySize * 0.35) >= 0.95;
  // sizes above a heading's are the person's name or the document's title
  return !isTable || (leftRows.some(isHeading) && rightRows.some(isHeading));
}

function rowCount(segments: readonly Segment[]): number {
  return new Set(segments.map((segment) => Math.round(segment.y))).size;
}

function widthsOf(left: readonly Segment[], right: readonly Segment[]): Pick<Columns, "areEqual" | "wide"> {
  const edges = (side: readonly Segment[]) => ({
    left: Math.min(...side.map((segment) => segment.left)),
    right: Math.max(...side.map((segment) => segment.right)),
  });
  const [one, other] = [edges(left), edges(right)];
  const ratio = (one.right - one.left) / (other.right - other.left);
  const wide = ratio > 1 ? { side: "left" as const, ...one } : { side: "right" as const, ...other };
  return { areEqual: ratio > 0.8 && ratio < 1.25, wide };
}

import {
  addToFilters,
  type Bits,
  bitsFor,
  clearBit,
  emptyFilters,
  type Filters,
  openLanguages,
  setBit,
} from "./filters.ts";
import { conceptOf, fact, ROW_WORDS, strengthOf, word } from "./layout.ts";
import { int32, RowStore, type Rows, uint8 } from "./rows.ts";

/** Rows with the same answers to the hard conditions stand together, so that the rows which fit a need lie in few places. */
function placeOf(rows: Rows, row: number): number {
  const at = row * ROW_WORDS;
  const facts = rows.words[at + word.facts] as number;
  const languages = (rows.words[at + word.languagesLow] as number) & 0xfff;
  const months = Math.min(15, ((rows.words[at + word.monthsAndDay] as number) & 0xffff) >> 4);
  const head = (fact.direction(facts) << 8) | (fact.intentions(facts) << 4) | (fact.highest(facts) + 1);
  return (head * 4096 + languages) * 16 + months;
}

/** Concepts that at least one row in so many shows are kept as a column of strengths, others as lists of rows. */
const COLUMN_FROM = 1 / 32;
const MOST_COLUMNS = 64;

/** Strength of a common concept by row, and the rows that show it. */
export type Column = { strengths: Uint8Array; present: Bits };

/** Rows in their final order with everything that searching needs. Nothing changes but `alive`. */
export type Segment = Rows & {
  ids: string[];
  alive: Bits;
  filters: Filters;
  /** rows that show concept c: listRows[listStart[c] … listStart[c + 1]), with their strengths */
  listStart: Int32Array;
  listRows: Int32Array;
  listStrengths: Uint8Array;
  /** by concept; undefined for those that are not common */
  columns: (Column | undefined)[];
  licenceStart: Int32Array;
  licenceRows: Int32Array;
  /** rows by id, for changes; made at first use */
  places?: Map<string, number>;
};

/** How many rows a step of building or merging handles before others get their turn. */
export const SLICE = 8192;

/** Builds a segment in steps; each `next()` is one slice of work. */
export function* buildSegment(store: RowStore): Generator<void, Segment> {
  const order = orderRows(store);
  yield;
  const rows = new RowStore(store.size);
  for (let i = 0; i < store.size; i++) {
    const row = order[i] as number;
    rows.copy(store, row, store.ids[row] as string);
    if (i % SLICE === SLICE - 1) yield;
  }
  const { listStart, columns } = countConcepts(rows);
  yield;
  const listRows = int32(listStart[listStart.length - 1] as number);
  const listStrengths = uint8(listRows.length);
  const next = listStart.slice();
  const filters = emptyFilters(rows);
  openLanguages(filters, rows);
  const alive = bitsFor(rows.size);
  yield;
  for (let row = 0; row < rows.size; row++) {
    setBit(alive, row);
    addToFilters(filters, rows, row);
    const last = rows.words[(row + 1) * ROW_WORDS + word.concepts] as number;
    for (let i = rows.words[row * ROW_WORDS + word.concepts] as number; i < last; i++) {
      const packed = rows.concepts[i] as number;
      const concept = conceptOf(packed);
      const column = columns[concept];
      if (column) {
        column.strengths[row] = strengthOf(packed);
        if (strengthOf(packed) > 0) setBit(column.present, row);
      } else {
        const place = next[concept] as number;
        next[concept] = place + 1;
        listRows[place] = row;
        listStrengths[place] = strengthOf(packed);
      }
    }
    if (row % SLICE === SLICE - 1) yield;
  }
  const { words, concepts, licences, size, ids } = rows;
  const lists = { listStart, listRows, listStrengths, columns, ...listLicences(rows) };
  return { words, concepts, licences, size, ids, alive, filters, ...lists };
}

/** Row numbers by place, then by the order in which they came. */
function orderRows(store: RowStore): Float64Array {
  const { size } = store;
  const keys = new Float64Array(size);
  const span = 2 ** 21;
  if (size > span) return keys.map((_, i) => i);
  for (let row = 0; row < size; row++) keys[row] = placeOf(store, row) * span + row;
  keys.sort();
  for (let i = 0; i < size; i++) keys[i] = (keys[i] as number) % span;
  return keys;
}

function countConcepts(rows: Rows) {
  let highest = -1;
  const used = rows.words[rows.size * ROW_WORDS + word.concepts] as number;
  for (let i = 0; i < used; i++) highest = Math.max(highest, conceptOf(rows.concepts[i] as number));
  const counts = new Int32Array(highest + 1);
  for (let i = 0; i < used; i++) {
    const concept = conceptOf(rows.concepts[i] as number);
    counts[concept] = (counts[concept] as number) + 1;
  }
  const common = [...counts.keys()]
    .filter((concept) => (counts[concept] as number) >= Math.max(64, rows.size * COLUMN_FROM))
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    .slice(0, MOST_COLUMNS);
  const columns: (Column | undefined)[] = new Array(counts.length).fill(undefined);
  for (const concept of common)
    columns[concept] = { strengths: uint8(rows.size), present: bitsFor(rows.size) };
  const listStart = int32(counts.length + 1);
  for (let concept = 0; concept < counts.length; concept++)
    listStart[concept + 1] =
      (listStart[concept] as number) + (columns[concept] ? 0 : (counts[concept] as number));
  return { listStart, columns };
}

function listLicences(rows: Rows): { licenceStart: Int32Array; licenceRows: Int32Array } {
  const used = rows.words[rows.size * ROW_WORDS + word.licences] as number;
  let highest = -1;
  for (let i = 0; i < used; i++) highest = Math.max(highest, rows.licences[i] as number);
  const licenceStart = int32(highest + 2);
  for (let i = 0; i < used; i++) {
    const next = (rows.licences[i] as number) + 1;
    licenceStart[next] = (licenceStart[next] as number) + 1;
  }
  for (let i = 0; i <= highest; i++)
    licenceStart[i + 1] = (licenceStart[i + 1] as number) + (licenceStart[i] as number);
  const licenceRows = int32(used);
  const next = licenceStart.slice();
  for (let row = 0; row < rows.size; row++) {
    const last = rows.words[(row + 1) * ROW_WORDS + word.licences] as number;
    for (let i = rows.words[row * ROW_WORDS + word.licences] as number; i < last; i++) {
      const licence = rows.licences[i] as number;
      licenceRows[next[licence] as number] = row;
      next[licence] = (next[licence] as number) + 1;
    }
  }
  return { licenceStart, licenceRows };
}

/** Makes a segment ready for changes, in slices. */
export function* notePlaces(segment: Segment): Generator<void, Map<string, number>> {
  if (segment.places) return segment.places;
  const places = new Map<string, number>();
  for (let row = 0; row < segment.size; row++) {
    places.set(segment.ids[row] as string, row);
    if (row % SLICE === SLICE - 1) yield;
  }
  segment.places = places;
  return places;
}

/** Takes a row out; true when it was there. */
export function bury(segment: Segment, id: string): boolean {
  const row = finish(notePlaces(segment)).get(id);
  if (row === undefined) return false;
  const had = (((segment.alive[row >> 5] as number) >>> (row & 31)) & 1) === 1;
  clearBit(segment.alive, row);
  return had;
}

export function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

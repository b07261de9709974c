import { payLimit } from "../checks.ts";
import {
  fact,
  languageRankIn,
  MOST_LANGUAGES,
  monthsIn,
  ROW_WORDS,
  UNKNOWN_DAY,
  UNKNOWN_PAY,
  word,
} from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import { int32, type Rows } from "./rows.ts";

/** A set of rows, one bit each. */
export type Bits = Int32Array;
export const bitsFor = (rows: number): Bits => int32((rows + 31) >> 5);
export const setBit = (bits: Bits, row: number): void => {
  bits[row >> 5] = (bits[row >> 5] as number) | (1 << (row & 31));
};
export const clearBit = (bits: Bits, row: number): void => {
  bits[row >> 5] = (bits[row >> 5] as number) & ~(1 << (row & 31));
};
export const hasBit = (bits: Bits, row: number): boolean =>
  (((bits[row >> 5] as number) >>> (row & 31)) & 1) === 1;

/** Steps of experience (months) for which a set is kept. */
const monthSteps = [12, 24, 36, 48, 60, 72, 84, 108, 132, 168];
const quantiles = 16;

/**
 * Which rows cannot be in conflict, hard condition by hard condition: a set holds every row without that conflict and may hold
 * some with it where numbers are kept in steps. Scoring itself decides.
 */
export type Filters = {
  direction: [Bits, Bits];
  mode: Bits[];
  education: Bits[];
  /** by language × 6 + rank; only those that occur */
  language: (Bits | undefined)[];
  months: Bits[];
  pay: { limits: number[]; sets: Bits[] };
  available: { limits: number[]; sets: Bits[] };
  licencesUnstated: Bits;
};

/** Ends of about equal shares of the known values, the highest last. */
function limitsOf(rows: Rows, at: number, unknown: number): number[] {
  const step = Math.max(1, Math.floor(rows.size / 20_000));
  const sample: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows.size; row++) {
    const value = rows.words[row * ROW_WORDS + at] as number;
    if (value === unknown) continue;
    if (value > highest) highest = value;
    if (row % step === 0) sample.push(value);
  }
  if (highest === Number.NEGATIVE_INFINITY) return [];
  sample.sort((a, b) => a - b);
  const limits = new Set<number>();
  for (let i = 1; i < quantiles; i++)
    limits.add(sample[Math.floor((i * sample.length) / quantiles)] ?? highest);
  return [...limits.add(highest)].sort((a, b) => a - b);
}

export function emptyFilters(rows: Rows): Filters {
  const { size } = rows;
  const many = (count: number) => Array.from({ length: count }, () => bitsFor(size));
  const pay = limitsOf(rows, word.pay, UNKNOWN_PAY);
  const available = limitsOf(rows, word.available, UNKNOWN_DAY);
  return {
    direction: [bitsFor(size), bitsFor(size)],
    mode: many(4),
    education: many(5),
    language: new Array<Bits | undefined>(MOST_LANGUAGES * 6).fill(undefined),
    months: many(monthSteps.length),
    pay: { limits: pay, sets: many(pay.length) },
    available: { limits: available, sets: many(available.length) },
    licencesUnstated: bitsFor(size),
  };
}

/** Languages that occur get their sets before rows are added, so that rows that do not state any can be put into all. */
export function openLanguages(filters: Filters, rows: Rows): void {
  let low = 0;
  let high = 0;
  for (let row = 0; row < rows.size; row++) {
    low |= rows.words[row * ROW_WORDS + word.languagesLow] as number;
    high |= rows.words[row * ROW_WORDS + word.languagesHigh] as number;
  }
  for (let language = 0; language < MOST_LANGUAGES; language++)
    if (languageRankIn(low, high, language) >= 0)
      for (let rank = 0; rank < 6; rank++) filters.language[language * 6 + rank] = bitsFor(rows.size);
}

export function addToFilters(filters: Filters, rows: Rows, row: number): void {
  const at = row * ROW_WORDS;
  const { words } = rows;
  const facts = words[at + word.facts] as number;
  const direction = fact.direction(facts);
  if (direction === 0 || direction & 1) setBit(filters.direction[0], row);
  if (direction === 0 || direction & 2) setBit(filters.direction[1], row);
  const intentions = fact.intentionsStated(facts) ? fact.intentions(facts) : 15;
  for (let mode = 0; mode < 4; mode++) if ((intentions >>> mode) & 1) setBit(filters.mode[mode] as Bits, row);
  const highest = fact.educationStated(facts) ? fact.highest(facts) : 4;
  for (let rank = 0; rank <= highest; rank++) setBit(filters.education[rank] as Bits, row);
  const low = words[at + word.languagesLow] as number;
  const high = words[at + word.languagesHigh] as number;
  for (let language = 0; language < MOST_LANGUAGES; language++) {
    if (!filters.language[language * 6]) continue;
    const best = fact.languagesStated(facts) ? languageRankIn(low, high, language) : 5;
    for (let rank = 0; rank <= best; rank++) setBit(filters.language[language * 6 + rank] as Bits, row);
  }
  const months = monthsIn(words[at + word.monthsAndDay] as number);
  for (let i = 0; i < monthSteps.length && (monthSteps[i] as number) <= months; i++)
    setBit(filters.months[i] as Bits, row);
  addBelow(filters.pay, words[at + word.pay] as number, UNKNOWN_PAY, row);
  addBelow(filters.available, words[at + word.available] as number, UNKNOWN_DAY, row);
  if (!fact.licencesStated(facts)) setBit(filters.licencesUnstated, row);
}

function addBelow(
  filter: { limits: number[]; sets: Bits[] },
  value: number,
  unknown: number,
  row: number,
): void {
  for (let i = filter.limits.length - 1; i >= 0; i--) {
    if (value !== unknown && value > (filter.limits[i] as number)) break;
    setBit(filter.sets[i] as Bits, row);
  }
}

const within = (filter: { limits: number[]; sets: Bits[] }, limit: number): Bits | undefined =>
  filter.sets[filter.limits.findIndex((each) => each >= limit)];

/** The sets that a row must be in to have no conflict with a need, but for licences. */
export function setsFor(filters: Filters, need: NeedRow): Bits[] {
  const sets: (Bits | undefined)[] = [];
  if (need.direction !== 0) sets.push(filters.direction[need.direction - 1]);
  if (need.educationMin >= 0) sets.push(filters.education[need.educationMin]);
  for (const { language, rank, required } of need.languages)
    if (required) sets.push(filters.language[language * 6 + rank]);
  const months = (need.yearsMin ?? 0) * 12 - 12;
  const step = monthSteps.findLastIndex((each) => each <= months);
  if (step >= 0) sets.push(filters.months[step]);
  if (need.payMax !== null) sets.push(within(filters.pay, payLimit * need.payMax));
  if (need.deadline !== null) sets.push(within(filters.available, need.deadline));
  return sets.filter((set) => set !== undefined);
}

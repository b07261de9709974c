import { payLimit } from "../checks.ts";
import type { ConflictId } from "../types.ts";
import {
  fact,
  languageRankIn,
  monthsIn,
  ROW_WORDS,
  UNKNOWN_16,
  UNKNOWN_DAY,
  UNKNOWN_PAY,
  word,
} from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { Rows } from "./rows.ts";

/** Whether a licence meets one that is asked for. */
export type Meets = (demand: number, licence: number) => boolean;

export const conflictOrder: readonly ConflictId[] = [
  "direction",
  "mode",
  "education",
  "language",
  "experience",
  "availability",
  "qualification",
  "pay",
];

/** Bits of `conflictOrder`. */
export function conflictBits(need: NeedRow, rows: Rows, row: number, meets: Meets): number {
  const facts = rows.words[row * ROW_WORDS + word.facts] as number;
  const months = monthsIn(rows.words[row * ROW_WORDS + word.monthsAndDay] as number);
  const { words } = rows;
  const at = row * ROW_WORDS;
  let bits = 0;
  const direction = fact.direction(facts);
  if (need.direction !== 0 && direction !== 0 && (direction & need.direction) === 0) bits |= 1;
  if (need.modes !== 0 && fact.intentionsStated(facts) && (fact.intentions(facts) & need.modes) === 0)
    bits |= 2;
  const held = need.internship ? fact.highest(facts) : fact.held(facts);
  if (need.educationMin >= 0 && fact.educationStated(facts) && held < need.educationMin) bits |= 4;
  if (fact.languagesStated(facts)) {
    const low = words[at + word.languagesLow] as number;
    const high = words[at + word.languagesHigh] as number;
    for (const { language, rank, required } of need.languages)
      if (required && languageRankIn(low, high, language) < rank) bits |= 8;
  }
  if (need.yearsMin !== null && months !== UNKNOWN_16 && need.yearsMin * 12 - months > 12) bits |= 16;
  const available = words[at + word.available] as number;
  if (need.deadline !== null && available !== UNKNOWN_DAY && available > need.deadline) bits |= 32;
  if (need.licences.length > 0 && fact.licencesStated(facts) && !licensed(need, rows, at, meets)) bits |= 64;
  const pay = words[at + word.pay] as number;
  if (need.payMax !== null && pay !== UNKNOWN_PAY && pay > payLimit * need.payMax) bits |= 128;
  return bits;
}

function licensed(need: NeedRow, rows: Rows, at: number, meets: Meets): boolean {
  const first = rows.words[at + word.licences] as number;
  const last = rows.words[at + ROW_WORDS + word.licences] as number;
  for (const demand of need.licences) {
    let met = false;
    for (let i = first; i < last && !met; i++) met = meets(demand, rows.licences[i] as number);
    if (!met) return false;
  }
  return true;
}

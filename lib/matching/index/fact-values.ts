import { freshnessOf } from "../criteria/freshness.ts";
import { payFromRatio } from "../criteria/pay.ts";
import { unknownValue } from "../weights.ts";
import { confirmedIn, fact, languageRankIn, UNKNOWN_16, UNKNOWN_DAY, UNKNOWN_PAY, word } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";

/** Values of the criteria that facts alone decide: the formulas of `criteria/*` on the words of a row. */

/** Marks in place of a value: the need does not ask, and nobody stated. */
export const NOT_ASKED = -2;
export const NOT_STATED = -1;

export function educationValue(need: NeedRow, facts: number, studied: number): number {
  if (need.educationMin < 0 && need.disciplines === null) return NOT_ASKED;
  if (!fact.educationStated(facts)) return NOT_STATED;
  const below = need.educationMin - fact.highest(facts);
  const level = need.educationMin < 0 || below <= 0 ? 1 : Math.max(0, 1 - 0.5 * below);
  return need.disciplines === null ? level : 0.5 * level + 0.5 * studied;
}

export function languageValue(need: NeedRow, facts: number, words: Int32Array, at: number): number {
  if (need.languages.length === 0) return NOT_ASKED;
  if (!fact.languagesStated(facts)) return NOT_STATED;
  const low = words[at + word.languagesLow] as number;
  const high = words[at + word.languagesHigh] as number;
  let sum = 0;
  let weights = 0;
  for (const { language, rank, required } of need.languages) {
    const weight = required ? 3 : 1;
    const best = languageRankIn(low, high, language);
    const below = rank - best;
    sum += weight * (below <= 0 ? 1 : below === 1 && best >= 0 ? 0.5 : 0);
    weights += weight;
  }
  return sum / weights;
}

export function termsValue(need: NeedRow, facts: number, available: number): number {
  let sum = 0;
  let weights = 0;
  let stated = false;
  if (need.modes !== 0) {
    const known = fact.intentionsStated(facts) === 1;
    const first = fact.firstIntention(facts);
    const common = fact.intentions(facts) & need.modes;
    const isFirst = first >= 0 && ((need.modes >>> first) & 1) === 1;
    sum += 0.5 * (known ? (isFirst ? 1 : common ? 0.9 : 0) : unknownValue);
    weights += 0.5;
    stated ||= known;
  }
  if (need.deadline !== null) {
    const known = available !== UNKNOWN_DAY;
    const start = Math.min(need.start ?? need.deadline, need.deadline);
    let value = unknownValue;
    if (known && available <= start) value = 1;
    else if (known && available > need.deadline) value = 0;
    else if (known) value = 1 - (0.5 * (available - start)) / (need.deadline - start);
    sum += 0.35 * value;
    weights += 0.35;
    stated ||= known;
  }
  const days = fact.days(facts);
  if (need.daysPerMonth > 0 && days > 0) {
    sum += 0.15 * Math.min(1, days / need.daysPerMonth);
    weights += 0.15;
    stated = true;
  }
  return weights === 0 ? NOT_ASKED : stated ? sum / weights : NOT_STATED;
}

export function payValue(need: NeedRow, pay: number): number {
  if (need.payMax === null) return NOT_ASKED;
  if (pay === UNKNOWN_PAY) return NOT_STATED;
  return payFromRatio(pay, need.payMax);
}

/** `day` is today as a day since 1970. */
export function freshnessValue(monthsAndDay: number, day: number): number {
  const confirmed = confirmedIn(monthsAndDay);
  return confirmed === UNKNOWN_16 ? NOT_STATED : freshnessOf(confirmed < day ? day - confirmed : 0);
}

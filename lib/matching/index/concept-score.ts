import { payLimit } from "../checks.ts";
import { experienceFromParts, seniorityStep } from "../criteria/experience.ts";
import { fieldFromShares } from "../criteria/field.ts";
import { freshnessOf } from "../criteria/freshness.ts";
import { payFromRatio } from "../criteria/pay.ts";
import { blend, weakestShare } from "../criteria/requirements.ts";
import { orderOf } from "../score.ts";
import type { ConflictId } from "../types.ts";
import { unknownValue } from "../weights.ts";
import {
  ageIn,
  fact,
  languageRankIn,
  monthsIn,
  ROW_WORDS,
  UNKNOWN_16,
  UNKNOWN_DAY,
  UNKNOWN_PAY,
  word,
} from "./layout.ts";
import { criterionOrder, type NeedRow, type WantedPhrase } from "./need-row.ts";
import type { Rows } from "./rows.ts";
import { bitCount } from "./winning.ts";

/** What a profile gives towards each wanted concept of a need, by position in `wanted`. */
export type Given = { credit: Float64Array; worked: Float64Array; studied: number };
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

/** Marks in `values`: the need does not ask, and nobody stated. */
export const NOT_ASKED = -2;
export const NOT_STATED = -1;

const short = (points: number | undefined, value: number): number =>
  value === NOT_ASKED ? 0 : (points ?? 0) * (1 - (value === NOT_STATED ? unknownValue : value));
const clamp = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

function phraseValue(phrase: WantedPhrase, credit: Float64Array): number {
  let sum = 0;
  for (const group of phrase.groups) {
    let best = 0;
    for (const member of group.members) {
      const found = credit[member] as number;
      if (found > best) best = found;
    }
    sum += group.weight * best;
  }
  return blend(sum, phrase.full, 0);
}

/**
 * The engine's score of one pair from concepts and facts alone: the formulas of `criteria/*` and `checks.ts` with nothing
 * from words and titles. One scorer holds the numbers of the last pair.
 */
export class ConceptScorer {
  base = 0;
  order = 0;
  /** bits of `conflictOrder` */
  conflicts = 0;
  readonly values = new Float64Array(criterionOrder.length);
  readonly #meets: Meets;

  constructor(meets: Meets) {
    this.#meets = meets;
  }

  /** Scores row `row` against a need; the result is in the fields. Returns the order. */
  score(need: NeedRow, rows: Rows, row: number, given: Given): number {
    const at = row * ROW_WORDS;
    const { values } = this;
    const facts = rows.words[at + word.facts] as number;
    const months = monthsIn(rows.words[at + word.monthsAndAge] as number);
    values[0] = this.#mustHave(need, given.credit);
    values[1] = this.#field(need, given.credit);
    values[2] = this.#experience(need, facts, months, given.worked);
    values[3] = this.#preferred(need, given.credit);
    values[4] = this.#education(need, facts, given.studied);
    values[5] = this.#language(need, facts, rows.words, at);
    values[6] = this.#terms(need, facts, rows.words[at + word.available] as number);
    values[7] = this.#pay(need, rows.words[at + word.pay] as number);
    const age = ageIn(rows.words[at + word.monthsAndAge] as number);
    values[8] = age === UNKNOWN_16 ? NOT_STATED : freshnessOf(age);
    let points = 0;
    let total = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value === NOT_ASKED) continue;
      const weight = need.points[i] as number;
      total += weight;
      points += weight * (value === NOT_STATED ? unknownValue : clamp(value));
    }
    this.base = total > 0 ? (100 * points) / total : 0;
    this.conflicts = this.#conflicts(need, rows, row, facts, months);
    this.order = this.conflicts === 0 ? this.base : orderOf(this.base, bitCount(this.conflicts));
    return this.order;
  }

  /** Points of weight that a row's facts cannot give, whatever its concepts are; what it leaves out counts as given. */
  shortfall(need: NeedRow, rows: Rows, row: number): number {
    const { words } = rows;
    const at = row * ROW_WORDS;
    const facts = words[at + word.facts] as number;
    const monthsAndAge = words[at + word.monthsAndAge] as number;
    const age = ageIn(monthsAndAge);
    const { points } = need;
    return (
      short(points[2], this.#experience(need, facts, monthsIn(monthsAndAge), null)) +
      short(points[4], this.#education(need, facts, 1)) +
      short(points[5], this.#language(need, facts, words, at)) +
      short(points[6], this.#terms(need, facts, words[at + word.available] as number)) +
      short(points[7], this.#pay(need, words[at + word.pay] as number)) +
      short(points[8], age === UNKNOWN_16 ? NOT_STATED : freshnessOf(age))
    );
  }

  /** How many hard conditions a row does not meet. */
  conflictCount(need: NeedRow, rows: Rows, row: number): number {
    const at = row * ROW_WORDS;
    const facts = rows.words[at + word.facts] as number;
    const months = monthsIn(rows.words[at + word.monthsAndAge] as number);
    return bitCount(this.#conflicts(need, rows, row, facts, months));
  }

  conflictIds(): ConflictId[] {
    return conflictOrder.filter((_, i) => (this.conflicts >>> i) & 1);
  }

  #mustHave(need: NeedRow, credit: Float64Array): number {
    if (need.mustHave.length === 0) return NOT_ASKED;
    let sum = 0;
    let least = 1;
    for (const phrase of need.mustHave) {
      const value = phraseValue(phrase, credit);
      sum += value;
      if (value < least) least = value;
    }
    return (1 - weakestShare) * (sum / need.mustHave.length) + weakestShare * least;
  }

  #preferred(need: NeedRow, credit: Float64Array): number {
    if (need.preferred.length === 0) return NOT_ASKED;
    let sum = 0;
    for (const phrase of need.preferred) sum += phraseValue(phrase, credit);
    return sum / need.preferred.length;
  }

  #field(need: NeedRow, credit: Float64Array): number {
    if (!need.hasField) return NOT_ASKED;
    let share = 0;
    let title = 0;
    for (let j = 0; j < need.wanted.length; j++) {
      const found = credit[j] as number;
      if (found === 0) continue;
      share += (need.fieldWeights[j] as number) * found;
      title += (need.titleWeights[j] as number) * found;
    }
    return fieldFromShares(need.titleOnly ? 0 : share, title, 0, 0, 0, 0);
  }

  /** Nearness of the jobs is that of the concepts shown in any of them, each by the most recent job that shows it; null: as near as can be. */
  #experience(need: NeedRow, facts: number, months: number, worked: Float64Array | null): number {
    const asked = need.yearsMin !== null && need.yearsMin > 0;
    const silent = !fact.experienceStated(facts) && !fact.headline(facts);
    if (silent) return asked ? NOT_STATED : NOT_ASKED;
    let relevance: number | null = null;
    if (fact.jobs(facts)) {
      let share = 0;
      for (let j = 0; worked && j < need.wanted.length; j++)
        share += (need.fieldWeights[j] as number) * (worked[j] as number);
      relevance = worked ? Math.min(1, 2.5 * share) : 1;
    }
    const theirs = fact.seniority(facts);
    const seniority = need.seniority > 0 && theirs > 0 ? seniorityStep(theirs - need.seniority) : null;
    let years: number | null | undefined;
    if (asked) years = months === UNKNOWN_16 ? null : Math.min(1, months / (12 * (need.yearsMin as number)));
    return experienceFromParts(years, relevance, seniority) ?? NOT_ASKED;
  }

  #education(need: NeedRow, facts: number, studied: number): number {
    if (need.educationMin < 0 && need.disciplines === null) return NOT_ASKED;
    if (!fact.educationStated(facts)) return NOT_STATED;
    const below = need.educationMin - fact.highest(facts);
    const level = need.educationMin < 0 || below <= 0 ? 1 : Math.max(0, 1 - 0.5 * below);
    return need.disciplines === null ? level : 0.5 * level + 0.5 * studied;
  }

  #language(need: NeedRow, facts: number, words: Int32Array, at: number): number {
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

  #terms(need: NeedRow, facts: number, available: number): number {
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

  #pay(need: NeedRow, pay: number): number {
    if (need.payMax === null) return NOT_ASKED;
    if (pay === UNKNOWN_PAY) return NOT_STATED;
    return payFromRatio(pay, need.payMax);
  }

  #conflicts(need: NeedRow, rows: Rows, row: number, facts: number, months: number): number {
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
    if (need.licences.length > 0 && fact.licencesStated(facts) && !this.#licensed(need, rows, at)) bits |= 64;
    const pay = words[at + word.pay] as number;
    if (need.payMax !== null && pay !== UNKNOWN_PAY && pay > payLimit * need.payMax) bits |= 128;
    return bits;
  }

  #licensed(need: NeedRow, rows: Rows, at: number): boolean {
    const first = rows.words[at + word.licences] as number;
    const last = rows.words[at + ROW_WORDS + word.licences] as number;
    for (const demand of need.licences) {
      let met = false;
      for (let i = first; i < last && !met; i++) met = this.#meets(demand, rows.licences[i] as number);
      if (!met) return false;
    }
    return true;
  }
}

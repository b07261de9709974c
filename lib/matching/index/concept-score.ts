import { experienceFromParts, seniorityStep } from "../criteria/experience.ts";
import { fieldFromShares } from "../criteria/field.ts";
import { blend, weakestShare } from "../criteria/requirements.ts";
import { orderOf } from "../score.ts";
import type { ConflictId } from "../types.ts";
import { unknownValue } from "../weights.ts";
import { conflictBits, conflictOrder, type Meets } from "./conflict-bits.ts";
import {
  educationValue,
  freshnessValue,
  languageValue,
  NOT_ASKED,
  NOT_STATED,
  payValue,
  termsValue,
} from "./fact-values.ts";
import { fact, monthsIn, ROW_WORDS, UNKNOWN_16, word } from "./layout.ts";
import { criterionOrder, type NeedRow, type WantedPhrase } from "./need-row.ts";
import type { Rows } from "./rows.ts";
import { bitCount } from "./winning.ts";

/** What a profile gives towards each wanted concept of a need, by position in `wanted`. */
export type Given = { credit: Float64Array; worked: Float64Array; studied: number };

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
  readonly #day: number;

  /** `day` is today as a day since 1970. */
  constructor(meets: Meets, day: number) {
    this.#meets = meets;
    this.#day = day;
  }

  /** Scores row `row` against a need; the result is in the fields. Returns the order. */
  score(need: NeedRow, rows: Rows, row: number, given: Given): number {
    const at = row * ROW_WORDS;
    const { values } = this;
    const facts = rows.words[at + word.facts] as number;
    const monthsAndDay = rows.words[at + word.monthsAndDay] as number;
    values[0] = this.#mustHave(need, given.credit);
    values[1] = this.#field(need, given.credit);
    values[2] = this.#experience(need, facts, monthsIn(monthsAndDay), given.worked);
    values[3] = this.#preferred(need, given.credit);
    values[4] = educationValue(need, facts, given.studied);
    values[5] = languageValue(need, facts, rows.words, at);
    values[6] = termsValue(need, facts, rows.words[at + word.available] as number);
    values[7] = payValue(need, rows.words[at + word.pay] as number);
    values[8] = freshnessValue(monthsAndDay, this.#day);
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
    this.conflicts = conflictBits(need, rows, row, this.#meets);
    this.order = this.conflicts === 0 ? this.base : orderOf(this.base, bitCount(this.conflicts));
    return this.order;
  }

  /** Points of weight that a row's facts cannot give, whatever its concepts are; what it leaves out counts as given. */
  shortfall(need: NeedRow, rows: Rows, row: number): number {
    const { words } = rows;
    const at = row * ROW_WORDS;
    const facts = words[at + word.facts] as number;
    const monthsAndDay = words[at + word.monthsAndDay] as number;
    const { points } = need;
    return (
      short(points[2], this.#experience(need, facts, monthsIn(monthsAndDay), null)) +
      short(points[4], educationValue(need, facts, 1)) +
      short(points[5], languageValue(need, facts, words, at)) +
      short(points[6], termsValue(need, facts, words[at + word.available] as number)) +
      short(points[7], payValue(need, words[at + word.pay] as number)) +
      short(points[8], freshnessValue(monthsAndDay, this.#day))
    );
  }

  /** How many hard conditions a row does not meet. */
  conflictCount(need: NeedRow, rows: Rows, row: number): number {
    return bitCount(conflictBits(need, rows, row, this.#meets));
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
    const silent = !fact.experienceStated(facts) && (need.titleOnly || !fact.headline(facts));
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
}

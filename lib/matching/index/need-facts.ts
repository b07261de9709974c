import { payLimit } from "../checks.ts";
import { fact, monthsIn, ROW_WORDS, UNKNOWN_16, UNKNOWN_DAY, UNKNOWN_PAY, word } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { Rows } from "./rows.ts";

/** Hard conditions of a need in eight words, so that all needs can be checked against one profile quickly. */
const WORDS = 8;
const NO_LIMIT = 0x7fffffff;
const NOT_ASKED_RANK = 7;
/** One bit above each rank of four bits: what is left of it after a subtraction says that no rank fell short. */
const GUARD = 0x88888888 | 0;

function packRequired(need: NeedRow): [number, number] {
  const words: [number, number] = [0, 0];
  for (const { language, rank, required } of need.languages) {
    if (!required || language > 15) continue;
    const half = language >> 3;
    const shift = (language & 7) * 4;
    const known = ((words[half] as number) >>> shift) & 15;
    if (rank + 1 > known) words[half] = ((words[half] as number) & ~(15 << shift)) | ((rank + 1) << shift);
  }
  return words;
}

export class NeedFacts {
  #words = new Int32Array(64 * WORDS);

  set(place: number, need: NeedRow): void {
    const at = place * WORDS;
    if (at + WORDS > this.#words.length) {
      const larger = new Int32Array(2 * this.#words.length);
      larger.set(this.#words);
      this.#words = larger;
    }
    const [low, high] = packRequired(need);
    const rank = need.educationMin < 0 ? NOT_ASKED_RANK : need.educationMin;
    this.#words[at] = need.direction | (need.modes << 2) | (rank << 6) | (need.internship ? 1 << 9 : 0);
    this.#words[at + 1] = low;
    this.#words[at + 2] = high;
    this.#words[at + 3] = Math.ceil((need.yearsMin ?? 0) * 12) - 12;
    this.#words[at + 4] = need.payMax === null ? NO_LIMIT : Math.ceil(payLimit * need.payMax);
    this.#words[at + 5] = need.deadline ?? NO_LIMIT;
  }

  /** Conflicts of a need with a profile, licences left out: never more than scoring finds. */
  leastConflicts(place: number, profile: ProfileFacts): number {
    const words = this.#words;
    const at = place * WORDS;
    const head = words[at] as number;
    let count = 0;
    if ((head & 3) !== 0 && (profile.directions & head & 3) === 0) count++;
    const modes = (head >>> 2) & 15;
    if (modes !== 0 && (profile.modes & modes) === 0) count++;
    const rank = (head >>> 6) & 7;
    if (rank !== NOT_ASKED_RANK && ((head >>> 9) & 1 ? profile.highest : profile.held) < rank) count++;
    const low = ((profile.low | GUARD) - (words[at + 1] as number)) & GUARD;
    const high = ((profile.high | GUARD) - (words[at + 2] as number)) & GUARD;
    if (low !== GUARD || high !== GUARD) count++;
    if (profile.months < (words[at + 3] as number)) count++;
    if (profile.pay > (words[at + 4] as number)) count++;
    if (profile.available > (words[at + 5] as number)) count++;
    return count;
  }
}

/** The facts of one profile with what is not stated put where it conflicts with nothing. */
export type ProfileFacts = {
  directions: number;
  modes: number;
  held: number;
  highest: number;
  low: number;
  high: number;
  months: number;
  pay: number;
  available: number;
};

export function profileFacts(rows: Rows, row: number): ProfileFacts {
  const at = row * ROW_WORDS;
  const facts = rows.words[at + word.facts] as number;
  const months = monthsIn(rows.words[at + word.monthsAndDay] as number);
  const pay = rows.words[at + word.pay] as number;
  const available = rows.words[at + word.available] as number;
  const educated = fact.educationStated(facts) === 1;
  const spoken = fact.languagesStated(facts) === 1;
  return {
    directions: fact.direction(facts) || 3,
    modes: fact.intentionsStated(facts) ? fact.intentions(facts) : 15,
    held: educated ? fact.held(facts) : NOT_ASKED_RANK,
    highest: educated ? fact.highest(facts) : NOT_ASKED_RANK,
    low: spoken ? (rows.words[at + word.languagesLow] as number) : 0x77777777,
    high: spoken ? (rows.words[at + word.languagesHigh] as number) : 0x77777777,
    months: months === UNKNOWN_16 ? NO_LIMIT : months,
    pay: pay === UNKNOWN_PAY ? 0 : pay,
    available: available === UNKNOWN_DAY ? UNKNOWN_DAY : available,
  };
}

import type { Best } from "./best.ts";
import { type Bound, boundOf, conflictFactors, most, ONE_CONFLICT } from "./bound.ts";
import { Candidates } from "./candidates.ts";
import type { ConceptScorer } from "./concept-score.ts";
import type { Meets } from "./conflict-bits.ts";
import { type Bits, bitsFor } from "./filters.ts";
import { markFitting } from "./fitting.ts";
import { type Gain, type Gains, gainsOf, mostOfSum, mostWithColumns, sumOf } from "./gains.ts";
import type { NeedRow } from "./need-row.ts";
import type { GivenReader, Source } from "./query.ts";
import type { Segment } from "./segment.ts";
import { smallestWinning } from "./winning.ts";

/** What one search works with. */
type Task = { bound: Bound; gains: Gains; common: Gain; best: Best };

/** A row's number and its strength. */
const LIST_BYTES = 5;
/** More common concepts than this are not told apart when rows are ruled out by sets. */
const MOST_TOLD_APART = 8;

/**
 * Finds the best rows of a segment for one need, exactly. Rows are taken in four groups: those that may fit all hard conditions,
 * then those that cannot, and of each those found in the list of an uncommon concept, then those that show only common ones. In
 * each group rows are scored from the highest bound down until no bound reaches the list any more; what no combination of
 * concepts can bring into the list is not looked at. Scratch memory is reused, so one searcher serves one query at a time.
 */
export class Searcher {
  readonly #segment: Segment;
  /** three sums a row, and whether the row was met */
  readonly #sums: Float32Array;
  readonly #met: Int32Array;
  readonly #touched: Uint8Array;
  readonly #fits: Bits;
  readonly #candidates: Candidates;
  #count = 0;
  /** rows scored for the last need, and bytes of lists, sets and marks that were gone through before, for figures */
  scored = 0;
  bytes = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
    this.#sums = new Float32Array(4 * segment.size);
    this.#met = new Int32Array(segment.size);
    this.#touched = new Uint8Array(segment.size);
    this.#fits = bitsFor(segment.size);
    this.#candidates = new Candidates(segment.size);
  }

  search(
    need: NeedRow,
    sources: Source[],
    reader: GivenReader,
    scorer: ConceptScorer,
    meets: Meets,
    best: Best,
  ): void {
    const segment = this.#segment;
    const bound = boundOf(need);
    const gains = gainsOf(sources, bound, segment);
    const common = sumOf(gains.columns.map((column) => column.gain));
    const task: Task = { bound, gains, common, best };
    this.scored = 0;
    this.bytes = 0;
    const score = (row: number) => {
      this.scored++;
      const order = scorer.score(need, segment, row, reader.read(segment, row));
      best.offer(order, segment.ids[row] as string, row, false);
    };
    const scoreFitting = (row: number, reach: number) => {
      if (reach - bound.scale * scorer.shortfall(need, segment, row) >= best.threshold) score(row);
    };
    const scoreOther = (row: number, reach: number) => {
      const kept = conflictFactors[scorer.conflictCount(need, segment, row)] as number;
      const concepts = reach / ONE_CONFLICT - bound.scale * scorer.shortfall(need, segment, row);
      if (kept * concepts >= best.threshold) score(row);
    };
    this.bytes += markFitting(this.#fits, segment, need, meets);
    this.#meetFitting(gains);
    this.#takeMet(task, 1);
    this.#candidates.drain(best, scoreFitting);
    this.#takeUnmet(task, true, 1);
    this.#candidates.drain(best, scoreFitting);
    this.#forget();
    if (this.#meetOthers(task, ONE_CONFLICT)) {
      this.#takeMet(task, ONE_CONFLICT);
      this.#candidates.drain(best, scoreOther);
      this.#takeUnmet(task, false, ONE_CONFLICT);
      this.#candidates.drain(best, scoreOther);
      this.#forget();
    }
  }

  /** Adds up the lists for the rows that fit. */
  #meetFitting({ lists }: Gains): void {
    const { listRows, listStrengths } = this.#segment;
    const fits = this.#fits;
    for (const { first, last, gain } of lists) {
      this.bytes += LIST_BYTES * (last - first);
      for (let i = first; i < last; i++) {
        const row = listRows[i] as number;
        if (((fits[row >> 5] as number) >>> (row & 31)) & 1) this.#add(row, listStrengths[i] as number, gain);
      }
    }
  }

  /**
   * Adds up the lists for the other rows that have a chance: those in a list that with all common concepts could be enough, or
   * in two lists. False when no row has.
   */
  #meetOthers({ bound, gains, common, best }: Task, factor: number): boolean {
    const least = best.threshold;
    const all = sumOf([...gains.lists, ...gains.columns].map((each) => each.gain));
    if (factor * mostOfSum(bound, all) < least) return false;
    const { listRows, listStrengths, alive } = this.#segment;
    const fits = this.#fits;
    const touched = this.#touched.fill(0);
    this.bytes += touched.length;
    for (const { first, last, gain } of gains.lists) {
      const alone = sumOf([gain]);
      alone.phrases += common.phrases;
      alone.field += common.field;
      alone.title += common.title;
      const step = factor * mostOfSum(bound, alone) >= least ? 2 : 1;
      this.bytes += 2 * LIST_BYTES * (last - first);
      for (let i = first; i < last; i++) {
        const row = listRows[i] as number;
        const times = touched[row] as number;
        if (times < 2) touched[row] = times + step;
      }
    }
    for (const { first, last, gain } of gains.lists)
      for (let i = first; i < last; i++) {
        const row = listRows[i] as number;
        if ((touched[row] as number) < 2) continue;
        const others = (alive[row >> 5] as number) & ~(fits[row >> 5] as number);
        if ((others >>> (row & 31)) & 1) this.#add(row, listStrengths[i] as number, gain);
      }
    return true;
  }

  #add(row: number, strength: number, gain: Gain): void {
    const sums = this.#sums;
    const at = row << 2;
    if (sums[at + 3] === 0) {
      sums[at + 3] = 1;
      this.#met[this.#count++] = row;
    }
    sums[at] = (sums[at] as number) + strength * gain.phrases;
    sums[at + 1] = (sums[at + 1] as number) + strength * gain.field;
    sums[at + 2] = (sums[at + 2] as number) + strength * gain.title;
  }

  #forget(): void {
    for (let i = 0; i < this.#count; i++) {
      const at = (this.#met[i] as number) << 2;
      this.#sums.fill(0, at, at + 4);
    }
    this.#count = 0;
  }

  /** Rows found in a list. */
  #takeMet({ bound, gains, common, best }: Task, factor: number): void {
    const least = best.threshold;
    const sums = this.#sums;
    for (let i = 0; i < this.#count; i++) {
      const row = this.#met[i] as number;
      const at = row << 2;
      const phrases = sums[at] as number;
      const field = sums[at + 1] as number;
      const title = sums[at + 2] as number;
      const all = most(bound, phrases + common.phrases, field + common.field, title + common.title);
      if (factor * all < least) continue;
      const reach = factor * mostWithColumns(row, phrases, field, title, gains.columns, bound);
      if (reach >= least) this.#candidates.add(row, reach);
    }
  }

  /** Rows found in no list: they show common concepts at most, and enough of them. */
  #takeUnmet({ bound, gains, best }: Task, fitting: boolean, factor: number): void {
    const { columns } = gains;
    const least = best.threshold;
    const told = columns.slice(0, MOST_TOLD_APART);
    const always = columns.slice(MOST_TOLD_APART).map((column) => column.gain);
    const winning = smallestWinning(told.length, (mask) => {
      const shown = told.filter((_, i) => (mask >>> i) & 1).map((column) => column.gain);
      return factor * mostOfSum(bound, sumOf([...always, ...shown])) >= least;
    });
    if (winning.length === 0) return;
    const sets = winning.map((mask) =>
      told.filter((_, i) => (mask >>> i) & 1).map((column) => column.present),
    );
    const fits = this.#fits;
    const { alive } = this.#segment;
    this.bytes += 4 * fits.length * (2 + new Set(sets.flat()).size);
    for (let i = 0; i < fits.length; i++) {
      const group = fitting ? (fits[i] as number) : (alive[i] as number) & ~(fits[i] as number);
      if (group === 0) continue;
      let rest = 0;
      for (const set of sets) {
        let shown = group;
        for (const present of set) shown &= present[i] as number;
        rest |= shown;
      }
      for (; rest !== 0; rest &= rest - 1) {
        const row = (i << 5) + 31 - Math.clz32(rest & -rest);
        if (this.#sums[(row << 2) + 3] !== 0) continue;
        const reach = factor * mostWithColumns(row, 0, 0, 0, columns, bound);
        if (reach >= least) this.#candidates.add(row, reach);
      }
    }
  }
}

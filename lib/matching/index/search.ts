import type { Best } from "./best.ts";
import { type Bound, boundOf, most, ONE_CONFLICT } from "./bound.ts";
import { Candidates } from "./candidates.ts";
import type { ConceptScorer, Meets } from "./concept-score.ts";
import { type Bits, bitsFor, setsFor } from "./filters.ts";
import { STRENGTHS } from "./layout.ts";
import type { NeedRow } from "./need-row.ts";
import type { GivenReader, Source } from "./query.ts";
import type { Segment } from "./segment.ts";

/** What a source can add to the three sums of the bound, for each step of strength. */
type Gain = { phrases: number; field: number; title: number };
type Columns = { strengths: Uint8Array; gain: Gain }[];

function gainOf(source: Source, bound: Bound): Gain {
  const gain = { phrases: 0, field: 0, title: 0 };
  source.wanted.forEach((j, k) => {
    const factor = (source.factors[k] as number) / STRENGTHS;
    gain.phrases += factor * (bound.phrases[j] as number);
    gain.field += factor * (bound.field[j] as number);
    gain.title += factor * (bound.title[j] as number);
  });
  return gain;
}

/**
 * Finds the best rows of a segment for one need, exactly. Rows are taken in four groups: those that show an uncommon wanted
 * concept or only common ones, and of both those that may fit all hard conditions or cannot. In each group the rows are scored
 * from the highest bound down until no bound reaches the list any more; a group whose bound as a whole does not is not looked at.
 * Scratch memory is reused, so one searcher serves one query at a time.
 */
export class Searcher {
  readonly #segment: Segment;
  /** three sums a row, and whether the row was met */
  readonly #sums: Float32Array;
  readonly #met: Int32Array;
  readonly #fits: Bits;
  readonly #candidates: Candidates;
  /** rows scored for the last need, for figures */
  scored = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
    this.#sums = new Float32Array(4 * segment.size);
    this.#met = new Int32Array(segment.size);
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
    this.scored = 0;
    const bound = boundOf(need);
    const { count, columns } = this.#accumulate(sources, bound);
    this.#fit(need, meets);
    const score = (row: number) => {
      this.scored++;
      const order = scorer.score(need, this.#segment, row, reader.read(this.#segment, row));
      best.offer(order, this.#segment.ids[row] as string, row, false);
    };
    const drain = () => this.#candidates.drain(() => best.threshold, score);
    const common = mostOfColumns(columns, bound);
    this.#takeMet(count, columns, bound, best, true, 1);
    drain();
    if (common >= best.threshold) {
      this.#takeUnmet(columns, bound, best, true, 1);
      drain();
    }
    this.#takeMet(count, columns, bound, best, false, ONE_CONFLICT);
    drain();
    if (common * ONE_CONFLICT >= best.threshold) {
      this.#takeUnmet(columns, bound, best, false, ONE_CONFLICT);
      drain();
    }
    for (let i = 0; i < count; i++)
      this.#sums.fill(0, 4 * (this.#met[i] as number), 4 * (this.#met[i] as number) + 4);
  }

  /** Adds up the lists of uncommon concepts; common ones are looked up later, row by row. */
  #accumulate(sources: Source[], bound: Bound): { count: number; columns: Columns } {
    const { listStart, listRows, listStrengths, columns } = this.#segment;
    const sums = this.#sums;
    const met = this.#met;
    const common: Columns = [];
    let count = 0;
    for (const source of sources) {
      const gain = gainOf(source, bound);
      const { phrases, field, title } = gain;
      const strengths = columns[source.concept];
      if (strengths) common.push({ strengths, gain });
      const end = listStart[source.concept + 1] ?? 0;
      for (let i = listStart[source.concept] ?? 0; i < end; i++) {
        const row = listRows[i] as number;
        const strength = listStrengths[i] as number;
        const at = row << 2;
        if (sums[at + 3] === 0) {
          sums[at + 3] = 1;
          met[count++] = row;
        }
        sums[at] = (sums[at] as number) + strength * phrases;
        sums[at + 1] = (sums[at + 1] as number) + strength * field;
        sums[at + 2] = (sums[at + 2] as number) + strength * title;
      }
    }
    return { count, columns: common };
  }

  /** Marks the rows that may have no conflict with the need. */
  #fit(need: NeedRow, meets: Meets): void {
    const { alive, filters } = this.#segment;
    const fits = this.#fits;
    fits.set(alive);
    for (const set of setsFor(filters, need))
      for (let i = 0; i < fits.length; i++) fits[i] = (fits[i] as number) & (set[i] as number);
    if (need.modes !== 0) {
      const offered = filters.mode.filter((_, mode) => (need.modes >>> mode) & 1);
      for (let i = 0; i < fits.length; i++) {
        let any = 0;
        for (const set of offered) any |= set[i] as number;
        fits[i] = (fits[i] as number) & any;
      }
    }
    for (const demand of need.licences) this.#fitLicence(demand, meets);
  }

  #fitLicence(demand: number, meets: Meets): void {
    const { licenceStart, licenceRows, filters } = this.#segment;
    const holders = filters.licencesUnstated.slice();
    for (let licence = 0; licence + 1 < licenceStart.length; licence++) {
      const first = licenceStart[licence] as number;
      const last = licenceStart[licence + 1] as number;
      if (first === last || !meets(demand, licence)) continue;
      for (let i = first; i < last; i++) {
        const row = licenceRows[i] as number;
        holders[row >> 5] = (holders[row >> 5] as number) | (1 << (row & 31));
      }
    }
    for (let i = 0; i < holders.length; i++)
      this.#fits[i] = (this.#fits[i] as number) & (holders[i] as number);
  }

  /** Rows met in a list, of those that fit or of the others. */
  #takeMet(
    count: number,
    columns: Columns,
    bound: Bound,
    best: Best,
    fitting: boolean,
    factor: number,
  ): void {
    const least = best.threshold;
    const fits = this.#fits;
    const { alive } = this.#segment;
    for (let i = 0; i < count; i++) {
      const row = this.#met[i] as number;
      const bit = 1 << (row & 31);
      if ((((fits[row >> 5] as number) & bit) !== 0) !== fitting) continue;
      if (!fitting && ((alive[row >> 5] as number) & bit) === 0) continue;
      const reach = factor * this.#mostOf(row, columns, bound);
      if (reach >= least) this.#candidates.add(row, reach);
    }
  }

  /** Rows met in no list: they show common concepts at most. */
  #takeUnmet(columns: Columns, bound: Bound, best: Best, fitting: boolean, factor: number): void {
    const least = best.threshold;
    const fits = this.#fits;
    const { alive } = this.#segment;
    for (let i = 0; i < fits.length; i++) {
      let rest = fitting ? (fits[i] as number) : (alive[i] as number) & ~(fits[i] as number);
      while (rest !== 0) {
        const row = (i << 5) + 31 - Math.clz32(rest & -rest);
        rest &= rest - 1;
        if (this.#sums[(row << 2) + 3] !== 0) continue;
        const reach = factor * this.#mostOf(row, columns, bound);
        if (reach >= least) this.#candidates.add(row, reach);
      }
    }
  }

  #mostOf(row: number, columns: Columns, bound: Bound): number {
    const at = row << 2;
    let phrases = this.#sums[at] as number;
    let field = this.#sums[at + 1] as number;
    let title = this.#sums[at + 2] as number;
    for (let c = 0; c < columns.length; c++) {
      const { strengths, gain } = columns[c] as Columns[number];
      const strength = strengths[row] as number;
      if (strength === 0) continue;
      phrases += strength * gain.phrases;
      field += strength * gain.field;
      title += strength * gain.title;
    }
    return most(bound, phrases, field, title);
  }
}

/** The bound of a row that shows every common concept fully and no other. */
function mostOfColumns(columns: Columns, bound: Bound): number {
  const sum = { phrases: 0, field: 0, title: 0 };
  for (const { gain } of columns) {
    sum.phrases += STRENGTHS * gain.phrases;
    sum.field += STRENGTHS * gain.field;
    sum.title += STRENGTHS * gain.title;
  }
  return most(bound, sum.phrases, sum.field, sum.title);
}

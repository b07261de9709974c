import {
  packConcept,
  packFacts,
  packLanguages,
  packMonthsAndDay,
  ROW_WORDS,
  type TalentRow,
  UNKNOWN_DAY,
  UNKNOWN_PAY,
  word,
} from "./layout.ts";

/** Memory that worker threads can read without a copy. */
export const int32 = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));
export const uint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));

/** Rows of profiles as they lie in memory. Row `size` is a sentinel that tells where the last one's lists end. */
export type Rows = {
  readonly size: number;
  readonly words: Int32Array;
  readonly concepts: Int32Array;
  readonly licences: Int32Array;
};

function grown(array: Int32Array, needed: number): Int32Array {
  if (needed <= array.length) return array;
  const larger = int32(Math.max(needed, Math.ceil(array.length * 1.6)));
  larger.set(array);
  return larger;
}

/** Rows that grow at the end. */
export class RowStore implements Rows {
  size = 0;
  words: Int32Array;
  concepts: Int32Array;
  licences: Int32Array;
  readonly ids: string[] = [];

  constructor(expected = 64) {
    this.words = int32((expected + 1) * ROW_WORDS);
    this.concepts = int32(expected * 12);
    this.licences = int32(expected);
  }

  push(row: TalentRow): number {
    const at = this.open(row.id, row.concepts.length, row.licences?.length ?? 0);
    const { words } = this;
    const languages = packLanguages(row.languages);
    words[at + word.facts] = packFacts(row);
    words[at + word.languagesLow] = languages[0];
    words[at + word.languagesHigh] = languages[1];
    words[at + word.monthsAndDay] = packMonthsAndDay(row.months, row.confirmed);
    words[at + word.pay] = row.pay === null ? UNKNOWN_PAY : Math.max(0, Math.round(row.pay));
    words[at + word.available] = row.available ?? UNKNOWN_DAY;
    let next = words[at + word.concepts] as number;
    for (const shown of row.concepts) this.concepts[next++] = packConcept(shown);
    next = words[at + word.licences] as number;
    for (const licence of row.licences ?? []) this.licences[next++] = licence;
    return this.size - 1;
  }

  /** Takes over a row of another store as it is. */
  copy(from: Rows, row: number, id: string): void {
    const source = row * ROW_WORDS;
    const first = from.words[source + word.concepts] as number;
    const last = from.words[source + ROW_WORDS + word.concepts] as number;
    const firstLicence = from.words[source + word.licences] as number;
    const lastLicence = from.words[source + ROW_WORDS + word.licences] as number;
    const at = this.open(id, last - first, lastLicence - firstLicence);
    for (let i = 0; i < word.concepts; i++) this.words[at + i] = from.words[source + i] as number;
    let next = this.words[at + word.concepts] as number;
    for (let i = first; i < last; i++) this.concepts[next++] = from.concepts[i] as number;
    next = this.words[at + word.licences] as number;
    for (let i = firstLicence; i < lastLicence; i++) this.licences[next++] = from.licences[i] as number;
  }

  /** Makes room for a row, writes where it and the next one begin, and returns the position of its words. */
  open(id: string, concepts: number, licences: number): number {
    const at = this.size * ROW_WORDS;
    this.words = grown(this.words, at + 2 * ROW_WORDS);
    const firstConcept = this.words[at + word.concepts] as number;
    const firstLicence = this.words[at + word.licences] as number;
    this.concepts = grown(this.concepts, firstConcept + concepts);
    this.licences = grown(this.licences, firstLicence + licences);
    this.words[at + ROW_WORDS + word.concepts] = firstConcept + concepts;
    this.words[at + ROW_WORDS + word.licences] = firstLicence + licences;
    this.ids.push(id);
    this.size++;
    return at;
  }
}

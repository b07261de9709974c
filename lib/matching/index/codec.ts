import {
  LAYOUT_VERSION,
  packFacts,
  packLanguages,
  packMonthsAndDay,
  STRENGTHS,
  type TalentRow,
  UNKNOWN_16,
  UNKNOWN_DAY,
  UNKNOWN_PAY,
  WORKED,
  word,
} from "./layout.ts";
import type { RowStore } from "./rows.ts";

/**
 * A profile's row as bytes that any process can read: names in place of the numbers of one vocabulary, and dates in place of
 * ages. Little-endian: layout u8, flags u8, months u16, month u16, day of confirmation u16, facts i32, pay i32, available i32,
 * counts of languages u8, licences u8, concepts u16; then the concepts (strength, recency and study u16, name), the languages
 * (rank u8, name) and the licences (length u16, text). A name is its length u8 and UTF-8.
 */
const HEAD = 24;
const GROWING = 1;

/** What the numbers of a vocabulary stand for. */
export type Names = {
  concept(number: number): string;
  language(number: number): string;
  licence(number: number): string;
};
/** Numbers for names; each name is asked for once, because `NameTable` keeps them. */
export type Numbered = {
  concept(name: string): number;
  language(name: string): number;
  licence(name: string): number;
};
/** The month (as `monthIndex`) in which a row was made, and whether its months of work grow by themselves. */
export type Since = { month: number; growing: boolean };

const utf8 = new TextEncoder();
const text = new TextDecoder();

export function encodeRow(row: TalentRow, names: Names, since: Since): Uint8Array<ArrayBuffer> {
  const concepts = row.concepts.map((each) => utf8.encode(names.concept(each.concept)));
  const languages = (row.languages ?? []).map(([number]) => utf8.encode(names.language(number)));
  const licences = (row.licences ?? []).map((number) => utf8.encode(names.licence(number)).slice(0, 0xffff));
  const size = (list: Uint8Array[], each: number) => list.reduce((sum, one) => sum + each + one.length, 0);
  const bytes = new Uint8Array(HEAD + size(concepts, 3) + size(languages, 2) + size(licences, 2));
  const view = new DataView(bytes.buffer);
  const packed = packMonthsAndDay(row.months, row.confirmed);
  view.setUint8(0, LAYOUT_VERSION);
  view.setUint8(1, since.growing ? GROWING : 0);
  view.setUint16(2, packed & UNKNOWN_16, true);
  view.setUint16(4, since.month, true);
  view.setUint16(6, packed >>> 16, true);
  view.setInt32(8, packFacts(row), true);
  view.setInt32(12, row.pay === null ? UNKNOWN_PAY : Math.max(0, Math.round(row.pay)), true);
  view.setInt32(16, row.available ?? UNKNOWN_DAY, true);
  view.setUint8(20, languages.length);
  view.setUint8(21, licences.length);
  view.setUint16(22, concepts.length, true);
  let at = HEAD;
  const put = (name: Uint8Array) => {
    if (name.length > 255) throw new RangeError("a name of more than 255 bytes");
    bytes[at++] = name.length;
    bytes.set(name, at);
    at += name.length;
  };
  row.concepts.forEach(({ strength, worked, studied }, i) => {
    const held = (value: number, steps: number) => Math.round(Math.min(1, Math.max(0, value)) * steps);
    view.setUint16(
      at,
      (held(strength, STRENGTHS) << 7) | (held(worked, WORKED) << 1) | (studied ? 1 : 0),
      true,
    );
    at += 2;
    put(concepts[i] as Uint8Array);
  });
  (row.languages ?? []).forEach(([, rank], i) => {
    bytes[at++] = rank;
    put(languages[i] as Uint8Array);
  });
  for (const licence of licences) {
    view.setUint16(at, licence.length, true);
    bytes.set(licence, at + 2);
    at += 2 + licence.length;
  }
  return bytes;
}

/** Numbers of names by their bytes, so that a name is made into text at its first sight only. */
class NameTable {
  readonly #known = new Map<number, { name: Uint8Array; number: number }[]>();
  readonly #number: (name: string) => number;

  constructor(number: (name: string) => number) {
    this.#number = number;
  }

  at(bytes: Uint8Array, start: number, length: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < start + length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    const bucket = this.#known.get(hash);
    for (const { name, number } of bucket ?? []) if (equal(name, bytes, start, length)) return number;
    const name = bytes.slice(start, start + length);
    const number = this.#number(text.decode(name));
    if (bucket) bucket.push({ name, number });
    else this.#known.set(hash, [{ name, number }]);
    return number;
  }
}

function equal(name: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (name.length !== length) return false;
  for (let i = 0; i < length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
}

/** Reads encoded rows into a store, by the numbers of one vocabulary, as they stand in a month. */
export class RowReader {
  readonly #concepts: NameTable;
  readonly #languages: NameTable;
  readonly #licences: NameTable;
  readonly #month: number;

  constructor(numbered: Numbered, month: number) {
    this.#concepts = new NameTable(numbered.concept);
    this.#languages = new NameTable(numbered.language);
    this.#licences = new NameTable(numbered.licence);
    this.#month = month;
  }

  /** False when a row is of another layout. */
  reads(bytes: Uint8Array, start: number): boolean {
    return bytes[start] === LAYOUT_VERSION;
  }

  /** Adds the row that begins at `start`; false, with nothing added, when it is of another layout. */
  read(store: RowStore, id: string, bytes: Uint8Array, start: number): boolean {
    if (!this.reads(bytes, start)) return false;
    const u16 = (at: number) => (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const i32 = (at: number) => u16(at) | (u16(at + 2) << 16);
    const [languages, licences] = [bytes[start + 20] as number, bytes[start + 21] as number];
    const concepts = u16(start + 22);
    const at = store.open(id, concepts, licences);
    const { words } = store;
    let months = u16(start + 2);
    const later = this.#month - u16(start + 4);
    if ((bytes[start + 1] as number) & GROWING && months !== UNKNOWN_16 && later > 0)
      months = Math.min(UNKNOWN_16 - 1, months + later);
    words[at + word.facts] = i32(start + 8);
    words[at + word.monthsAndDay] = months | (u16(start + 6) << 16);
    words[at + word.pay] = i32(start + 12);
    words[at + word.available] = i32(start + 16);
    let next = start + HEAD;
    let place = words[at + word.concepts] as number;
    for (let i = 0; i < concepts; i++) {
      const length = bytes[next + 2] as number;
      store.concepts[place++] = (this.#concepts.at(bytes, next + 3, length) << 14) | u16(next);
      next += 3 + length;
    }
    const spoken: [number, number][] = [];
    for (let i = 0; i < languages; i++) {
      const length = bytes[next + 1] as number;
      spoken.push([this.#languages.at(bytes, next + 2, length), bytes[next] as number]);
      next += 2 + length;
    }
    const packed = packLanguages(spoken);
    words[at + word.languagesLow] = packed[0];
    words[at + word.languagesHigh] = packed[1];
    place = words[at + word.licences] as number;
    for (let i = 0; i < licences; i++) {
      const length = u16(next);
      store.licences[place++] = this.#licences.at(bytes, next + 2, length);
      next += 2 + length;
    }
    return true;
  }
}

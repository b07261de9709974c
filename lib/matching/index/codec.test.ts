import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { compileTalent } from "../compile.ts";
import { monthIndex } from "../dates.ts";
import type { TalentInput } from "../types.ts";
import { RowReader } from "./codec.ts";
import { Vocabulary } from "./from-compiled.ts";
import { conceptOf, monthsIn, ROW_WORDS, word } from "./layout.ts";
import { RowStore } from "./rows.ts";

const inputs: TalentInput[] = readFileSync("lib/matching/fixtures/match-dev/talents.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const dictionary = currentDictionary();
const compiledAt = (asOf: string, list = inputs) =>
  list.map((input) => compileTalent(input, { dictionary, asOf }));
const readerOf = (vocabulary: Vocabulary, month: string) =>
  new RowReader(vocabulary.numbered, monthIndex(month) as number);

/** A row with names in place of numbers. */
function named(store: RowStore, row: number, { names }: Vocabulary) {
  const at = row * ROW_WORDS;
  const words = [...store.words.slice(at, at + word.concepts)];
  const list = (from: Int32Array, which: number) => [
    ...from.slice(store.words[at + which], store.words[at + ROW_WORDS + which]),
  ];
  return {
    words,
    concepts: list(store.concepts, word.concepts).map((packed) => [
      names.concept(conceptOf(packed)),
      packed & 0x3fff,
    ]),
    licences: list(store.licences, word.licences).map(names.licence),
  };
}

describe("rows as bytes", () => {
  const compiled = compiledAt("2026-11-23");
  const writer = new Vocabulary(dictionary);
  const bytes = compiled.map((talent) => writer.encode(talent));

  it("are read by the same vocabulary as they were", () => {
    const [direct, read] = [new RowStore(), new RowStore()];
    const reader = readerOf(writer, "2026-11");
    compiled.forEach((talent, i) => {
      direct.push(writer.talentRow(talent));
      expect(reader.read(read, talent.id, bytes[i] as Uint8Array, 0)).toBe(true);
    });
    const used = direct.words.slice(0, direct.size * ROW_WORDS + ROW_WORDS);
    expect(read.words.slice(0, used.length)).toEqual(used);
    expect([...read.concepts].slice(0, 500)).toEqual([...direct.concepts].slice(0, 500));
    expect(read.ids).toEqual(direct.ids);
  });

  it("mean the same to a vocabulary with other numbers, wherever in a buffer they lie", () => {
    const other = new Vocabulary(dictionary);
    const reader = readerOf(other, "2026-11");
    const [mine, theirs] = [new RowStore(), new RowStore()];
    for (let i = compiled.length - 1; i >= 0; i--) {
      const shifted = new Uint8Array(7 + (bytes[i] as Uint8Array).length);
      shifted.set(bytes[i] as Uint8Array, 7);
      reader.read(theirs, "x", shifted, 7);
      mine.push(writer.talentRow(compiled[i] as (typeof compiled)[number]));
    }
    // which bits a language has depends on what was met first
    const without = ({ words, ...rest }: ReturnType<typeof named>) => ({
      ...rest,
      words: words.filter((_, i) => i !== word.languagesLow && i !== word.languagesHigh),
    });
    for (let row = 0; row < mine.size; row++)
      expect(without(named(theirs, row, other))).toEqual(without(named(mine, row, writer)));
  });

  it("grow by the months of a job that lasts, and only by those", () => {
    const store = new RowStore();
    const reader = readerOf(writer, "2027-03");
    const later = compiledAt("2027-03-23");
    compiled.forEach((talent, i) => {
      reader.read(store, talent.id, bytes[i] as Uint8Array, 0);
      const months = monthsIn(store.words[i * ROW_WORDS + word.monthsAndDay] as number);
      expect(months === 0xffff ? null : months).toBe(later[i]?.months ?? null);
    });
  });

  it("of another layout are refused, and nothing is added", () => {
    const store = new RowStore();
    expect(readerOf(writer, "2026-11").read(store, "x", new Uint8Array([99, 0, 0]), 0)).toBe(false);
    expect(store.size).toBe(0);
  });
});

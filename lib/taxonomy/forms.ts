import { isHan, type NormalText, normalise } from "#lib/matching/text.ts";
import { stem, stopWords } from "#lib/matching/words.ts";

/**
 * A unit of a written form: a Han character, a run of letters or a run of digits, with offsets into the normalised text.
 * `keys` are the ways in which it may be looked up; `joined` says that it touches the next unit.
 */
export type FormUnit = { keys: string[]; start: number; end: number; joined: boolean; latin: boolean };

const piece = /[a-z\u00df-\u024f]+[+#]*|\d+|[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]+/y;
/** What may stand between two units of one form: nothing, or a single separator. */
const separator = /^(?:[\s\-‐-―_./&·]{1,3})?$/;
const acronym = /^[\p{Lu}\d][\p{Lu}\d&]*$/u;
const pluralAcronym = /^\p{Lu}[\p{Lu}\d]+s$/u;

/** Words before they are abbreviations: written in small letters they are not "LED", "CAN" or "IT". */
const plainWords = new Set(
  (
    "ace act aim all any arc are art ask bar bat bay bee bit box bus can cap car cat cod cost cow cue dad dam day den did dip dot ear eat " +
    "eco end epic era eye fan far fat few fit fix flow fly fun gap gas gem get goal grow gum gut had hat her him his hit hot ice ink ion jet job " +
    "joint key kit lab lag lap last law lay lead lean led let lid lime line lip list live log lot low mac mad man map mass mat max may " +
    "mean mid mine mint mix mode mom net new nice nut oak odd off oil old one open out owl own pad pal pan pass past path pay pen per " +
    "pet pie pin pit plan play pot pro pub put race ran rap rat raw red rep rest rib rice ring rip rod rose row rub run sad safe sail sap sat saw " +
    "say sea see set she ship sing sip sit ski sky soap son spa spin stem step star sum sun swim tab tag tap tar tax tea ten tie tin tip ton " +
    "top toy try two use van vast via war wax way web wet who why win wise wit yes yet you"
  ).split(" "),
);
export const isPlainWord = (word: string): boolean => plainWords.has(word) || stopWords.has(word);

/** Exact key of an abbreviation, which has no plural or other endings. */
const exact = (word: string): string => `=${word}`;

/** How a written form of the dictionary is stored: an abbreviation only as it is, any other word by its stem. */
function keysToStore(word: string, original: string): string[] {
  return acronym.test(original) && original.length <= 6 ? [exact(word)] : [stem(word)];
}

/** How a word of a text is looked up: as an abbreviation (also in the plural, "PLCs") and by its stem. */
function lookupKeys(word: string, original: string): string[] {
  const keys = [stem(word)];
  if (!(isPlainWord(word) && original === original.toLowerCase())) keys.push(exact(word));
  if (pluralAcronym.test(original)) keys.push(exact(word.slice(0, -1)));
  return keys;
}

/** Units of a text; forms are matched on whole units, so "law" is not in "lawn" nor "java" in "javascript". */
export function formUnits(original: string, normal: NormalText, use: "store" | "look up"): FormUnit[] {
  const { text } = normal;
  const keysOf = use === "store" ? keysToStore : lookupKeys;
  const units: FormUnit[] = [];
  let at = 0;
  while (at < text.length) {
    if (isHan(text.charCodeAt(at))) {
      units.push({ keys: [text.charAt(at)], start: at, end: at + 1, joined: false, latin: false });
      at++;
      continue;
    }
    piece.lastIndex = at;
    const word = piece.exec(text)?.[0];
    if (!word) {
      at++;
      continue;
    }
    const end = at + word.length;
    const written = original.slice(normal.starts[at] as number, normal.ends[end - 1] as number);
    units.push({ keys: keysOf(word, written), start: at, end, joined: false, latin: true });
    at = end;
  }
  for (let i = 0; i + 1 < units.length; i++) {
    const unit = units[i] as FormUnit;
    unit.joined = unit.end === units[i + 1]?.start;
  }
  return units;
}

/** Whether two neighbouring units can belong to one form. */
export function adjacent(text: string, left: FormUnit, right: FormUnit): boolean {
  return left.joined || separator.test(text.slice(left.end, Math.min(right.start, left.end + 4)));
}

/** A match must not begin or end inside a run of letters and digits. */
export function onBoundary(units: readonly FormUnit[], first: number, last: number): boolean {
  const before = units[first - 1];
  const after = units[last + 1];
  const start = units[first] as FormUnit;
  const end = units[last] as FormUnit;
  return !(start.latin && before?.latin && before.joined) && !(end.latin && after?.latin && end.joined);
}

const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 60_000;

/** The keys by which a written form is stored; the own dictionary's are asked for anew at each change of it. */
export function storedKeys(form: string): readonly string[] {
  let keys = kept.get(form);
  if (!keys) {
    keys = formUnits(form, normalise(form), "store").map((unit) => unit.keys[0] as string);
    if (kept.size < MOST_KEPT) kept.set(form, keys);
  }
  return keys;
}

import { isHan } from "#lib/matching/text.ts";
import { stem } from "#lib/matching/words.ts";

/** A unit of a written form: a Han character, a run of letters (stemmed) or of digits. Offsets into the normalised text. */
export type FormUnit = {
  key: string;
  start: number;
  end: number;
  /** the unit touches the next one without a space or hyphen */
  joined: boolean;
  latin: boolean;
};

const piece = /[a-z\u00df-\u024f]+[+#]*|\d+|[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]+/y;
/** What may stand between two units of one form: nothing, or a single separator. */
const separator = /^(?:[\s\-‐-―_./&·]{1,3})?$/;

/** Units of normalised text; forms are matched on whole units, so "law" is not in "lawn" nor "java" in "javascript". */
export function formUnits(text: string): FormUnit[] {
  const units: FormUnit[] = [];
  let at = 0;
  while (at < text.length) {
    if (isHan(text.charCodeAt(at))) {
      units.push({ key: text.charAt(at), start: at, end: at + 1, joined: false, latin: false });
      at++;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (!match) {
      at++;
      continue;
    }
    units.push({ key: stem(match[0]), start: at, end: at + match[0].length, joined: false, latin: true });
    at += match[0].length;
  }
  for (let i = 0; i + 1 < units.length; i++) {
    const unit = units[i] as FormUnit;
    unit.joined = unit.end === units[i + 1]?.start;
  }
  return units;
}

/** Whether two neighbouring units can belong to one form. */
export function adjacent(text: string, left: FormUnit, right: FormUnit): boolean {
  if (left.joined) return true;
  return separator.test(text.slice(left.end, Math.min(right.start, left.end + 4)));
}

/** A match must not begin or end inside a run of letters and digits. */
export function onBoundary(units: FormUnit[], first: number, last: number): boolean {
  const before = units[first - 1];
  const after = units[last + 1];
  const start = units[first] as FormUnit;
  const end = units[last] as FormUnit;
  return !(start.latin && before?.latin && before.joined) && !(end.latin && after?.latin && end.joined);
}

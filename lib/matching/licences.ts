import { spreadCredits } from "./links.ts";
import { normaliseText } from "./text.ts";
import type { Dictionary } from "./types.ts";
import { stem } from "./words.ts";

/** One required licence: any of the alternatives meets it. */
export type LicenceDemand = { text: string; alternatives: Alternative[] };
/** `names` are the words of its names in the dictionary, to recognise them in another order. */
type Alternative = { text: string; conceptIds: string[]; names: string[][] };
/** One licence that a talent states. */
export type LicenceHeld = {
  text: string;
  partial: boolean;
  concepts: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

const separators = /或者?|\/|／|、|,|，|;|；|\bor\b/i;
/** Exam levels, candidacy, a lapsed licence: it is not the licence itself. */
const partialMark =
  /\blevel (?:i{1,2}|1|2)\b|\bpart (?:i{1,2}|1|2)\b|\bcandidate\b|\bstudent member\b|\bin progress\b|\bformer\b|\bexpired\b|\blapsed\b|[(（]\s*前\s*[)）]|备考|在考|已过期|已失效|考试中|部分科目/;
const country = /^(?:中华人民共和国|中国|国家|内地|prc|china|mainland)\s*/;

const plain = (text: string): string =>
  normaliseText(text)
    .replace(/[\s()（）[\]【】"'“”]+/g, " ")
    .trim()
    .replace(country, "");

/** Qualifications named in a text; another kind of concept only when it is most of the text ("消防" is no licence of a fire engineer). */
function qualificationsIn(text: string, dictionary: Dictionary): string[] {
  const hits = dictionary
    .find(text)
    .filter((hit) => hit.kind === "qualification" || hit.end - hit.start >= 0.6 * text.length);
  return [...new Set(hits.map((hit) => hit.conceptId))];
}

const wordsOf = (text: string): string[] => [
  ...new Set((normaliseText(text).match(/[a-z]+|\d+/g) ?? []).map((word) => stem(word))),
];

/** Names of three words and more say enough to be recognised by their words alone: "Class 1 (Marine Engineer Officer) CoC". */
function namesOf(conceptIds: readonly string[], dictionary: Dictionary): string[][] {
  return conceptIds.map((id) => wordsOf(dictionary.label(id, "en"))).filter((words) => words.length >= 3);
}

/** "注册会计师（CICPA、HKICPA或ACCA）": what stands in the brackets are the alternatives; otherwise split at "or". */
function alternativeTexts(text: string): string[] {
  const bracket = /[(（]([^()（）]+)[)）]/.exec(text);
  const inner = bracket?.[1] ?? "";
  const source = separators.test(inner) ? inner : text;
  const parts = source.split(separators).map((part) => part.trim());
  const useful = parts.filter((part) => /[\p{L}\d]/u.test(part));
  return useful.length > 1 ? useful : [text];
}

export function readLicenceDemand(text: string, dictionary: Dictionary): LicenceDemand {
  // a slash may belong to a name (STCW III/2): the whole text stays an alternative when the dictionary knows it
  const whole = qualificationsIn(text, dictionary);
  const known = dictionary.find(text).some((hit) => hit.start === 0 && hit.end === text.length);
  const texts = known ? [text] : alternativeTexts(text);
  const alternatives = texts.map((part) => {
    const conceptIds = texts.length === 1 ? whole : qualificationsIn(part, dictionary);
    return { text: part, conceptIds, names: namesOf(conceptIds, dictionary) };
  });
  return { text, alternatives };
}

export function readLicenceHeld(text: string, dictionary: Dictionary): LicenceHeld {
  const shown = new Map(qualificationsIn(text, dictionary).map((id) => [id, 1]));
  const credits = [...spreadCredits(shown, dictionary)].filter(([, credit]) => credit.solid >= 0.8);
  return {
    text,
    partial: partialMark.test(normaliseText(text)),
    concepts: new Set(credits.map(([id]) => id)),
    words: new Set(wordsOf(text)),
  };
}

/** Whole-word containment for Latin letters, plain containment for Chinese. */
function contains(haystack: string, needle: string): boolean {
  if (needle.length < 2) return false;
  const at = haystack.indexOf(needle);
  if (at < 0) return false;
  const touches = (a: string, b: string) => /[a-z0-9]/.test(a) && /[a-z0-9]/.test(b);
  return (
    !touches(haystack.charAt(at - 1), needle.charAt(0)) &&
    !touches(haystack.charAt(at + needle.length), needle.charAt(needle.length - 1))
  );
}

/** The licence that meets the demand, or undefined. Related concepts never do. */
export function meetingLicence(demand: LicenceDemand, held: readonly LicenceHeld[]): LicenceHeld | undefined {
  return held.find((licence) =>
    demand.alternatives.some((wanted) => {
      if (licence.partial && !partialMark.test(normaliseText(wanted.text))) return false;
      if (wanted.conceptIds.some((id) => licence.concepts.has(id))) return true;
      if (wanted.names.some((words) => words.every((word) => licence.words.has(word)))) return true;
      return contains(plain(licence.text), plain(wanted.text));
    }),
  );
}

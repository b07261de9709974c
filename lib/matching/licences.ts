import { spreadCredits } from "./links.ts";
import { normaliseText } from "./text.ts";
import type { Dictionary } from "./types.ts";
import { stem } from "./words.ts";

/** One required licence: any of the alternatives meets it. A text that asks for several gives several of these. */
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

/** Always alternatives; a comma or 、 is one only in a list that ends with "or" or stands in brackets. */
const either = /及\/或|和\/或|\band\/or\b|或者?|\/|／|\|(?:\s|$)|\bor\b/i;
const listed = /、|,|，/;
const separators = new RegExp(`${either.source}|${listed.source}|;|；`, "i");
/** All of them are asked for. */
const every = /以及|[及和与與兼](?!\/)|同时|同時|;|；|[+＋&＆]|\b(?:and|plus|as well as)\b(?!\/)/gi;
/** What a licence is called when the dictionary does not know it. */
const licenceLike =
  /证$|证书|证明|资格|执照|牌照|注册|执业|会员|[师员]$|\b(?:certificat\w*|licen[cs]\w*|regist\w*|charter\w*|qualif\w*|member\w*|engineer|permit)\b/;
const abbreviation = /(?<![A-Za-z])(?!PRC|USA|HKSAR)[A-Z]{3,7}\d?(?![A-Za-z])/;
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
  if (source === text && !either.test(text)) return [text];
  const parts = source.split(separators).map((part) => part.trim());
  const useful = parts.filter((part) => /[\p{L}\d]/u.test(part));
  return useful.length > 1 ? useful : [text];
}

/** Positions inside brackets, where a list names the alternatives of what stands before them. */
function bracketed(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    Math.max(before.lastIndexOf("("), before.lastIndexOf("（")) >
    Math.max(before.lastIndexOf(")"), before.lastIndexOf("）"))
  );
}

/**
 * The licences that a text asks for together: "A and B", "A及B", "A、B" are two. It is cut only where both pieces are licences by
 * themselves, and never inside a name of the dictionary (安全及健康督导员) or in a list of alternatives ("A、B或C").
 */
function partsOf(text: string, dictionary: Dictionary): string[] {
  const hits = dictionary.find(text);
  const cut = (piece: string, from: number, pattern: RegExp): string[] => {
    const out: string[] = [];
    let begun = 0;
    for (const mark of piece.matchAll(new RegExp(pattern.source, "gi"))) {
      const [start, end] = [from + mark.index, from + mark.index + mark[0].length];
      if (bracketed(text, start) || hits.some((hit) => hit.start < start && end < hit.end)) continue;
      const [left, right] = [piece.slice(begun, mark.index), piece.slice(mark.index + mark[0].length)];
      if (!isLicence(left, dictionary) || !isLicence(right, dictionary)) continue;
      out.push(left);
      begun = mark.index + mark[0].length;
    }
    return [...out, piece.slice(begun)];
  };
  let at = 0;
  return cut(text, 0, every).flatMap((piece) => {
    const from = text.indexOf(piece, at);
    at = from + piece.length;
    const outside = piece.replace(/[(（][^()（）]*[)）]/g, "");
    return either.test(outside) ? [piece] : cut(piece, from, listed);
  });
}

const isLicence = (text: string, dictionary: Dictionary): boolean =>
  dictionary.find(text).some((hit) => hit.kind === "qualification") ||
  abbreviation.test(text) ||
  licenceLike.test(normaliseText(text).trim());

/** Every licence that one line of a need asks for; all of them are required. */
export function readLicenceDemands(text: string, dictionary: Dictionary): LicenceDemand[] {
  return partsOf(text, dictionary)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => readLicenceDemand(part, dictionary));
}

function readLicenceDemand(text: string, dictionary: Dictionary): LicenceDemand {
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

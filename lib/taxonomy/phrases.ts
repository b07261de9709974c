import { isHan, normaliseText } from "#lib/matching/text.ts";
import type { Dictionary } from "#lib/matching/types.ts";

export const PHRASE_FIELDS = ["skills", "qualifications", "titles", "disciplines", "requirements"] as const;
export type PhraseField = (typeof PHRASE_FIELDS)[number];
export type Side = "talent" | "need";
export type Phrase = { form: string; script: "han" | "latin"; field: PhraseField; example: string };

/** Longer ones are sentences, and sentences may speak of people. */
const LONGEST = 48;
/** Below this share of its letters a phrase counts as not covered: "Java" does not cover "Java 岛的咖啡贸易史". */
const COVERED = 1 / 3;

const letters = (text: string) => [...text].filter((char) => /[\p{L}\p{N}]/u.test(char)).length;

/** How two writings of a phrase are known to be one: normalised, single spaces, no marks around it. */
export const phraseForm = (text: string): string =>
  normaliseText(text)
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#)]+$/gu, "");

/** What may be a person's rather than a trade's: contacts, numbers, and what lib/talents took out of a text. */
const isPersonal = (text: string) => /[@⟦⟧]|https?:|www\.|\d[\d\s-]{5,}/i.test(text);

export function isCovered(text: string, dictionary: Dictionary): boolean {
  const all = letters(text);
  const covered = dictionary.find(text).reduce((sum, hit, i, hits) => {
    // several concepts may share one stretch
    const seen = hits.slice(0, i).some((other) => other.start === hit.start);
    return seen ? sum : sum + letters(text.slice(hit.start, hit.end));
  }, 0);
  return covered >= all * COVERED && covered > 0;
}

/** The phrases of a record's structured fields that no concept covers, each form once. */
export function unknownPhrases(
  texts: readonly { field: PhraseField; text: string }[],
  dictionary: Dictionary,
): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const { field, text } of texts) {
    const example = text.trim();
    const form = phraseForm(example);
    if (letters(form) < 2 || form.length > LONGEST || /^[\d\s.%+-]+$/.test(form)) continue;
    if (found.has(form) || isPersonal(example) || isCovered(example, dictionary)) continue;
    const script = [...form].some((char) => isHan(char.charCodeAt(0))) ? "han" : "latin";
    found.set(form, { form, script, field, example });
  }
  return [...found.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
}

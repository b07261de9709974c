import type { AppLocale } from "#lib/i18n/locales.ts";
import { normaliseText } from "#lib/matching/text.ts";
import type { ConceptRecord } from "#lib/taxonomy/concept.ts";
import { currentConcepts } from "#lib/taxonomy/current.ts";

type Entry = { id: string; suggested: boolean; labels: Record<AppLocale, string>; forms: string[] };
let known: { of: readonly ConceptRecord[]; entries: Entry[] } | undefined;

/** The dictionary as a list of names to look through; industries and occupations are not suggested as requirements. */
function entries(): Entry[] {
  const of = currentConcepts();
  if (known?.of !== of) known = { of, entries: of.map(entryOf) };
  return known.entries;
}

const entryOf = (concept: ConceptRecord): Entry => ({
  id: concept.id,
  suggested: concept.kind !== "industry" && concept.kind !== "occupation",
  labels: { "zh-Hans": concept.hans, "zh-Hant": concept.hant, en: concept.en },
  forms: [concept.hans, concept.en, ...concept.aliases].map(normaliseText),
});

const LATIN = /^[\x20-\x7e]+$/;

/** Where a form holds the words: anywhere in Chinese, at the beginning of a word in Latin letters; -1 if nowhere. */
function placeOf(form: string, wanted: string): number {
  if (!LATIN.test(wanted)) return form.indexOf(wanted);
  return form.search(new RegExp(`(?<![a-z0-9])${escaped(wanted)}`));
}

const escaped = (text: string) => text.replace(/[^a-z0-9 ]/g, "\\$&");

/** Up to eight names of the dictionary that hold what was typed, in any script: those that begin with it first, short ones first. */
export function suggestConcepts(typed: string, locale: AppLocale): string[] {
  const wanted = normaliseText(typed).trim();
  if (wanted.length < (/[\u3400-\u9fff]/.test(wanted) ? 1 : 2)) return [];
  const found: { label: string; order: number }[] = [];
  for (const { labels, forms, suggested } of entries()) {
    if (!suggested) continue;
    const places = forms.map((form) => placeOf(form, wanted)).filter((place) => place >= 0);
    if (places.length === 0) continue;
    const label = labels[locale];
    found.push({ label, order: (Math.min(...places) === 0 ? 0 : 1000) + label.length });
  }
  found.sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : 1));
  return [...new Set(found.map(({ label }) => label))].slice(0, 8);
}

/**
 * Concepts that have one word of a search in one of their names: 數據, 数据 and data all lead to big data, data analysis and
 * the like. Nothing for a query of several words, which the dictionary reads itself.
 */
export function conceptsNamed(word: string): string[] {
  const wanted = normaliseText(word).trim();
  if (wanted.length < 2 || /\s/.test(wanted)) return [];
  const whole = LATIN.test(wanted) ? new RegExp(`(?<![a-z0-9])${escaped(wanted)}(?![a-z0-9])`) : null;
  return entries()
    .filter(({ forms }) => forms.some((form) => (whole ? whole.test(form) : form.includes(wanted))))
    .map(({ id }) => id)
    .slice(0, 80);
}

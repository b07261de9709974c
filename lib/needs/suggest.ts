import type { AppLocale } from "#lib/i18n/locales.ts";
import { normaliseText } from "#lib/matching/text.ts";
import { readConcepts } from "#lib/taxonomy/dictionary.ts";

type Entry = { labels: Record<AppLocale, string>; forms: string[] };
const holder = globalThis as { bridgeSuggestions?: Entry[] };

/** The dictionary as a list of names to look through; industries are chosen elsewhere. */
function entries(): Entry[] {
  holder.bridgeSuggestions ??= readConcepts()
    .concepts.filter((concept) => concept.kind !== "industry" && concept.kind !== "occupation")
    .map((concept) => ({
      labels: { "zh-Hans": concept.hans, "zh-Hant": concept.hant, en: concept.en },
      forms: [concept.hans, concept.en, ...concept.aliases].map(normaliseText),
    }));
  return holder.bridgeSuggestions;
}

/** Up to eight names of the dictionary that hold what was typed, in any script: those that begin with it first, short ones first. */
export function suggestConcepts(typed: string, locale: AppLocale): string[] {
  const wanted = normaliseText(typed).trim();
  if (wanted.length < (/[\u3400-\u9fff]/.test(wanted) ? 1 : 2)) return [];
  const found: { label: string; order: number }[] = [];
  for (const { labels, forms } of entries()) {
    const places = forms.map((form) => form.indexOf(wanted)).filter((place) => place >= 0);
    if (places.length === 0) continue;
    const label = labels[locale];
    found.push({ label, order: (Math.min(...places) === 0 ? 0 : 1000) + label.length });
  }
  found.sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : 1));
  return [...new Set(found.map(({ label }) => label))].slice(0, 8);
}

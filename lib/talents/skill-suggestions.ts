import type { AppLocale } from "#lib/i18n/locales.ts";
import { normaliseText } from "#lib/matching/text.ts";
import { type ConceptRecord, formsOf, labelOf } from "#lib/taxonomy/concept.ts";
import { currentConcepts } from "#lib/taxonomy/current.ts";

type Entry = { concept: ConceptRecord; forms: string[] };
const KINDS = new Set(["skill", "tool", "standard", "qualification", "discipline"]);
const MOST = 8;

let known: { of: readonly ConceptRecord[]; entries: Entry[] } | undefined;

/** The dictionary's words as they stand now; made anew when it has changed. */
function load(): Entry[] {
  const of = currentConcepts();
  if (known?.of !== of) {
    const entries = of
      .filter((concept) => KINDS.has(concept.kind))
      .map((concept) => ({ concept, forms: [...new Set(formsOf(concept).map(normaliseText))] }));
    known = { of, entries };
  }
  return known.entries;
}

/** 0 for the word itself, 1 where it begins, 2 where a word in it begins, 3 within; null when it is not there. */
function nearness(forms: readonly string[], query: string): number | null {
  let best: number | null = null;
  for (const form of forms) {
    const at = form.indexOf(query);
    if (at < 0) continue;
    const rank = form === query ? 0 : at === 0 ? 1 : /[\s-]/.test(form.charAt(at - 1)) ? 2 : 3;
    if (best === null || rank < best) best = rank;
  }
  return best;
}

/** Up to eight skills, tools and qualifications whose name in any script holds what was typed, labelled in the reader's language. */
export function suggestSkills(typed: string, locale: AppLocale): string[] {
  const query = normaliseText(typed).trim();
  if (query.length < 2) return [];
  const found = load().flatMap(({ concept, forms }) => {
    const rank = nearness(forms, query);
    return rank === null ? [] : [{ rank, label: labelOf(concept, locale) }];
  });
  found.sort((a, b) => a.rank - b.rank || a.label.length - b.label.length || (a.label < b.label ? -1 : 1));
  return [...new Set(found.map(({ label }) => label))].slice(0, MOST);
}

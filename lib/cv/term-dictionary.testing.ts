import type { ConceptKind, Dictionary } from "#lib/matching/types.ts";

/** A dictionary of a few literal terms, for tests: longest term first, no overlaps. */
export function termDictionary(terms: Record<string, ConceptKind>): Dictionary {
  const ordered = Object.keys(terms).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(
    ordered.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  );
  return {
    version: "test",
    find: (text) =>
      Array.from(text.matchAll(pattern), (match) => ({
        conceptId: `test:${match[0]}`,
        start: match.index,
        end: match.index + match[0].length,
        kind: terms[match[0]] as ConceptKind,
      })),
    linksOf: () => [],
    label: (conceptId) => conceptId.slice(5),
    kindOf: (conceptId) => terms[conceptId.slice(5)],
  };
}

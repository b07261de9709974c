import type { Dictionary } from "#lib/matching/types.ts";
import type { ConceptRecord } from "./concept.ts";
import { buildDictionary, readConcepts } from "./dictionary.ts";
import type { Layer } from "./layer.ts";
import { type Overlaid, overlay } from "./overlay.ts";

/** The dictionary with what it was made of. A new one replaces it whole, so that nobody sees half a change. */
export type Current = Overlaid & { dictionary: Dictionary; below: Layer | null };

// one a process, also across hot reloads in development and the bundles of a build
const holder = globalThis as { bridgeTaxonomy?: Current; bridgeBase?: ConceptRecord[] };

/** The project's own data files, read once. */
export function baseConcepts(): readonly ConceptRecord[] {
  holder.bridgeBase ??= readConcepts().concepts;
  return holder.bridgeBase;
}

function fromFiles(): Current {
  const overlaid = overlay(baseConcepts(), []);
  return { ...overlaid, dictionary: buildDictionary(overlaid.concepts), below: null };
}

/** What this process works with: the data files, and once lib/taxonomy/live.ts has read them, what staff changed and loaded. */
export function currentTaxonomy(): Current {
  holder.bridgeTaxonomy ??= fromFiles();
  return holder.bridgeTaxonomy;
}

export const currentDictionary = (): Dictionary => currentTaxonomy().dictionary;

/** The concepts of data files and staff, without those of a classification below. A new list after each change. */
export const currentConcepts = (): readonly ConceptRecord[] => currentTaxonomy().concepts;

export function replaceTaxonomy(next: Current): void {
  holder.bridgeTaxonomy = next;
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { normalise, originalSpan } from "#lib/matching/text.ts";
import type { ConceptHit, ConceptLink, Dictionary, Locale } from "#lib/matching/types.ts";
import { type ConceptRecord, conceptRecord } from "./concept.ts";
import { learnTranslations } from "./translations.ts";
import { FormTrie } from "./trie.ts";

type Link = { conceptId: string; link: ConceptLink; confidence: number };

const confidences: Record<ConceptLink, number> = {
  same: 1,
  alias: 1,
  narrower: 0.95,
  broader: 0.95,
  related: 0.9,
};

function buildTrie(concepts: readonly ConceptRecord[]): FormTrie {
  const trie = new FormTrie();
  for (const concept of concepts)
    for (const form of [concept.hans, concept.hant, concept.en, ...concept.aliases])
      trie.add(form, concept.id);
  return trie;
}

function buildLinks(concepts: readonly ConceptRecord[]): Map<string, Link[]> {
  const links = new Map<string, Link[]>(concepts.map((concept) => [concept.id, []]));
  const add = (from: string, to: string, link: ConceptLink) => {
    const list = links.get(from);
    if (from === to || !list || !links.has(to)) return;
    if (!list.some((known) => known.conceptId === to))
      list.push({ conceptId: to, link, confidence: confidences[link] });
  };
  for (const link of ["same", "broader", "related"] as const)
    for (const concept of concepts)
      for (const to of concept[link]) {
        add(concept.id, to, link);
        add(to, concept.id, link === "broader" ? "narrower" : link);
      }
  return links;
}

function find(trie: FormTrie, byId: ReadonlyMap<string, ConceptRecord>, original: string): ConceptHit[] {
  const normal = normalise(original);
  const hits: ConceptHit[] = [];
  for (const match of trie.matches(original, normal)) {
    const span = originalSpan(normal, match.start, match.end);
    for (const conceptId of match.ids)
      hits.push({ conceptId, ...span, kind: (byId.get(conceptId) as ConceptRecord).kind });
  }
  return hits;
}

/** A dictionary of the given concepts; of two records with one id the first counts. */
export function buildDictionary(records: readonly ConceptRecord[]): Dictionary {
  const byId = new Map<string, ConceptRecord>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  const concepts = [...byId.values()];
  const trie = buildTrie(concepts);
  const links = buildLinks(concepts);
  const version = createHash("sha256").update(JSON.stringify(concepts)).digest("hex").slice(0, 12);
  return {
    version,
    find: (text) => find(trie, byId, text),
    linksOf: (conceptId) => links.get(conceptId) ?? [],
    label: (conceptId, locale: Locale) => {
      const concept = byId.get(conceptId);
      if (!concept) return conceptId;
      return locale === "en" ? concept.en : locale === "zh-Hant" ? concept.hant : concept.hans;
    },
    kindOf: (conceptId) => byId.get(conceptId)?.kind,
    translations: learnTranslations(concepts),
  };
}

export const conceptsDirectory = path.join(process.cwd(), "lib/taxonomy/concepts");

/** All records of the data files in order of file name; a file that cannot be read or parsed is named in `problems`, not fatal. */
export function readConcepts(directory = conceptsDirectory): {
  concepts: ConceptRecord[];
  problems: string[];
} {
  const concepts: ConceptRecord[] = [];
  const problems: string[] = [];
  for (const name of readdirSync(/*turbopackIgnore: true*/ directory).sort()) {
    if (!name.endsWith(".json")) continue;
    try {
      const rows = JSON.parse(
        readFileSync(path.join(/*turbopackIgnore: true*/ directory, name), "utf8"),
      ) as unknown[];
      rows.forEach((row, i) => {
        const concept = conceptRecord(row);
        if (concept) concepts.push(concept);
        else problems.push(`${name}: entry ${i + 1} lacks an id, a known kind or a label`);
      });
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : "unreadable"}`);
    }
  }
  return { concepts, problems };
}

/** The project's own dictionary from its data files. */
export function loadDictionary(directory = conceptsDirectory): Dictionary {
  return buildDictionary(readConcepts(directory).concepts);
}

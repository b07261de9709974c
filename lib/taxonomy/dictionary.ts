import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { normalise, originalSpan } from "#lib/matching/text.ts";
import type { ConceptHit, ConceptLink, Dictionary, Locale } from "#lib/matching/types.ts";
import { stopWords } from "#lib/matching/words.ts";
import { type ConceptRecord, conceptRecord } from "./concept.ts";
import { adjacent, type FormUnit, formUnits, onBoundary } from "./forms.ts";

type Node = { next: Map<string, Node>; concepts: string[] | null };
type Link = { conceptId: string; link: ConceptLink; confidence: number };

const longestForm = 24;
const confidences: Record<ConceptLink, number> = {
  same: 1,
  alias: 1,
  narrower: 0.95,
  broader: 0.95,
  related: 0.9,
};

function insert(root: Node, form: string, conceptId: string): void {
  const units = formUnits(normalise(form).text);
  if (units.length === 0 || units.length > longestForm) return;
  let node = root;
  for (const unit of units) {
    let next = node.next.get(unit.key);
    if (!next) {
      next = { next: new Map(), concepts: null };
      node.next.set(unit.key, next);
    }
    node = next;
  }
  if (!node.concepts) node.concepts = [conceptId];
  else if (!node.concepts.includes(conceptId)) node.concepts.push(conceptId);
}

function buildTrie(concepts: readonly ConceptRecord[]): Node {
  const root: Node = { next: new Map(), concepts: null };
  for (const concept of concepts)
    for (const form of [concept.hans, concept.hant, concept.en, ...concept.aliases])
      insert(root, form, concept.id);
  return root;
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

/** The longest form that begins at unit `first`, as the index of its last unit; -1 when none does. */
function longestAt(root: Node, text: string, units: FormUnit[], first: number): [number, string[]] | null {
  let node: Node | undefined = root;
  let best: [number, string[]] | null = null;
  for (let i = first; i < units.length && i < first + longestForm; i++) {
    if (i > first && !adjacent(text, units[i - 1] as FormUnit, units[i] as FormUnit)) break;
    node = node.next.get((units[i] as FormUnit).key);
    if (!node) break;
    if (node.concepts && onBoundary(units, first, i)) best = [i, node.concepts];
  }
  return best;
}

/** "it", "or" are words before they are abbreviations: a form of stop words counts only when written in capitals. */
function isPlainWord(original: string, normal: string): boolean {
  return stopWords.has(normal) && original !== original.toUpperCase();
}

function find(root: Node, kinds: Map<string, ConceptRecord>, original: string): ConceptHit[] {
  const normal = normalise(original);
  const units = formUnits(normal.text);
  const hits: ConceptHit[] = [];
  for (let i = 0; i < units.length; i++) {
    const match = longestAt(root, normal.text, units, i);
    if (!match) continue;
    const [last, ids] = match;
    const from = (units[i] as FormUnit).start;
    const to = (units[last] as FormUnit).end;
    const span = originalSpan(normal, from, to);
    if (isPlainWord(original.slice(span.start, span.end), normal.text.slice(from, to))) continue;
    for (const conceptId of ids)
      hits.push({ conceptId, ...span, kind: (kinds.get(conceptId) as ConceptRecord).kind });
    i = last;
  }
  return hits;
}

/** A dictionary of the given concepts; of two records with one id the first counts. */
export function buildDictionary(records: readonly ConceptRecord[]): Dictionary {
  const byId = new Map<string, ConceptRecord>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  const concepts = [...byId.values()];
  const root = buildTrie(concepts);
  const links = buildLinks(concepts);
  const version = createHash("sha256").update(JSON.stringify(concepts)).digest("hex").slice(0, 12);
  return {
    version,
    find: (text) => find(root, byId, text),
    linksOf: (conceptId) => links.get(conceptId) ?? [],
    label: (conceptId, locale: Locale) => {
      const concept = byId.get(conceptId);
      if (!concept) return conceptId;
      return locale === "en" ? concept.en : locale === "zh-Hant" ? concept.hant : concept.hans;
    },
    kindOf: (conceptId) => byId.get(conceptId)?.kind,
  };
}

export const conceptsDirectory = path.join(process.cwd(), "lib/taxonomy/concepts");

/** All records of the data files in order of file name; a file that cannot be read or parsed is named in `problems`, not fatal. */
export function readConcepts(directory = conceptsDirectory): { concepts: ConceptRecord[]; problems: string[] } {
  const concepts: ConceptRecord[] = [];
  const problems: string[] = [];
  for (const name of readdirSync(directory).sort()) {
    if (!name.endsWith(".json")) continue;
    try {
      const rows = JSON.parse(readFileSync(path.join(directory, name), "utf8")) as unknown[];
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

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { normalise, originalSpan } from "#lib/matching/text.ts";
import type { ConceptHit, Dictionary } from "#lib/matching/types.ts";
import { type ConceptRecord, conceptRecord, formsOf, labelOf } from "./concept.ts";
import { formKey, type Layer } from "./layer.ts";
import { join, type Link, type Links, linkSteps } from "./links.ts";
import { atOnce, type Steps } from "./slices.ts";
import { translationSteps } from "./translations.ts";
import { FormTrie } from "./trie.ts";

/** What the builder takes beside the concepts that texts may name. */
type Beside = {
  /** a classification below the own concepts */
  below?: Layer | null;
  /** concepts of `below` that are replaced, merged away or retired */
  hidden?: ReadonlySet<string>;
  /** no longer found in texts; what was stored still has its label */
  retired?: readonly ConceptRecord[];
};

/** Own concepts whose written form is the name of one below count as the same. */
function joinBelow(links: Links, byForm: ReadonlyMap<string, string>, below: Layer, known: Known): void {
  for (const [form, id] of byForm)
    for (const other of below.names.get(form) ?? []) join(links, other, id, "same", known);
}
type Known = (id: string) => boolean;

/** A dictionary of the given concepts, in steps; of two records with one id the first counts. */
export function* dictionarySteps(
  records: readonly ConceptRecord[],
  { below = null, hidden = new Set(), retired = [] }: Beside = {},
): Steps<Dictionary> {
  const byId = new Map<string, ConceptRecord>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  const concepts = [...byId.values()];
  const survivors = new Map(concepts.flatMap(({ id, former = [] }) => former.map((old) => [old, id])));
  const gone = new Map(retired.map((concept) => [concept.id, concept]));
  const current = (id: string) => (byId.has(id) ? id : (survivors.get(id) ?? id));
  const recordOf = (id: string) =>
    byId.get(current(id)) ?? (hidden.has(id) ? undefined : below?.byId.get(id)) ?? gone.get(id);
  const known: Known = (id) => byId.has(id) || Boolean(below?.byId.has(id) && !hidden.has(id));

  const trie = new FormTrie();
  const byForm = new Map<string, string>();
  for (const concept of concepts) {
    for (const form of formsOf(concept)) {
      trie.add(form, concept.id);
      if (below) byForm.set(formKey(form), byForm.get(formKey(form)) ?? concept.id);
    }
    yield;
  }
  const links = yield* linkSteps(concepts, known);
  if (below) joinBelow(links, byForm, below, known);
  yield;
  const translations = yield* translationSteps(concepts);
  const both = new Map<string, readonly Link[]>();
  const linksOf = (conceptId: string): readonly Link[] => {
    const id = current(conceptId);
    const own = links.get(id) ?? [];
    if (!below || hidden.has(id)) return own;
    let all = both.get(id);
    if (!all) {
      const isNew = (link: Link) =>
        !hidden.has(link.conceptId) && own.every((each) => each.conceptId !== link.conceptId);
      all = [...own, ...(below.links.get(id) ?? []).filter(isNew)];
      both.set(id, all);
    }
    return all;
  };
  const content = createHash("sha256").update(JSON.stringify(concepts));
  if (below) content.update(below.key).update([...hidden].sort().join(" "));
  return {
    version: content.digest("hex").slice(0, 12),
    find: (text) => {
      const normal = normalise(text);
      const hits: ConceptHit[] = [];
      for (const match of trie.matches(text, normal, below?.trie, hidden)) {
        const span = originalSpan(normal, match.start, match.end);
        for (const id of match.ids)
          hits.push({ conceptId: id, ...span, kind: (recordOf(id) as ConceptRecord).kind });
      }
      return hits;
    },
    linksOf,
    label: (conceptId, locale) => {
      const concept = recordOf(conceptId);
      return concept ? labelOf(concept, locale) : conceptId;
    },
    kindOf: (conceptId) => recordOf(conceptId)?.kind,
    translations,
  };
}

export const buildDictionary = (records: readonly ConceptRecord[], beside?: Beside): Dictionary =>
  atOnce(dictionarySteps(records, beside));

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

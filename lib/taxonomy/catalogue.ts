import { normaliseText } from "#lib/matching/text.ts";
import { type ConceptRecord, formsOf } from "./concept.ts";
import { type Current, currentTaxonomy } from "./current.ts";
import type { Source } from "./schema.ts";
import { type Steps, unhurried } from "./slices.ts";

/** A concept with what a search looks through: its id and every written form, normalised, one to a line. */
export type Entry = { concept: ConceptRecord; source: Source; text: string };

const ascii = /^[\x20-\x7e]*$/;
const folded = (form: string) => (ascii.test(form) ? form.toLowerCase() : normaliseText(form));
const textOf = (concept: ConceptRecord) =>
  `\n${[concept.id, ...(concept.former ?? []), ...new Set(formsOf(concept).map(folded))].join("\n")}\n`;

function* entrySteps({ concepts, retired, touched, below }: Current): Steps<Entry[]> {
  const entries: Entry[] = [];
  const put = (concept: ConceptRecord, source: Source) =>
    entries.push({ concept, source, text: textOf(concept) });
  for (const concept of concepts) {
    put(concept, touched.has(concept.id) ? "edited" : "project");
    yield;
  }
  for (const concept of retired) put(concept, "retired");
  for (const concept of below?.byId.values() ?? [])
    if (!touched.has(concept.id)) {
      put(concept, "esco");
      yield;
    }
  return entries;
}

const made = new WeakMap<Current, Promise<Entry[]>>();

/** Everything that staff can find; made beside other work at the first question after a change. */
export function catalogue(): Promise<Entry[]> {
  const current = currentTaxonomy();
  let entries = made.get(current);
  if (!entries) {
    entries = unhurried(entrySteps(current));
    made.set(current, entries);
  }
  return entries;
}

/** 0 where the words are a whole name, 1 where a name begins with them, 2 where they stand within one; null when nowhere. */
export function nearness({ text }: Entry, wanted: string): number | null {
  if (text.includes(`\n${wanted}\n`)) return 0;
  if (text.includes(`\n${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : null;
}

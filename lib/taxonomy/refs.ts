import { normaliseText } from "#lib/matching/text.ts";
import { type ConceptRecord, formsOf } from "./concept.ts";

/** How a form names another concept: "海上风电 · offshore-wind". People may also type the id or any name alone. */
export const refText = (label: string, id: string): string => (label === id ? id : `${label} · ${id}`);

/** The id that a reference ends with, or all of it. */
export const refId = (text: string): string => text.slice(text.lastIndexOf("·") + 1).trim();

/** The concept that a reference means: by its id, else by a name that only one concept has; else the text as it is, which is no id. */
export function resolveRef(
  text: string,
  concepts: readonly ConceptRecord[],
  exists: (id: string) => boolean,
): string {
  const id = refId(text);
  if (exists(id)) return id;
  const wanted = normaliseText(text).trim();
  const named = concepts.filter((concept) => formsOf(concept).some((form) => normaliseText(form) === wanted));
  return named.length === 1 ? (named[0] as ConceptRecord).id : id;
}

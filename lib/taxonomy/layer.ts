import { type ConceptRecord, formsOf } from "./concept.ts";
import { storedKeys } from "./forms.ts";
import { type Links, linkSteps } from "./links.ts";
import type { Steps } from "./slices.ts";
import { FormTrie } from "./trie.ts";

/**
 * A classification below the own dictionary. It is large and seldom changes, so what is made of it is kept, and only the own
 * part is made anew after a change.
 */
export type Layer = {
  /** of its contents */
  key: string;
  byId: ReadonlyMap<string, ConceptRecord>;
  trie: FormTrie;
  links: Links;
  /** concepts by the form of their name; an alias is no proof that two concepts are the same */
  names: ReadonlyMap<string, readonly string[]>;
};

/** A written form by the units by which it is matched. */
export const formKey = (form: string): string => storedKeys(form).join(" ");

export function* layerSteps(key: string, concepts: readonly ConceptRecord[]): Steps<Layer> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const trie = new FormTrie();
  const names = new Map<string, string[]>();
  for (const concept of concepts) {
    for (const form of formsOf(concept)) trie.add(form, concept.id);
    const name = formKey(concept.en);
    names.set(name, [...(names.get(name) ?? []), concept.id]);
    yield;
  }
  const links = yield* linkSteps(concepts, (id) => byId.has(id));
  return { key, byId, trie, links, names };
}

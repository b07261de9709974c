import type { ConceptLink } from "#lib/matching/types.ts";
import type { ConceptRecord } from "./concept.ts";
import type { Steps } from "./slices.ts";

export type Link = { conceptId: string; link: ConceptLink; confidence: number };
export type Links = Map<string, Link[]>;

const confidences: Record<ConceptLink, number> = {
  same: 1,
  alias: 1,
  narrower: 0.95,
  broader: 0.95,
  related: 0.9,
};

/** Joins two concepts both ways; the first link between two counts, and none leads to what is not known. */
export function join(
  links: Links,
  from: string,
  to: string,
  link: "same" | "broader" | "related",
  known: (id: string) => boolean,
): void {
  const add = (a: string, b: string, kind: ConceptLink) => {
    if (a === b || !known(a) || !known(b)) return;
    const list = links.get(a) ?? [];
    if (list.some((each) => each.conceptId === b)) return;
    list.push({ conceptId: b, link: kind, confidence: confidences[kind] });
    links.set(a, list);
  };
  add(from, to, link);
  add(to, from, link === "broader" ? "narrower" : link);
}

/** The typed links between concepts, in both directions, in steps. */
export function* linkSteps(concepts: readonly ConceptRecord[], known: (id: string) => boolean): Steps<Links> {
  const links: Links = new Map();
  for (const link of ["same", "broader", "related"] as const)
    for (const concept of concepts) {
      for (const to of concept[link]) join(links, concept.id, to, link, known);
      yield;
    }
  return links;
}

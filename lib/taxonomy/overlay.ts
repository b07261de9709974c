import { createHash } from "node:crypto";
import { type ConceptContent, type ConceptRecord, contentOf, formsOf } from "./concept.ts";

/** One row of what staff changed, as lib/taxonomy lays it over the data files. */
export type Edit = {
  conceptId: string;
  /** as written by staff; null while the content below counts */
  content: ConceptContent | null;
  mergedIntoId: string | null;
  retired: boolean;
  reviewedHash: string | null;
};

export type Overlaid = {
  /** what texts may name: the base in its order, then what staff added, by id */
  concepts: ConceptRecord[];
  retired: ConceptRecord[];
  /** all that staff touched: the classification below shows none of these */
  touched: Set<string>;
};

export const contentHash = (content: ConceptContent): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);

/** The concept that one was merged into, over any number of merges; itself when it was not. */
export function survivorOf(id: string, merged: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = merged.get(at); next && !seen.has(at); next = merged.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}

function applied(id: string, edit: Edit, below: ConceptRecord | undefined): ConceptRecord | null {
  const content = edit.content ?? (below && contentOf(below));
  if (!content) return null;
  const untouched = edit.content === null && below?.status === "reviewed";
  const reviewed = edit.reviewedHash === contentHash(content) || untouched;
  const former = below?.former ? { former: below.former } : {};
  return { id, ...content, status: reviewed ? "reviewed" : "drafted", ...former };
}

/** The survivor takes the written forms and links of what was merged into it. */
function absorb(into: ConceptRecord, merged: ConceptRecord): ConceptRecord {
  const known = new Set(formsOf(into));
  const more = formsOf(merged).filter((form) => !known.has(form) && known.add(form));
  const union = (key: "broader" | "related" | "same") => [...new Set([...into[key], ...merged[key]])];
  return {
    ...into,
    aliases: [...into.aliases, ...more],
    broader: union("broader"),
    related: union("related"),
    same: union("same"),
    former: [...(into.former ?? []), merged.id, ...(merged.former ?? [])],
  };
}

/**
 * The concepts that count: data files with the edits of staff on top. `lookUp` gives a concept of a classification below (ESCO)
 * that an edit concerns. Nothing is lost by a merge: taking the mark away brings both concepts back as they were.
 */
export function overlay(
  base: readonly ConceptRecord[],
  edits: readonly Edit[],
  lookUp: (id: string) => ConceptRecord | undefined = () => undefined,
): Overlaid {
  const byId = new Map(base.map((concept) => [concept.id, concept]));
  const merged = new Map<string, string>();
  const retired: ConceptRecord[] = [];
  for (const edit of [...edits].sort((a, b) => (a.conceptId < b.conceptId ? -1 : 1))) {
    const { conceptId: id } = edit;
    const concept = applied(id, edit, byId.get(id) ?? lookUp(id));
    if (!concept) continue;
    byId.set(id, concept);
    if (edit.mergedIntoId) merged.set(id, edit.mergedIntoId);
    else if (edit.retired) {
      retired.push(concept);
      byId.delete(id);
    }
  }
  const away = mergeAll(byId, merged);
  return {
    concepts:
      away.size > 0 ? [...byId.values()].map((concept) => relinked(concept, away)) : [...byId.values()],
    retired,
    touched: new Set(edits.map((edit) => edit.conceptId)),
  };
}

/** Takes merged concepts out of the map and into their survivors. Returns where each went; a merge into nothing changes nothing. */
function mergeAll(
  byId: Map<string, ConceptRecord>,
  merged: ReadonlyMap<string, string>,
): Map<string, string> {
  const away = new Map<string, string>();
  for (const id of merged.keys()) {
    const into = survivorOf(id, merged);
    if (into !== id && byId.has(into) && !merged.has(into)) away.set(id, into);
  }
  for (const [id, into] of away) {
    byId.set(into, absorb(byId.get(into) as ConceptRecord, byId.get(id) as ConceptRecord));
    byId.delete(id);
  }
  return away;
}

/** Links to a merged concept lead to its survivor. */
function relinked(concept: ConceptRecord, away: ReadonlyMap<string, string>): ConceptRecord {
  const renamed = (ids: string[]) =>
    [...new Set(ids.map((id) => away.get(id) ?? id))].filter((id) => id !== concept.id);
  return {
    ...concept,
    broader: renamed(concept.broader),
    related: renamed(concept.related),
    same: renamed(concept.same),
  };
}

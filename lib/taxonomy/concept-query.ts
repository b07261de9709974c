import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { type ConceptContent, type ConceptRecord, contentOf, labelOf } from "./concept.ts";
import { type Current, currentTaxonomy } from "./current.ts";
import { refText } from "./refs.ts";
import type { Source } from "./schema.ts";
import { readState, type State } from "./state.ts";

export type Named = { id: string; label: string };
export type LinkGroup = { link: "broader" | "narrower" | "related" | "same"; concepts: Named[] };
export type ConceptDetail = {
  id: string;
  version: number;
  label: string;
  /** as it counts now, with what merges brought */
  shown: ConceptContent;
  /** what staff may change: without what merges brought; links as lines of lib/taxonomy/refs.ts */
  written: ConceptContent;
  source: Source;
  status: "drafted" | "reviewed";
  reviewed: { by: string; at: Date } | null;
  mergedInto: Named | null;
  mergedHere: Named[];
  /** from the concept up to the widest one */
  path: Named[];
  links: LinkGroup[];
  /** how many rows name it; `more` when there are more than were counted */
  uses: { talents: number; needs: number; more: boolean };
};

const MOST_COUNTED = 1000;
const MOST_LINKS = 60;

/** How many profiles and needs name a concept, counted as far as people care. */
async function usesOf(id: string): Promise<ConceptDetail["uses"]> {
  const [counts] = await db.$queryRaw<[{ talents: number; needs: number }]>`SELECT
    (SELECT count(*) FROM (SELECT 1 FROM "Talent" WHERE "conceptIds" @> ARRAY[${id}]::text[] LIMIT ${MOST_COUNTED + 1}) t)::int AS talents,
    (SELECT count(*) FROM (SELECT 1 FROM "Need" WHERE "conceptIds" @> ARRAY[${id}]::text[] LIMIT ${MOST_COUNTED + 1}) n)::int AS needs`;
  const { talents, needs } = counts;
  return {
    talents: Math.min(talents, MOST_COUNTED),
    needs: Math.min(needs, MOST_COUNTED),
    more: Math.max(talents, needs) > MOST_COUNTED,
  };
}

/** Names of other concepts: as the database has the own ones, and as this process has loaded ESCO's. */
function namerOf(state: State, { below }: Current, locale: AppLocale) {
  const recordOf = (id: string) => state.find(id) ?? state.unmerged(id) ?? below?.byId.get(id);
  return {
    recordOf,
    name(id: string): Named {
      const concept = recordOf(id);
      return { id, label: concept ? labelOf(concept, locale) : id };
    },
  };
}

function pathOf(concept: ConceptRecord, { recordOf, name }: ReturnType<typeof namerOf>): Named[] {
  const path = [name(concept.id)];
  const seen = new Set([concept.id]);
  let at: ConceptRecord | undefined = concept;
  while (at && path.length < 8) {
    const next: string | undefined = at.broader.find((id) => !seen.has(id));
    if (!next) break;
    seen.add(next);
    path.push(name(next));
    at = recordOf(next);
  }
  return path;
}

function linkGroups(concept: ConceptRecord, state: State, current: Current, name: (id: string) => Named) {
  const narrower = state.concepts.filter((each) => each.broader.includes(concept.id)).map((each) => each.id);
  const pointing = (link: "related" | "same") =>
    state.concepts.filter((each) => each[link].includes(concept.id)).map((each) => each.id);
  // what this process has found of ESCO beside the links that people wrote
  const found = (link: string) =>
    current.dictionary
      .linksOf(concept.id)
      .filter((each) => each.link === link)
      .map((each) => each.conceptId);
  const group = (link: LinkGroup["link"], ids: string[]): LinkGroup => ({
    link,
    concepts: [...new Set(ids)].slice(0, MOST_LINKS).map(name),
  });
  const esco = (link: string) => found(link).filter((id) => id.startsWith("esco:"));
  return [
    group("broader", [...concept.broader, ...esco("broader")]),
    group("narrower", [...narrower, ...esco("narrower")]),
    group("same", [...concept.same, ...pointing("same"), ...esco("same")]),
    group("related", [...concept.related, ...pointing("related"), ...esco("related")]),
  ].filter(({ concepts }) => concepts.length > 0);
}

function sourceOf(state: State, id: string, retired: boolean): Source {
  if (retired) return "retired";
  if (state.touched.has(id)) return "edited";
  return id.startsWith("esco:") ? "esco" : "project";
}

/** One concept for staff, as the database has it. @throws NotFoundError */
export async function getConcept(viewer: Viewer, id: string, locale: AppLocale): Promise<ConceptDetail> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const current = currentTaxonomy();
  const [state, row, uses] = await Promise.all([
    readState(db, [id]),
    db.taxonomyEdit.findUnique({
      where: { conceptId: id },
      select: {
        version: true,
        retired: true,
        mergedIntoId: true,
        reviewedByName: true,
        reviewedAt: true,
      },
    }),
    usesOf(id),
  ]);
  const alone = state.unmerged(id);
  if (!alone) throw new NotFoundError();
  const concept = state.find(id) ?? alone;
  const namer = namerOf(state, current, locale);
  const { name } = namer;
  const mergedHere = state.edits
    .filter((edit) => edit.mergedIntoId === id)
    .map((edit) => name(edit.conceptId));
  const edit = state.edits.find((each) => each.conceptId === id);
  const written = edit?.content ?? contentOf(alone);
  const refs = (ids: string[]) => ids.map((to) => refText(name(to).label, to));
  return {
    id,
    version: row?.version ?? 0,
    label: labelOf(concept, locale),
    shown: contentOf(concept),
    written: {
      ...written,
      broader: refs(written.broader),
      related: refs(written.related),
      same: refs(written.same),
    },
    source: sourceOf(state, id, row?.retired ?? false),
    status: concept.status === "reviewed" ? "reviewed" : "drafted",
    reviewed:
      concept.status === "reviewed" && row?.reviewedByName && row.reviewedAt
        ? { by: row.reviewedByName, at: row.reviewedAt }
        : null,
    mergedInto: row?.mergedIntoId ? name(row.mergedIntoId) : null,
    mergedHere,
    path: pathOf(concept, namer),
    links: linkGroups(concept, state, current, name),
    uses,
  };
}

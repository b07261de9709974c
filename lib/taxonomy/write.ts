import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { announce } from "./announce.ts";
import { type ConceptContent, type ConceptRecord, contentOf, formsOf } from "./concept.ts";
import { overlay } from "./overlay.ts";
import { removePhrases } from "./phrase-rows.ts";
import { phraseForm } from "./phrases.ts";
import { mayKeepDictionary } from "./policy.ts";
import { lockTaxonomy, readState, type State } from "./state.ts";
import { broaderCircle, problemsOf } from "./validate.ts";

/** What the commands of the dictionary share. */

type Work<T> = (tx: Tx, state: State) => Promise<T>;

/** One change at a time, on the dictionary as it stands in the database. */
export async function changing<T>(viewer: Viewer, ids: readonly string[], work: Work<T>): Promise<T> {
  if (!mayKeepDictionary(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    await lockTaxonomy(tx);
    return work(tx, await readState(tx, ids));
  });
}

/** The concept that counts now. @throws NotFoundError when there is none, or it was merged or retired */
export function presentConcept(state: State, id: string): ConceptRecord {
  const concept = state.find(id);
  if (!concept) throw new NotFoundError();
  return concept;
}

/**
 * What staff wrote of a concept, without what merges have added: to be changed and stored. The file's or ESCO's content where
 * nobody has written any.
 */
export function writtenContent(state: State, id: string): ConceptContent {
  const edit = state.edits.find((each) => each.conceptId === id);
  return edit?.content ?? contentOf(state.unmerged(id) ?? presentConcept(state, id));
}

type Row = Omit<Prisma.TaxonomyEditUncheckedCreateInput, "conceptId" | "version" | "createdAt" | "updatedAt">;

/** Writes a concept's row if it still is in the version that was looked at; 0 means that it had none. @throws ConflictError */
export async function writeEdit(tx: Tx, conceptId: string, version: number, row: Row): Promise<void> {
  const { count } =
    version === 0
      ? await tx.taxonomyEdit.createMany({
          data: [{ ...row, conceptId, createdAt: now(), updatedAt: now() }],
          skipDuplicates: true,
        })
      : await tx.taxonomyEdit.updateMany({
          where: { conceptId, version },
          data: { ...row, version: { increment: 1 }, updatedAt: now() },
        });
  if (count !== 1) throw new ConflictError();
}

/** Refuses what must not stand in the dictionary; a word with two meanings passes once the writer has said so. */
export function check(state: State, id: string, content: ConceptContent, sharedForms: boolean): void {
  const problems = problemsOf(id, content, state.concepts, (to) => state.find(to) !== undefined);
  const issues = problems.filter((problem) => !(sharedForms && problem.overridable));
  if (issues.length > 0)
    throw new InvalidError(issues.map(({ path, key, params }) => ({ path, key, params })));
}

/** Refuses a merge that would make a concept a kind of itself. */
export function checkMerge(state: State, id: string, into: string): void {
  const row = state.edits.find((edit) => edit.conceptId === id);
  const merged = {
    conceptId: id,
    content: null,
    retired: false,
    reviewedHash: null,
    ...row,
    mergedIntoId: into,
  };
  const after = overlay(
    state.base,
    [...state.edits.filter((edit) => edit.conceptId !== id), merged],
    state.below,
  );
  const circle = broaderCircle(after.concepts, into);
  if (circle)
    throw new InvalidError([{ path: "into", key: "broaderCircle", params: { way: circle.join(" → ") } }]);
}

type Told = {
  action: string;
  conceptId: string;
  reason?: string;
  detail?: Prisma.InputJsonObject;
  /** concepts and written forms whose meaning changed */
  concepts: string[];
  forms: string[];
};

/** The audit event of a change, and everybody who must know of it. Phrases that now have a concept leave the queue at once. */
export async function conclude(tx: Tx, viewer: Viewer, told: Told): Promise<void> {
  const { action, conceptId, reason, detail, concepts, forms } = told;
  await audit(tx, viewer, { action, record: ["concept", conceptId], reason, detail });
  await announce(tx, { concepts, forms });
}

export const unqueue = (tx: Tx, forms: readonly string[]): Promise<void> =>
  removePhrases(tx, forms.map(phraseForm));

/** Forms that one of the two has and the other has not. */
export function changedForms(before: ConceptRecord | null, after: ConceptRecord): string[] {
  const old = new Set(before ? formsOf(before) : []);
  const young = new Set(formsOf(after));
  return [...[...old].filter((form) => !young.has(form)), ...[...young].filter((form) => !old.has(form))];
}

import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { ConflictError, InvalidError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type ConceptContent, type ConceptRecord, contentOf, formsOf } from "./concept.ts";
import { contentHash } from "./overlay.ts";
import { refId, resolveRef } from "./refs.ts";
import {
  type AddInput,
  type ConceptRef,
  contentIn,
  type EditInput,
  type MergeInput,
  type RetireInput,
} from "./schema.ts";
import { slugOf } from "./slug.ts";
import type { State } from "./state.ts";
import { isNewId } from "./validate.ts";
import {
  changedForms,
  changing,
  check,
  checkMerge,
  conclude,
  presentConcept,
  unqueue,
  writeEdit,
  writtenContent,
} from "./write.ts";

const asJson = (content: ConceptContent) => content as unknown as Prisma.InputJsonObject;
const linksOf = ({ broader, related, same }: ConceptContent) => [...broader, ...related, ...same];

/** The content with links as ids. */
function resolved(state: State, input: ConceptContent): ConceptContent {
  const ids = (texts: string[]) =>
    texts.map((text) => resolveRef(text, state.concepts, (id) => state.find(id) !== undefined));
  const { broader, related, same } = input;
  return contentIn({ ...input, broader: ids(broader), related: ids(related), same: ids(same) });
}

function newId(state: State, given: string | null, en: string): string {
  const isFree = (id: string) =>
    state.find(id) === undefined && !state.edits.some((edit) => edit.conceptId === id) && !state.below(id);
  if (given !== null) {
    if (!isNewId(given)) throw new InvalidError([{ path: "newId", key: "conceptIdForm" }]);
    if (!isFree(given)) throw new InvalidError([{ path: "newId", key: "conceptIdTaken" }]);
    return given;
  }
  const slug = slugOf(en);
  const free = ["", "-2", "-3", "-4", "-5"]
    .map((tail) => slug + tail)
    .find((id) => isNewId(id) && isFree(id));
  if (!free) throw new InvalidError([{ path: "newId", key: "conceptIdNeeded" }]);
  return free;
}

/** Adds a concept. Returns its id. @throws InvalidError */
export async function addConcept(viewer: Viewer, input: AddInput, key?: string): Promise<string> {
  return changing(viewer, linksOf(input).map(refId), (tx, state) =>
    once(tx, `taxonomy.add:${viewer.accountId}`, key, async () => {
      const content = resolved(state, input);
      const id = newId(state, input.newId, content.en);
      check(state, id, content, input.sharedForms);
      await writeEdit(tx, id, 0, { content: asJson(content) });
      const forms = formsOf({ id, ...content, status: "" });
      await unqueue(tx, forms);
      await conclude(tx, viewer, {
        action: "concept.added",
        conceptId: id,
        detail: asJson(content),
        concepts: linksOf(content),
        forms,
      });
      return id;
    }),
  );
}

/** Changes names, written forms and links; what was reviewed needs a new look. @throws InvalidError ConflictError */
export async function editConcept(viewer: Viewer, input: EditInput): Promise<void> {
  const id = input.conceptId;
  await changing(viewer, [id, ...linksOf(input).map(refId)], async (tx, state) => {
    const content = resolved(state, input);
    const present = presentConcept(state, id);
    check(state, id, content, input.sharedForms);
    const before = writtenContent(state, id);
    await writeEdit(tx, id, input.version, { content: asJson(content) });
    await unqueue(tx, formsOf({ ...present, ...content }));
    await conclude(tx, viewer, {
      action: "concept.edited",
      conceptId: id,
      detail: { before: asJson(before), after: asJson(content) },
      concepts: [id],
      forms: changedForms({ ...present, ...before }, { ...present, ...content }),
    });
  });
}

/** Says that a person has read the concept and found it right, as it stands. */
export async function reviewConcept(viewer: Viewer, { conceptId, version }: ConceptRef): Promise<void> {
  await changing(viewer, [conceptId], async (tx, state) => {
    presentConcept(state, conceptId);
    await writeEdit(tx, conceptId, version, {
      reviewedHash: contentHash(writtenContent(state, conceptId)),
      reviewedById: viewer.accountId,
      reviewedByName: viewer.name,
      reviewedAt: now(),
    });
    await conclude(tx, viewer, { action: "concept.reviewed", conceptId, concepts: [], forms: [] });
  });
}

/** Makes two concepts one: the words and links of the first go to the other, and its id goes on meaning it. */
export async function mergeConcept(viewer: Viewer, input: MergeInput): Promise<void> {
  const { conceptId, version } = input;
  await changing(viewer, [conceptId, refId(input.into)], async (tx, state) => {
    const gone = presentConcept(state, conceptId);
    const into = resolveRef(input.into, state.concepts, (id) => state.find(id) !== undefined);
    const target = state.find(into);
    if (into === conceptId || !target) throw new InvalidError([{ path: "into", key: "mergeTarget" }]);
    checkMerge(state, conceptId, into);
    await writeEdit(tx, conceptId, version, { mergedIntoId: into });
    await bearMerge(tx, state, into);
    await conclude(tx, viewer, {
      action: "concept.merged",
      conceptId,
      detail: { into },
      concepts: [conceptId, into],
      forms: formsOf(gone),
    });
  });
}

/** A concept of ESCO that takes another in becomes one of ours: what is below is shown as it was loaded. */
async function bearMerge(tx: Parameters<typeof writeEdit>[0], state: State, id: string): Promise<void> {
  if (state.concepts.some((concept) => concept.id === id)) return;
  await writeEdit(tx, id, 0, { content: asJson(contentOf(presentConcept(state, id))) });
}

const editOf = (state: State, id: string) => state.edits.find((edit) => edit.conceptId === id);

/** Takes a merge back: both concepts are as they were. */
export async function undoMerge(viewer: Viewer, { conceptId, version }: ConceptRef): Promise<void> {
  await changing(viewer, [conceptId], async (tx, state) => {
    const into = editOf(state, conceptId)?.mergedIntoId;
    if (!into) throw new ConflictError();
    checkReturn(state, conceptId);
    await writeEdit(tx, conceptId, version, { mergedIntoId: null });
    await conclude(tx, viewer, {
      action: "concept.mergeUndone",
      conceptId,
      detail: { into },
      concepts: [conceptId, into],
      forms: formsOf(state.unmerged(conceptId) as ConceptRecord),
    });
  });
}

/** What comes back must still fit into what has changed meanwhile; links to what is gone by now simply lead nowhere. */
function checkReturn(state: State, id: string): void {
  if (!state.unmerged(id)) throw new ConflictError();
  check(
    { ...state, find: (to) => state.find(to) ?? state.unmerged(to) },
    id,
    writtenContent(state, id),
    true,
  );
}

/** Takes a concept out of use; its id keeps its name for what was stored. */
export async function retireConcept(
  viewer: Viewer,
  { conceptId, version, reason }: RetireInput,
): Promise<void> {
  await changing(viewer, [conceptId], async (tx, state) => {
    const gone = presentConcept(state, conceptId);
    if (state.edits.some((edit) => edit.mergedIntoId === conceptId))
      throw new InvalidError([{ path: "reason", key: "mergedStillHere" }]);
    await writeEdit(tx, conceptId, version, { retired: true });
    await conclude(tx, viewer, {
      action: "concept.retired",
      conceptId,
      reason,
      concepts: [conceptId],
      forms: formsOf(gone),
    });
  });
}

export async function restoreConcept(viewer: Viewer, { conceptId, version }: ConceptRef): Promise<void> {
  await changing(viewer, [conceptId], async (tx, state) => {
    const edit = editOf(state, conceptId);
    if (!edit?.retired) throw new ConflictError();
    checkReturn(state, conceptId);
    await writeEdit(tx, conceptId, version, { retired: false });
    await conclude(tx, viewer, {
      action: "concept.restored",
      conceptId,
      concepts: [conceptId],
      forms: formsOf(state.unmerged(conceptId) as ConceptRecord),
    });
  });
}

import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { formsOf } from "./concept.ts";
import { phraseForm } from "./phrases.ts";
import { mayKeepDictionary } from "./policy.ts";
import type { AliasInput, DismissInput, PhraseInput } from "./schema.ts";
import { changing, check, conclude, presentConcept, unqueue, writeEdit, writtenContent } from "./write.ts";

/** Says that a phrase of the queue is another word for a concept. @throws ConflictError when somebody settled it before */
export async function addAlias(viewer: Viewer, { form, conceptId, sharedForms }: AliasInput): Promise<void> {
  await changing(viewer, [conceptId], async (tx, state) => {
    const phrase = await tx.taxonomyPhrase.findUnique({
      where: { form },
      select: { records: { take: 1, orderBy: { example: "desc" }, select: { example: true } } },
    });
    if (!phrase) throw new ConflictError();
    const concept = presentConcept(state, conceptId);
    const alias = phrase.records[0]?.example.slice(0, 120) ?? form;
    const before = writtenContent(state, conceptId);
    const content = { ...before, aliases: [...before.aliases, alias] };
    if (!formsOf(concept).some((known) => phraseForm(known) === form)) {
      check(state, conceptId, content, sharedForms);
      const row = await tx.taxonomyEdit.findUnique({ where: { conceptId }, select: { version: true } });
      await writeEdit(tx, conceptId, row?.version ?? 0, {
        content: content as unknown as Prisma.InputJsonObject,
      });
    }
    await unqueue(tx, [form]);
    await conclude(tx, viewer, {
      action: "concept.aliasAdded",
      conceptId,
      detail: { alias },
      concepts: [],
      forms: [alias],
    });
  });
}

/** Takes a phrase out of sight with a reason: it is no term of the trade. */
export async function dismissPhrase(viewer: Viewer, { form, reason }: DismissInput): Promise<void> {
  if (!mayKeepDictionary(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.taxonomyPhrase.updateMany({
      where: { form, status: "OPEN" },
      data: {
        status: "DISMISSED",
        dismissedReason: reason,
        dismissedByName: viewer.name,
        dismissedAt: now(),
      },
    });
    if (count !== 1) throw new ConflictError();
    // the phrase itself is somebody's words, and the trail outlives an erasure
    await audit(tx, viewer, { action: "concept.phraseDismissed", record: ["concept", "phrase"], reason });
  });
}

/** Brings a dismissed phrase back into the queue. */
export async function reopenPhrase(viewer: Viewer, { form }: PhraseInput): Promise<void> {
  if (!mayKeepDictionary(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.taxonomyPhrase.updateMany({
      where: { form, status: "DISMISSED" },
      data: { status: "OPEN", dismissedReason: null, dismissedByName: null, dismissedAt: null },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, { action: "concept.phraseReopened", record: ["concept", "phrase"] });
  });
}

import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { type ActingCase, holdCase } from "#lib/introductions/acting.ts";
import { factsOf, milestonesOf } from "./case-facts.ts";
import { itemId, itemsFor } from "./checklists.ts";
import { tellTask } from "./notices.ts";
import { asksForPapers, checklistsAt, papersAllowed, pending } from "./policy.ts";
import { rowOf } from "./rows.ts";
import type { AddTaskInput, EditTaskInput } from "./schema.ts";
import { findTask, UNTOLD } from "./store.ts";

/** An officer gives one side of a case something to do, in the officer's own words. Returns the task's id. */
export async function addTask(
  viewer: Viewer,
  { introductionId, ...input }: AddTaskInput,
  locale: AppLocale = fromDbLocale(viewer.locale),
  key?: string,
): Promise<{ taskId: string }> {
  return transaction(viewer, (tx) =>
    once(tx, `tasks.add:${viewer.accountId}`, key, async () => {
      const held = await heldByStaff(tx, viewer, introductionId);
      checkPapers(held, input.kind, `${input.title}\n${input.text}`);
      checkDay(input.dueOn);
      const task = await tx.caseTask.create({
        data: {
          introductionId,
          side: input.side,
          kind: input.kind,
          titles: { [locale]: input.title },
          texts: input.text ? { [locale]: input.text } : {},
          dueOn: input.dueOn ? new Date(input.dueOn) : null,
          assigneeId: await assignee(tx, input.side, input.assigneeId),
          createdAt: now(),
          updatedAt: now(),
        },
        select: { id: true, item: true, kind: true, titles: true },
      });
      await audit(tx, viewer, {
        action: "introduction.taskAdded",
        record: ["introduction", introductionId],
        detail: { task: task.id, side: input.side, kind: input.kind },
      });
      await tellTask(tx, viewer, held, {
        kind: "taskAssigned",
        side: input.side,
        task,
        dueOn: input.dueOn ? new Date(input.dueOn) : null,
        key: `${task.id}:assigned`,
        assigneeId: input.assigneeId,
      });
      await tell(tx, "case_changed", introductionId);
      return { taskId: task.id };
    }),
  );
}

/** Changes what is still to be done: the day, the person, and of an officer's own task the words. A day set by hand stays. */
export async function editTask(
  viewer: Viewer,
  { introductionId, taskId, version, ...input }: EditTaskInput,
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const held = await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    const own = task.item === null;
    if (own && !input.title) throw new InvalidError([{ path: "title", key: "required" }]);
    if (own) checkPapers(held, task.kind, `${input.title}\n${input.text}`);
    const words = own
      ? { titles: { [locale]: input.title }, texts: input.text ? { [locale]: input.text } : {} }
      : {};
    const { count } = await tx.caseTask.updateMany({
      where: { id: taskId, version, status: pending },
      data: {
        ...words,
        dueOn: input.dueOn ? new Date(input.dueOn) : null,
        dueFrom: null,
        dueDays: null,
        assigneeId: await assignee(tx, task.side, input.assigneeId),
        ...UNTOLD,
        version: { increment: 1 },
        updatedAt: now(),
      },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "introduction.taskChanged",
      record: ["introduction", introductionId],
      detail: { task: taskId, dueOn: input.dueOn },
    });
    await tellTask(tx, viewer, held, {
      kind: "taskAssigned",
      side: task.side,
      task,
      dueOn: input.dueOn ? new Date(input.dueOn) : null,
      key: `${taskId}:changed:${version}`,
      assigneeId: input.assigneeId,
    });
    await tell(tx, "case_changed", introductionId);
  });
}

/** Takes back an officer's own task that nobody has answered. What came from a checklist is waived with a reason instead. */
export async function removeTask(
  viewer: Viewer,
  { introductionId, taskId, version }: { introductionId: string; taskId: string; version: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    const { count } = await tx.caseTask.deleteMany({
      where: { id: taskId, version, item: null, status: "OPEN", submittedAt: null },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "introduction.taskRemoved",
      record: ["introduction", introductionId],
      detail: { task: taskId, side: task.side },
    });
    await tell(tx, "case_changed", introductionId);
  });
}

/** A matter of the family, asked for by the person it is about, or by staff at their wish. */
export async function chooseItem(
  viewer: Viewer,
  { introductionId, item: wanted }: { introductionId: string; item: string },
): Promise<void> {
  if (viewer.role !== "TALENT" && !isStaff(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    const facts = await factsOf(tx, held);
    const chosen = checklistsAt(held.status).flatMap((name) =>
      itemsFor(name, facts, true)
        .filter((item) => itemId(name, item) === wanted)
        .map((item) => ({ name, item })),
    )[0];
    if (!chosen) throw new NotFoundError();
    const { count } = await tx.caseTask.createMany({
      data: [rowOf(held.id, chosen.name, chosen.item, await milestonesOf(tx, held.id))],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await audit(tx, viewer, {
      action: "introduction.taskAdded",
      record: ["introduction", introductionId],
      detail: { item: wanted, side: chosen.item.side },
    });
    await tell(tx, "case_changed", introductionId);
  });
}

export async function heldByStaff(tx: Tx, viewer: Viewer, introductionId: string): Promise<ActingCase> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return holdCase(tx, viewer, introductionId);
}

/** No copy of identity papers before an offer is accepted (Hong Kong privacy practice). */
function checkPapers(held: ActingCase, kind: string, words: string) {
  if (!papersAllowed(held.status) && asksForPapers(kind, words))
    throw new InvalidError([{ path: "title", key: "papersTooEarly" }]);
}

function checkDay(dueOn: string | null) {
  if (dueOn && dueOn < today()) throw new InvalidError([{ path: "dueOn", key: "deadlinePast" }]);
}

/** Only a task of staff has a person, and only one who works here. */
async function assignee(tx: Tx, side: string, accountId: string | null): Promise<string | null> {
  if (side !== "STAFF" || !accountId) return null;
  const found = await tx.account.findFirst({
    where: { id: accountId, role: { in: ["OFFICER", "ADMIN"] }, disabledAt: null },
    select: { id: true },
  });
  if (!found) throw new DomainError("notFound");
  return found.id;
}

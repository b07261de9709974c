import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayAfter, dayOf } from "#lib/days.ts";
import { transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { holdCase } from "#lib/introductions/acting.ts";
import { storeCaseFile, type Upload } from "#lib/introductions/files.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { CaseSide } from "#prisma/generated/enums.ts";
import { answerOf } from "./answer.ts";
import type { TaskField } from "./checklist-schema.ts";
import { itemOf } from "./checklists.ts";
import { heldByStaff } from "./commands.ts";
import { LEAST_DAYS } from "./due.ts";
import { tellTask } from "./notices.ts";
import { papersAllowed } from "./policy.ts";
import type { SubmitTaskInput } from "./schema.ts";
import { findTask, moveTask, UNTOLD } from "./store.ts";

/**
 * A side says that its task is done: with a file, an answer, filled-in fields or a note. The workstation looks at it; its own
 * tasks are done with that. Sent again before anybody looked, the newer answer stands.
 */
export async function submitTask(
  viewer: Viewer,
  { introductionId, taskId, words, values, upload }: SubmitTaskInput & { upload?: Upload | null },
): Promise<void> {
  const side = sideOf(viewer);
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    if (task.side !== side) throw new NotFoundError();
    if (task.identity && !papersAllowed(held.status)) throw new DomainError("papersTooEarly");
    const answer = answerOf(
      { kind: task.kind, fields: task.fields as unknown as TaskField[] },
      { words, values, file: Boolean(upload) },
      today(),
    );
    const audience: CaseSide[] = itemOf(task.item)?.shared ? ["TALENT", "ENTERPRISE"] : [];
    const fileId = upload ? await storeCaseFile(tx, viewer, { introductionId, audience, upload }) : null;
    // row-level security lets a side add files and not remove them
    if (fileId && task.fileId) await enqueue(tx, "tasks.dropFile", { fileId: task.fileId });
    const sent = {
      answer,
      ...(fileId ? { fileId } : {}),
      submittedById: viewer.accountId,
      submittedAt: now(),
      reason: null,
    };
    if (side === "STAFF")
      await moveTask(tx, viewer, "accept", task, {
        ...sent,
        status: "ACCEPTED",
        decidedById: viewer.accountId,
        decidedAt: now(),
      });
    else {
      await moveTask(tx, viewer, "submit", task, { ...sent, status: "SUBMITTED" });
      await tellTask(tx, viewer, held, {
        kind: "taskDone",
        side: "STAFF",
        task,
        dueOn: null,
        key: `${taskId}:done:${now().getTime()}`,
      });
    }
  });
}

type Seen = { introductionId: string; taskId: string; version: number };

/** Staff have looked and it is done; or they know it otherwise and say how. */
export async function acceptTask(
  viewer: Viewer,
  { introductionId, taskId, version, note = "" }: Seen & { note?: string },
) {
  await transaction(viewer, async (tx) => {
    await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    if (task.status !== "SUBMITTED" && !note) throw new InvalidError([{ path: "note", key: "required" }]);
    await moveTask(
      tx,
      viewer,
      "accept",
      task,
      {
        status: "ACCEPTED",
        reason: note || null,
        decidedById: viewer.accountId,
        decidedAt: now(),
      },
      version,
    );
  });
}

const DAYS_TO_CORRECT = 5;
/** What comes back on its last day or later gets some days more. */
function timeToCorrect(dueOn: Date | null) {
  if (!dueOn || dayOf(dueOn) >= dayAfter(today(), LEAST_DAYS)) return {};
  return { dueOn: new Date(dayAfter(today(), DAYS_TO_CORRECT)), dueFrom: null, dueDays: null, ...UNTOLD };
}

/** Sent back with what is missing; its side is told and has it again. */
export async function returnTask(
  viewer: Viewer,
  { introductionId, taskId, version, reason }: Seen & { reason: string },
) {
  await transaction(viewer, async (tx) => {
    const held = await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    if (task.side === "STAFF") throw new DomainError("notInThatState");
    await moveTask(
      tx,
      viewer,
      "return",
      task,
      {
        status: "RETURNED",
        reason,
        ...timeToCorrect(task.dueOn),
        decidedById: viewer.accountId,
        decidedAt: now(),
      },
      version,
    );
    await tellTask(tx, viewer, held, {
      kind: "taskReturned",
      side: task.side,
      task,
      dueOn: null,
      key: `${taskId}:returned:${now().getTime()}`,
    });
  });
}

/** Not needed in this case, for a reason that its side reads. */
export async function waiveTask(
  viewer: Viewer,
  { introductionId, taskId, version, reason }: Seen & { reason: string },
) {
  await transaction(viewer, async (tx) => {
    await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    await moveTask(
      tx,
      viewer,
      "waive",
      task,
      {
        status: "WAIVED",
        reason,
        decidedById: viewer.accountId,
        decidedAt: now(),
      },
      version,
    );
  });
}

/** Needed after all. What was sent before stays to be read until it is sent anew. */
export async function reopenTask(viewer: Viewer, { introductionId, taskId, version }: Seen) {
  await transaction(viewer, async (tx) => {
    const held = await heldByStaff(tx, viewer, introductionId);
    const task = await findTask(tx, introductionId, taskId);
    if (isStaff(viewer) && task.identity && !papersAllowed(held.status))
      throw new DomainError("papersTooEarly");
    await moveTask(
      tx,
      viewer,
      "reopen",
      task,
      {
        status: "OPEN",
        reason: null,
        decidedById: null,
        decidedAt: null,
      },
      version,
    );
  });
}

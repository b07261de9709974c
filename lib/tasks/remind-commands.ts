import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayAfter, dayAt, dayOf } from "#lib/days.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { type ActingCase, actableBy, holdCase } from "#lib/introductions/acting.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { markOf, REMIND_BEFORE, type Reminder, reminderOf, upTo } from "./due.ts";
import { tellTask } from "./notices.ts";
import { pending } from "./policy.ts";

const system = systemViewer("reminders");
const BATCH = 200;

/** Daily: says what is due soon, due or overdue, each once, and takes what stays overdue to the office. Idempotent. */
export async function remindOfTasks(): Promise<void> {
  for (let after: { dueOn: Date | null; id: string } | undefined; ; ) {
    const rows = await db.caseTask.findMany({
      where: {
        status: pending,
        dueOn: { lte: new Date(dayAfter(today(), REMIND_BEFORE)) },
        // the last word has not been said: what is a week overdue is the office's, and not read each day
        officeToldAt: null,
        introduction: actableBy(system),
        ...(after?.dueOn && {
          OR: [{ dueOn: { gt: after.dueOn } }, { dueOn: after.dueOn, id: { gt: after.id } }],
        }),
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: BATCH,
      select: { id: true, introductionId: true, dueOn: true },
    });
    for (const row of rows) await remindOf(row.id, row.introductionId);
    after = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}

const remindSelect = {
  id: true,
  side: true,
  status: true,
  item: true,
  kind: true,
  titles: true,
  dueOn: true,
  assigneeId: true,
  createdAt: true,
  remindedAt: true,
  dueToldAt: true,
  escalatedAt: true,
  officeToldAt: true,
} as const satisfies Prisma.CaseTaskSelect;

async function remindOf(taskId: string, introductionId: string): Promise<void> {
  await transaction(system, async (tx) => {
    const held = await holdCase(tx, system, introductionId).catch(() => null);
    const task = held && (await tx.caseTask.findUnique({ where: { id: taskId }, select: remindSelect }));
    if (!task) return;
    const reminder = reminderOf(
      {
        status: task.status,
        dueOn: task.dueOn && dayOf(task.dueOn),
        madeOn: dayAt(task.createdAt),
        remindedAt: task.remindedAt !== null,
        dueToldAt: task.dueToldAt !== null,
        escalatedAt: task.escalatedAt !== null,
        officeToldAt: task.officeToldAt !== null,
      },
      today(),
    );
    if (!reminder) return;
    const said = upTo(reminder).filter((mark) => task[mark] === null);
    const { count } = await tx.caseTask.updateMany({
      where: { id: task.id, [markOf(reminder)]: null },
      data: Object.fromEntries(said.map((mark) => [mark, now()])),
    });
    if (count === 1) await say(tx, held, task, reminder);
  });
}

type Task = Prisma.CaseTaskGetPayload<{ select: typeof remindSelect }>;

async function say(tx: Tx, held: ActingCase, task: Task, reminder: Reminder) {
  const about = { task, dueOn: task.dueOn };
  const key = `${task.id}:${reminder}:${task.dueOn && dayOf(task.dueOn)}`;
  const own = { side: task.side, assigneeId: task.assigneeId };
  if (reminder === "soon" || reminder === "due")
    return tellTask(tx, system, held, { ...about, ...own, kind: "taskDue", key });
  await tellTask(tx, system, held, { ...about, ...own, kind: "taskOverdue", key });
  // whoever has the case; a week later everybody of its office
  await tellTask(tx, system, held, {
    ...about,
    kind: "taskOverdue",
    side: "STAFF",
    ...(task.side === "STAFF" ? {} : { whose: task.side }),
    key,
    ...(reminder === "office" ? { office: held.office } : {}),
  });
}

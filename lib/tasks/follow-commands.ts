import { systemViewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import { dayAt, dayOf } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { type ActingCase, holdCase } from "#lib/introductions/acting.ts";
import { retireTerms } from "#lib/introductions/offer-commands.ts";
import { isRunning } from "#lib/introductions/policy.ts";
import type { CaseSide, IntroductionStatus } from "#prisma/generated/enums.ts";
import { factsOf, milestonesOf } from "./case-facts.ts";
import type { ChecklistItem, ChecklistName } from "./checklist-schema.ts";
import { checklistItems, itemId, itemsFor } from "./checklists.ts";
import { dueOf, type Milestones, movedDue } from "./due.ts";
import { tellTask } from "./notices.ts";
import { arrived, checklistsAt, pending } from "./policy.ts";
import { rowOf } from "./rows.ts";
import { UNTOLD } from "./store.ts";

const system = systemViewer("checklists");
const BEFORE_TERMS: readonly IntroductionStatus[] = ["SENT", "ACKNOWLEDGED", "MEETING"];

/**
 * Brings a case's tasks in line with where it stands: lays out the checklist of its stage, lets go of what the case has passed,
 * and moves due dates with their milestones. Reads the state itself, so it may run at any time, any number of times.
 */
export async function followCase(introductionId: string): Promise<void> {
  await transaction(system, async (tx) => {
    const held = await holdCase(tx, system, introductionId, () => ({}));
    if (BEFORE_TERMS.includes(held.status)) await retireTerms(tx, held.id);
    const running = checklistsAt(held.status);
    const lists: List[] = [];
    for (const name of running) lists.push(await listFor(tx, held, name));
    await letGo(tx, held, lists);
    const milestones = await milestonesOf(tx, held.id);
    for (const list of lists) await layOut(tx, held, list, milestones);
    await moveDueDates(tx, held.id, milestones);
    await tell(tx, "case_changed", held.id);
  });
}

type List = { name: ChecklistName; items: ChecklistItem[] };

/** The items that a checklist has for a case where it stands now. */
async function listFor(tx: Tx, held: ActingCase, name: ChecklistName): Promise<List> {
  const items = itemsFor(name, await factsOf(tx, held));
  return { name, items: arrived(held.status) ? items.filter((item) => !item.beforeArrival) : items };
}

/** Waived by the rule and by nobody: the stage is past, the person is there, or the case is over. */
async function letGo(tx: Tx, held: ActingCase, running: List[]) {
  const kept = running.map(({ name }) => ({ item: { startsWith: `${name}.` } }));
  const passed = arrived(held.status) ? checklistItems("landing").filter((item) => item.beforeArrival) : [];
  const ofLists = {
    OR: [
      { AND: [{ item: { not: null } }, ...kept.map((NOT) => ({ NOT }))] },
      { item: { in: passed.map((item) => itemId("landing", item)) } },
    ],
  };
  await tx.caseTask.updateMany({
    where: {
      introductionId: held.id,
      status: pending,
      ...(isRunning(held.status) ? ofLists : {}),
    },
    data: {
      status: "WAIVED",
      decidedById: null,
      decidedAt: now(),
      version: { increment: 1 },
      updatedAt: now(),
    },
  });
}

async function layOut(tx: Tx, held: ActingCase, { name, items }: List, milestones: Milestones) {
  const made = await tx.caseTask.createManyAndReturn({
    data: items.map((item) => rowOf(held.id, name, item, milestones)),
    skipDuplicates: true,
    select: { side: true, item: true, kind: true, titles: true, dueOn: true },
  });
  // those that were let go when the case went back stand again
  await tx.caseTask.updateMany({
    where: {
      introductionId: held.id,
      item: { in: items.map((item) => itemId(name, item)) },
      status: "WAIVED",
      decidedById: null,
    },
    data: { status: "OPEN", decidedAt: null, ...UNTOLD, version: { increment: 1 }, updatedAt: now() },
  });
  for (const side of ["TALENT", "ENTERPRISE", "STAFF"] as const) {
    const first = firstOf(made, side);
    if (first)
      await tellTask(tx, system, held, {
        kind: "taskAssigned",
        side,
        task: first,
        dueOn: first.dueOn,
        key: `${held.id}:${name}:${side}`,
      });
  }
}

/** One word for a whole list: its first task. */
const firstOf = <T extends { side: CaseSide; dueOn: Date | null }>(
  made: T[],
  side: CaseSide,
): T | undefined =>
  made
    .filter((task) => task.side === side)
    .sort((a, b) => (a.dueOn?.getTime() ?? Infinity) - (b.dueOn?.getTime() ?? Infinity))[0];

/** Those that count from a milestone move with it; a day that an officer set stays. */
async function moveDueDates(tx: Tx, introductionId: string, milestones: Milestones) {
  const tasks = await tx.caseTask.findMany({
    where: { introductionId, status: pending, dueFrom: { not: null } },
    select: { id: true, dueOn: true, dueFrom: true, dueDays: true, createdAt: true },
    take: 200,
  });
  for (const task of tasks) {
    const was = task.dueOn && dayOf(task.dueOn);
    const anchor = { from: task.dueFrom!, days: task.dueDays ?? 0 };
    const due = movedDue(was, dueOf(anchor, milestones, dayAt(task.createdAt)), today());
    if (due === was) continue;
    await tx.caseTask.update({
      where: { id: task.id },
      data: { dueOn: due ? new Date(due) : null, ...UNTOLD, updatedAt: now(), version: { increment: 1 } },
      select: { id: true },
    });
  }
}

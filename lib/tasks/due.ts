import { dayAfter } from "#lib/days.ts";
import type { TaskMilestone, TaskStatus } from "#prisma/generated/enums.ts";

/** Days that are known of a case, YYYY-MM-DD. */
export type Milestones = Partial<Record<TaskMilestone, string>>;

/** Nobody is asked for something by yesterday, however late a list is laid out. */
export const LEAST_DAYS = 3;

/** When a task is due, or null while its milestone has no day. */
export function dueOf(
  { from, days }: { from: TaskMilestone; days: number },
  milestones: Milestones,
  madeOn: string,
): string | null {
  const milestone = milestones[from];
  if (!milestone) return null;
  const due = dayAfter(milestone, days);
  const least = dayAfter(madeOn, LEAST_DAYS);
  return due > least ? due : least;
}

/**
 * Where a due date goes when its milestone has moved to make it `due`: there, but no nearer than some days from today. One that is
 * nearer already, or past, stays. What somebody else recorded makes nobody late.
 */
export function movedDue(was: string | null, due: string | null, today: string): string | null {
  if (due === null || due === was) return due;
  const least = dayAfter(today, LEAST_DAYS);
  const floor = was !== null && due < was && was < least ? was : least;
  return due > floor ? due : floor;
}

export const REMIND_BEFORE = 3;
export const ESCALATE_AFTER = 1;
export const OFFICE_AFTER = 7;

export type Told = { remindedAt: boolean; dueToldAt: boolean; escalatedAt: boolean; officeToldAt: boolean };
export type Reminder = "soon" | "due" | "overdue" | "office";
const MARK = {
  soon: "remindedAt",
  due: "dueToldAt",
  overdue: "escalatedAt",
  office: "officeToldAt",
} as const satisfies Record<Reminder, keyof Told>;
const ORDER: readonly Reminder[] = ["soon", "due", "overdue", "office"];
export const markOf = (reminder: Reminder) => MARK[reminder];
/** What a reminder makes needless: the ones before it. */
export const upTo = (reminder: Reminder) => ORDER.slice(0, ORDER.indexOf(reminder) + 1).map(markOf);

type Waiting = Told & { status: TaskStatus; dueOn: string | null; madeOn: string };

/**
 * What has to be said of a task on a day, or null: before it is due, on the day, overdue to the case's officer, a week overdue to
 * the office. The strongest that is due; after days in which nothing ran the weaker ones are not made up for.
 */
export function reminderOf(task: Waiting, today: string): Reminder | null {
  const { dueOn, status, madeOn } = task;
  if (!dueOn || (status !== "OPEN" && status !== "RETURNED")) return null;
  const stage: Reminder | null =
    today >= dayAfter(dueOn, OFFICE_AFTER)
      ? "office"
      : today >= dayAfter(dueOn, ESCALATE_AFTER)
        ? "overdue"
        : today >= dueOn
          ? "due"
          : today >= dayAfter(dueOn, -REMIND_BEFORE) && today > madeOn
            ? "soon"
            : null;
  return stage && !task[MARK[stage]] ? stage : null;
}

import { dayAfter } from "#lib/days.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, FollowUpStatus } from "#prisma/generated/enums.ts";
import { ASK_AGAIN_AFTER, FOLLOW_UP_DAYS, MISSED_AFTER, OPEN_BEFORE, YEAR_DAY } from "./follow-up-schema.ts";
import { running } from "./policy.ts";

/**
 * Questions that are asked and can be answered: those of a running case; and of one that closed because the person stayed, the one
 * after a year. The rest of a case that was closed by hand waits, because its end may be taken back.
 */
export const stillAsked = {
  OR: [
    { introduction: { status: running } },
    { day: YEAR_DAY, introduction: { status: "CLOSED", outcome: "staying" } },
  ],
} as const satisfies Prisma.FollowUpWhereInput;

/** The day of the next question; after the last one the day on which what is unanswered counts as missed, and never a past day. */
export function questionDay(dueOns: readonly string[], today: string): string {
  const days = [...dueOns].sort();
  const last = days.at(-1);
  const over = last ? dayAfter(last, MISSED_AFTER) : today;
  return days.find((day) => day > today) ?? (over > today ? over : today);
}

type Asked = { status: FollowUpStatus; dueOn: string; remindedAt: string | null };

/** What the daily job has to do with a question on a day; each answer leads to a state in which the next is "nothing". */
export function dueStep({ status, dueOn, remindedAt }: Asked, today: string): "ask" | "miss" | "nothing" {
  if (status !== "DUE" || today < dueOn) return "nothing";
  if (remindedAt === null) return "ask";
  // one that was laid out late is asked once and still gets its weeks
  const askedAgain = remindedAt >= dayAfter(dueOn, ASK_AGAIN_AFTER);
  if (!askedAgain) return today >= dayAfter(remindedAt, ASK_AGAIN_AFTER) ? "ask" : "nothing";
  return today >= dayAfter(remindedAt, MISSED_AFTER - ASK_AGAIN_AFTER) ? "miss" : "nothing";
}

/** A question can be answered from a week before its day; also late, as long as nobody closed it. */
export const canAnswer = ({ status, dueOn }: { status: FollowUpStatus; dueOn: string }, today: string) =>
  status !== "ANSWERED" && today >= dayAfter(dueOn, -OPEN_BEFORE);

export type Answer = { day: number; side: CaseSide; status: FollowUpStatus; retained: boolean | null };

/** All that was asked before closing is answered or missed. */
export const isSettled = (rows: readonly Answer[]) => {
  const counted = rows.filter(({ day }) => (FOLLOW_UP_DAYS as readonly number[]).includes(day));
  return counted.length > 0 && counted.every(({ status }) => status !== "DUE");
};

export type Retention = "retained" | "left" | "unknown";

/** What the newest answers say; where the two sides differ on one day, a "no" is looked into rather than counted as a stay. */
export function retentionOf(rows: readonly Answer[]): Retention {
  const answered = rows.filter(({ status, retained }) => status === "ANSWERED" && retained !== null);
  if (answered.length === 0) return "unknown";
  const last = Math.max(...answered.map(({ day }) => day));
  return answered.every(({ day, retained }) => day !== last || retained) ? "retained" : "left";
}

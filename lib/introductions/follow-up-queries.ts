import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayOf } from "#lib/days.ts";
import type { Tx } from "#lib/db.ts";
import { answerableBy } from "./acting.ts";
import { canAnswer, stillAsked } from "./follow-up-policy.ts";
import type { FollowUpView } from "./follow-up-schema.ts";
import { sideOf } from "./policy.ts";

/** The follow-ups of a case that the caller found in scope, but for what will never be asked: a side reads its own, staff read both. */
export async function readFollowUps(tx: Tx, viewer: Viewer, introductionId: string): Promise<FollowUpView[]> {
  const rows = await tx.followUp.findMany({
    where: { introductionId, ...(isStaff(viewer) ? {} : { side: sideOf(viewer) }) },
    orderBy: [{ day: "asc" }, { side: "asc" }],
    select: {
      id: true,
      day: true,
      side: true,
      dueOn: true,
      status: true,
      retained: true,
      satisfaction: true,
      answers: true,
      answeredAt: true,
    },
    take: 20,
  });
  const asked = await tx.followUp.findMany({
    where: { introductionId, AND: [stillAsked, { introduction: answerableBy(viewer) }] },
    select: { id: true },
    take: 20,
  });
  const isAsked = ({ id }: { id: string }) => asked.some((one) => one.id === id);
  const shown = rows.filter((row) => row.status !== "DUE" || isAsked(row));
  return shown.map(({ answers, ...row }) => {
    const said = answers as { help?: string[]; words?: string; note?: string };
    const dueOn = dayOf(row.dueOn);
    return {
      ...row,
      help: said.help ?? [],
      words: said.words ?? "",
      note: isStaff(viewer) ? (said.note ?? "") : "",
      open: isAsked(row) && canAnswer({ status: row.status, dueOn }, today()),
    };
  });
}

import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { actableBy, actingSelect, holdCase } from "#lib/introductions/acting.ts";
import { forgetCases } from "#lib/introductions/forgetting.ts";
import { isRunning } from "#lib/introductions/policy.ts";
import { tellMeeting } from "./notices.ts";
import { callOff } from "./outcome-commands.ts";
import { meetingSelect } from "./store.ts";

const system = systemViewer("meetings");
const BATCH = 200;
const DAY = 86_400_000;

/** After the end of a case nothing of it lies ahead: calendars drop it and the times that it had taken are free. Idempotent. */
export async function followMeetings(introductionId: string): Promise<void> {
  await transaction(system, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Introduction" WHERE id = ${introductionId}::uuid FOR UPDATE`;
    const of = await tx.introduction.findUnique({ where: { id: introductionId }, select: actingSelect });
    if (!of || isRunning(of.status)) return;
    await tx.visit.updateMany({
      where: { introductionId, cancelledAt: null, endsOn: { gte: now() } },
      data: { cancelledAt: now(), version: { increment: 1 }, updatedAt: now() },
    });
    for (const meeting of await ahead(tx, introductionId)) await callOff(tx, system, of, meeting, "", true);
  });
}

const ahead = (tx: Tx, introductionId: string) =>
  tx.meeting.findMany({
    where: {
      introductionId,
      OR: [{ status: "PROPOSED" }, { status: "CONFIRMED", startsAt: { gt: now() } }],
    },
    select: { id: true, status: true, version: true },
    take: 200,
  });

/** Hourly: says once that a meeting is a day away. */
export async function remindOfMeetings(): Promise<void> {
  for (let after: string | undefined; ; ) {
    const rows = await db.meeting.findMany({
      where: { ...due(), id: { gt: after }, introduction: actableBy(system) },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, introductionId: true },
    });
    for (const row of rows) await remindOf(row.id, row.introductionId);
    after = rows.at(-1)?.id;
    if (rows.length < BATCH) return;
  }
}

const due = () =>
  ({
    status: "CONFIRMED",
    remindedAt: null,
    startsAt: { gt: now(), lte: new Date(now().getTime() + DAY) },
  }) as const;

async function remindOf(id: string, introductionId: string): Promise<void> {
  await transaction(system, async (tx) => {
    const held = await holdCase(tx, system, introductionId).catch(() => null);
    if (!held) return;
    const [meeting] = await tx.meeting.updateManyAndReturn({
      where: { id, ...due() },
      data: { remindedAt: now() },
      select: meetingSelect,
    });
    if (meeting) await tellMeeting(tx, system, held, meeting, "meetingReminder");
  });
}

/** Takes out of the meetings of a person who has erased themselves what was written about them; that they took place stays. */
export const forgetMeetings = (talentId: string): Promise<void> =>
  forgetCases(talentId, async (tx, introductionId) => {
    await tx.scorecard.deleteMany({ where: { meeting: { introductionId } } });
    await tx.meeting.updateMany({
      where: { introductionId },
      data: { title: "", place: "", url: "", note: "", reason: null },
    });
    await tx.visit.updateMany({ where: { introductionId }, data: { title: "", note: "", reason: null } });
  });

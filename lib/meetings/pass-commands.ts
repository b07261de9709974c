import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { holdCase } from "#lib/introductions/acting.ts";
import { readersOf } from "#lib/introductions/journey-notices.ts";
import type { JobData } from "#lib/jobs/names.ts";
import { tellMeeting } from "./notices.ts";
import { meetingSelect } from "./store.ts";

const system = systemViewer("meetings");

/**
 * After a case has gone from one officer to another: what is agreed on leaves the calendars of those who were told of it before and
 * comes into those of who is told from now on. Told once a change of the case, however often it runs.
 */
export async function passMeetings({ introductionId, ownerId, office, version }: JobData["meetings.passOn"]) {
  await transaction(system, async (tx) => {
    const held = await holdCase(tx, system, introductionId).catch(() => null);
    if (!held) return;
    const before = await readersOf(tx, { ...held, ownerId, office }, "STAFF");
    const after = await readersOf(tx, held, "STAFF");
    const leaving = before.filter((id) => !after.includes(id));
    const coming = after.filter((id) => !before.includes(id));
    if (leaving.length + coming.length === 0) return;
    // a calendar heeds only an entry that is newer than what it was told last
    const meetings = await tx.meeting.updateManyAndReturn({
      where: { introductionId, status: "CONFIRMED", startsAt: { gt: now() } },
      data: { sequence: { increment: 1 }, updatedAt: now() },
      select: meetingSelect,
    });
    for (const meeting of meetings) {
      await tellMeeting(tx, system, held, meeting, "meetingPassedOn", {
        calendar: "CANCEL",
        only: { to: leaving, by: "OTHER", occasion: version },
      });
      await tellMeeting(tx, system, held, meeting, "meetingPassedOn", {
        calendar: "REQUEST",
        only: { to: coming, by: "YOU", occasion: version },
      });
    }
  });
}

import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import { holdCase } from "#lib/introductions/acting.ts";
import { tellVisit } from "./notices.ts";
import { callOff } from "./outcome-commands.ts";
import { isHost } from "./policy.ts";
import { type CancelVisit, DAYS_AHEAD, VISIT_DAYS, type VisitInput } from "./schema.ts";
import { visitSelect } from "./store.ts";

const DAY = 86_400_000;

/** A stay in the other place, planned by staff or the enterprise; its parts are meetings that are added to it. */
export async function planVisit(
  viewer: Viewer,
  { introductionId, startsOn, endsOn, ...about }: VisitInput,
  key?: string,
): Promise<{ visitId: string }> {
  if (!isHost(viewer)) throw new NotFoundError();
  const fault = faultOf(startsOn, endsOn);
  if (fault) throw new InvalidError([fault]);
  return transaction(viewer, (tx) =>
    once(tx, `meetings.planVisit:${viewer.accountId}`, key, async () => {
      const held = await holdCase(tx, viewer, introductionId);
      const visit = await tx.visit.create({
        data: {
          ...about,
          introductionId,
          startsOn: new Date(startsOn),
          endsOn: new Date(endsOn),
          createdById: viewer.accountId,
          createdAt: now(),
          updatedAt: now(),
        },
        select: visitSelect,
      });
      await audit(tx, viewer, {
        action: "introduction.visitPlanned",
        record: ["introduction", introductionId],
        detail: { visit: visit.id, startsOn, endsOn },
      });
      await tellVisit(tx, viewer, held, visit, "visitPlanned");
      return { visitId: visit.id };
    }),
  );
}

function faultOf(startsOn: string, endsOn: string): { path: string; key: string } | null {
  if (startsOn < today()) return { path: "startsOn", key: "timeInPast" };
  if (Date.parse(startsOn) - Date.parse(today()) > DAYS_AHEAD * DAY)
    return { path: "startsOn", key: "timeTooFar" };
  if (Date.parse(endsOn) - Date.parse(startsOn) > VISIT_DAYS * DAY)
    return { path: "endsOn", key: "visitTooLong" };
  return null;
}

/** Calls a visit off with all its parts that have not begun. */
export async function cancelVisit(
  viewer: Viewer,
  { introductionId, visitId, version, reason }: CancelVisit,
): Promise<void> {
  if (!isHost(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    const [visit] = await tx.visit.updateManyAndReturn({
      where: { id: visitId, introductionId, version, cancelledAt: null },
      data: { cancelledAt: now(), reason, version: { increment: 1 }, updatedAt: now() },
      select: visitSelect,
    });
    if (!visit) throw new ConflictError("meetingMoved");
    const parts = await tx.meeting.findMany({
      where: {
        visitId,
        status: { in: ["PROPOSED", "CONFIRMED"] },
        OR: [{ startsAt: null }, { startsAt: { gt: now() } }],
      },
      select: { id: true, status: true, version: true },
      take: 100,
    });
    await audit(tx, viewer, {
      action: "introduction.visitCancelled",
      record: ["introduction", introductionId],
      detail: { visit: visitId, parts: parts.length },
      reason,
    });
    for (const part of parts) await callOff(tx, viewer, held, part, reason);
    await tellVisit(tx, viewer, held, visit, "visitCancelled");
  });
}

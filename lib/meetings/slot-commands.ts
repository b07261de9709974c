import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import { type ActingCase, holdCase } from "#lib/introductions/acting.ts";
import { running, sideOf } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { tellMeeting } from "./notices.ts";
import { isHost, isInterviewing } from "./policy.ts";
import { MOST_SLOTS, type OfferSlots, type TakeSlot } from "./schema.ts";
import { arrange, ensureFree, freeSlotOf, lockTimes, meetingSelect, passBall, remindedFor } from "./store.ts";
import { spanOf, spansOf } from "./times.ts";

/** The needs whose interview times a viewer keeps: staff all, an enterprise its own. */
const needsKeptBy = (viewer: Viewer): Prisma.NeedWhereInput =>
  isStaff(viewer)
    ? {}
    : viewer.role === "ENTERPRISE" && viewer.enterpriseId
      ? { enterpriseId: viewer.enterpriseId }
      : { id: { in: [] } };

/** Keeps times free for interviews of a need: each goes to whoever of its candidates takes it first. Returns how many are new. */
export async function offerSlots(
  viewer: Viewer,
  { needId, mode, place, url, minutes, suggested, times }: OfferSlots,
  key?: string,
): Promise<{ offered: number }> {
  if (!isHost(viewer)) throw new NotFoundError();
  const spans = spansOf({ suggested, times }, minutes, MOST_SLOTS).map(spanOf);
  return transaction(viewer, (tx) =>
    once(tx, `meetings.offerSlots:${viewer.accountId}`, key, async () => {
      const need = await tx.need.findFirst({
        where: { AND: [{ id: needId }, needsKeptBy(viewer)] },
        select: { enterpriseId: true },
      });
      if (!need) throw new NotFoundError();
      // the same time again, after it was taken back: it is free again as it is now described
      const again = await tx.interviewSlot.updateMany({
        where: { needId, OR: spans, meetingId: null, withdrawnAt: { not: null } },
        data: { withdrawnAt: null, mode, place, url },
      });
      const { count } = await tx.interviewSlot.createMany({
        data: spans.map((span) => ({
          ...span,
          needId,
          enterpriseId: need.enterpriseId,
          createdById: viewer.accountId,
          mode,
          place,
          url,
          createdAt: now(),
        })),
        skipDuplicates: true,
      });
      const offered = count + again.count;
      await audit(tx, viewer, {
        action: "need.interviewTimesOffered",
        record: ["need", needId],
        detail: { count: offered },
      });
      await tellCases(tx, needId);
      return { offered };
    }),
  );
}

/** Takes a time back that nobody has taken. */
export async function withdrawSlot(viewer: Viewer, { slotId }: { slotId: string }): Promise<void> {
  if (!isHost(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const slot = await tx.interviewSlot.findFirst({
      where: { id: slotId, need: needsKeptBy(viewer) },
      select: { needId: true, startsAt: true },
    });
    if (!slot) throw new NotFoundError();
    const { count } = await tx.interviewSlot.updateMany({
      where: { id: slotId, meetingId: null, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    if (count !== 1) throw new ConflictError("slotTakenMeanwhile");
    await audit(tx, viewer, {
      action: "need.interviewTimeWithdrawn",
      record: ["need", slot.needId],
      detail: { at: slot.startsAt.toISOString() },
    });
    await tellCases(tx, slot.needId);
  });
}

/**
 * Takes one of the need's free times for an interview, by the talent or by staff for them. Of two who want the last one at once, one
 * has it. Whoever has a time already changes to the new one, and the old one is free again.
 * @throws DomainError slotTaken, or caseNotInState once terms are accepted; InvalidError timeNotFree
 */
export async function takeSlot(viewer: Viewer, { introductionId, slotId }: TakeSlot): Promise<void> {
  if (viewer.role !== "TALENT" && !isStaff(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    if (!isInterviewing(held.status)) throw new DomainError("caseNotInState");
    await lockTimes(tx, held);
    const found = await tx.interviewSlot.findFirst({
      where: { id: slotId, needId: held.needId },
      select: {
        startsAt: true,
        endsAt: true,
        mode: true,
        place: true,
        url: true,
        meetingId: true,
        withdrawnAt: true,
      },
    });
    if (!found) throw new NotFoundError();
    const { meetingId, withdrawnAt, ...slot } = found;
    // before the officer's other meetings: of two cases of one officer, who comes second is to hear just this
    if (meetingId || withdrawnAt) throw new DomainError("slotTaken");
    const before = await slotMeetingOf(tx, held);
    await ensureFree(tx, held, [{ ...slot, path: "slotId" }], before?.id);
    if (before) await freeSlotOf(tx, before.id);
    const data = {
      ...slot,
      status: "CONFIRMED",
      remindedAt: remindedFor(slot.startsAt),
      updatedAt: now(),
    } as const;
    const meeting = before
      ? await tx.meeting.update({
          where: { id: before.id },
          data: { ...data, sequence: { increment: 1 }, version: { increment: 1 } },
          select: meetingSelect,
        })
      : await tx.meeting.create({
          data: {
            ...data,
            introductionId,
            kind: "interview",
            // called by its sort: of which need it is stands around it
            title: "",
            offeredBy: "ENTERPRISE",
            createdById: viewer.accountId,
            createdAt: now(),
          },
          select: meetingSelect,
        });
    const { count } = await tx.interviewSlot.updateMany({
      where: { id: slotId, needId: held.needId, meetingId: null, withdrawnAt: null, startsAt: { gt: now() } },
      data: { meetingId: meeting.id, takenAt: now() },
    });
    if (count !== 1) throw new DomainError("slotTaken");
    await audit(tx, viewer, {
      action: before ? "introduction.interviewTimeChanged" : "introduction.interviewTimeTaken",
      record: ["introduction", introductionId],
      detail: { meeting: meeting.id, at: slot.startsAt.toISOString(), by: sideOf(viewer) },
    });
    await arrange(tx, viewer, held);
    await passBall(tx, introductionId);
    await tellMeeting(tx, viewer, held, meeting, "meetingConfirmed", { calendar: "REQUEST", all: true });
    await tellCases(tx, held.needId);
  });
}

/** The coming interview of the case that has one of the need's times. */
const slotMeetingOf = (tx: Tx, held: ActingCase) =>
  tx.meeting.findFirst({
    where: {
      introductionId: held.id,
      status: "CONFIRMED",
      startsAt: { gt: now() },
      slot: { needId: held.needId },
    },
    select: { id: true },
  });

/** Open pages of the need's cases show which times are left. */
async function tellCases(tx: Tx, needId: string): Promise<void> {
  const cases = await tx.introduction.findMany({
    where: { needId, status: running },
    select: { id: true },
    take: 100,
  });
  for (const { id } of cases) await tell(tx, "case_changed", id);
}

import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { dayAt } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import { type ActingCase, holdCase } from "#lib/introductions/acting.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { tellMeeting } from "./notices.ts";
import { isHost, kindsFor, meetingRights, needsOther } from "./policy.ts";
import { type ChooseTime, MOST_OPTIONS, type ProposeMeeting, type Reschedule } from "./schema.ts";
import {
  actOn,
  arrange,
  ensureFree,
  findMeeting,
  freeSlotOf,
  lockTimes,
  meetingSelect,
  passBall,
  remindedFor,
} from "./store.ts";
import { type NamedSpan, spanOf, spansOf } from "./times.ts";

/** More than this in one case is a mistake. */
const MOST_OPEN = 30;

/**
 * Puts a meeting up with up to five times, for another side to choose from; or, as a fixed part of a visit, at its one time. Any side
 * of the case may.
 */
export async function proposeMeeting(
  viewer: Viewer,
  { introductionId, visitId, minutes, suggested, times, fixed, ...about }: ProposeMeeting,
  key?: string,
): Promise<{ meetingId: string }> {
  if (fixed && !isHost(viewer)) throw new NotFoundError();
  if (!kindsFor(viewer).includes(about.kind)) throw new InvalidError([{ path: "kind", key: "notAChoice" }]);
  const spans = spansOf({ suggested, times }, minutes, fixed ? 1 : MOST_OPTIONS);
  return transaction(viewer, (tx) =>
    once(tx, `meetings.propose:${viewer.accountId}`, key, async () => {
      const held = await holdCase(tx, viewer, introductionId);
      if (fixed && !visitId) throw new NotFoundError();
      if (visitId) await ensureWithin(tx, held, visitId, spans);
      await ensureFew(tx, held);
      if (fixed) await lockTimes(tx, held);
      // of times that are only offered, one that is taken already is a mistake that shows now and not when it is chosen
      await ensureFree(tx, held, spans);
      const meeting = await tx.meeting.create({
        data: {
          ...about,
          introductionId,
          visitId,
          status: fixed ? "CONFIRMED" : "PROPOSED",
          ...(fixed ? { ...spanOf(spans[0]!), remindedAt: remindedFor(spans[0]!.startsAt) } : {}),
          offeredBy: sideOf(viewer),
          createdById: viewer.accountId,
          createdAt: now(),
          updatedAt: now(),
          options: fixed ? undefined : { create: spans.map(spanOf) },
        },
        select: meetingSelect,
      });
      await audit(tx, viewer, {
        action: fixed ? "introduction.meetingFixed" : "introduction.meetingOffered",
        record: ["introduction", introductionId],
        detail: { meeting: meeting.id, kind: meeting.kind, times: spans.length },
      });
      if (fixed) {
        await arrange(tx, viewer, held);
        await tellMeeting(tx, viewer, held, meeting, "meetingConfirmed", { calendar: "REQUEST", all: true });
      } else {
        await passBall(tx, introductionId);
        await tellMeeting(tx, viewer, held, meeting, "meetingOffered");
      }
      return { meetingId: meeting.id };
    }),
  );
}

/**
 * A side that did not offer the times chooses one. From then on it stands in everybody's calendar; but where the other side has yet to
 * say that it suits them too (`needsOther`), it is the one time now put to them. Returns whether it is agreed.
 */
export async function chooseTime(
  viewer: Viewer,
  { introductionId, meetingId, version, optionId }: ChooseTime,
): Promise<{ confirmed: boolean }> {
  return transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    await lockTimes(tx, held);
    const meeting = await findMeeting(tx, viewer, introductionId, meetingId);
    if (!meetingRights(viewer, meeting, now()).choose) throw new ConflictError("meetingMoved");
    const option = await tx.meetingOption.findFirst({
      where: { id: optionId, meetingId },
      select: { startsAt: true, endsAt: true },
    });
    if (!option) throw new ConflictError("meetingMoved");
    if (option.startsAt <= now()) throw new DomainError("timeInPast");
    await ensureFree(tx, held, [{ ...option, path: "optionId" }], meetingId);
    const ref = { introductionId, meetingId, version };
    const confirmed = !needsOther(viewer, meeting);
    const chosen = confirmed
      ? await actOn(tx, "choose", ref, {
          ...option,
          reason: null,
          remindedAt: remindedFor(option.startsAt),
          sequence: { increment: 1 },
        })
      : await actOn(tx, "agree", ref, { offeredBy: sideOf(viewer) });
    if (!confirmed) await tx.meetingOption.deleteMany({ where: { meetingId, id: { not: optionId } } });
    await audit(tx, viewer, {
      action: confirmed ? "introduction.meetingConfirmed" : "introduction.meetingAgreed",
      record: ["introduction", introductionId],
      detail: { meeting: meetingId, at: option.startsAt.toISOString() },
    });
    if (confirmed) await arrange(tx, viewer, held);
    await passBall(tx, introductionId);
    if (confirmed)
      await tellMeeting(tx, viewer, held, chosen, "meetingConfirmed", { calendar: "REQUEST", all: true });
    else await tellMeeting(tx, viewer, held, { ...chosen, ...option }, "meetingAgreed");
    return { confirmed };
  });
}

/**
 * New times instead of the agreed or offered ones, with a reason. Calendars drop what was agreed on; the entry comes back under the
 * same number when a new time is chosen.
 */
export async function rescheduleMeeting(
  viewer: Viewer,
  { introductionId, meetingId, version, minutes, suggested, times, reason }: Reschedule,
): Promise<void> {
  const spans = spansOf({ suggested, times }, minutes, MOST_OPTIONS);
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    await lockTimes(tx, held);
    const before = await findMeeting(tx, viewer, introductionId, meetingId);
    if (!meetingRights(viewer, before, now()).reschedule) throw new ConflictError("meetingMoved");
    if (before.visitId) await ensureWithin(tx, held, before.visitId, spans);
    await ensureFree(tx, held, spans, meetingId);
    const moved = await actOn(
      tx,
      "reschedule",
      { introductionId, meetingId, version },
      {
        startsAt: null,
        endsAt: null,
        offeredBy: sideOf(viewer),
        noShow: null,
        recordedBy: null,
        reason,
        remindedAt: null,
        sequence: { increment: 1 },
      },
    );
    await tx.meetingOption.deleteMany({ where: { meetingId } });
    await tx.meetingOption.createMany({ data: spans.map((span) => ({ meetingId, ...spanOf(span) })) });
    await freeSlotOf(tx, meetingId);
    await passBall(tx, introductionId);
    await audit(tx, viewer, {
      action: "introduction.meetingRescheduled",
      record: ["introduction", introductionId],
      detail: { meeting: meetingId, times: spans.length },
      reason,
    });
    const { startsAt, endsAt } = before;
    await tellMeeting(tx, viewer, held, { ...moved, startsAt, endsAt }, "meetingChanged", {
      calendar: before.status === "CONFIRMED" ? "CANCEL" : undefined,
      all: before.status === "CONFIRMED",
    });
  });
}

/** Parts of a visit lie within its days. @throws NotFoundError when it is not of this case or was cancelled; InvalidError */
async function ensureWithin(
  tx: Tx,
  held: ActingCase,
  visitId: string,
  spans: readonly NamedSpan[],
): Promise<void> {
  const visit = await tx.visit.findFirst({
    where: { id: visitId, introductionId: held.id, cancelledAt: null },
    select: { startsOn: true, endsOn: true },
  });
  if (!visit) throw new NotFoundError();
  const [first, last] = [visit.startsOn, visit.endsOn].map((day) => day.toISOString().slice(0, 10));
  const outside = spans.filter(({ startsAt, endsAt }) => dayAt(startsAt) < first! || dayAt(endsAt) > last!);
  if (outside.length > 0) throw new InvalidError(outside.map(({ path }) => ({ path, key: "outsideVisit" })));
}

async function ensureFew(tx: Tx, held: ActingCase): Promise<void> {
  const open = await tx.meeting.count({
    where: { introductionId: held.id, status: { in: ["PROPOSED", "CONFIRMED"] } },
  });
  if (open >= MOST_OPEN) throw new DomainError("tooManyMeetings", { maximum: MOST_OPEN });
}

import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, InvalidError } from "#lib/errors.ts";
import { type ActingCase, holdCase } from "#lib/introductions/acting.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { tellMeeting } from "./notices.ts";
import { MISSED_AFTER_MINUTES, meetingRights, missable } from "./policy.ts";
import type { CancelMeeting, OutcomeInput } from "./schema.ts";
import { actOn, findMeeting, freeSlotOf, type MeetingRow, passBall } from "./store.ts";

/** Calls a meeting off, with a reason that all sides read; the free time that it had taken is free again. */
export async function cancelMeeting(
  viewer: Viewer,
  { introductionId, meetingId, version, reason }: CancelMeeting,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    const meeting = await findMeeting(tx, viewer, introductionId, meetingId);
    if (!meetingRights(viewer, meeting, now()).cancel) throw new ConflictError("meetingMoved");
    await callOff(tx, viewer, held, { ...meeting, version }, reason);
  });
}

/** Calls one meeting off and has calendars drop it. `ended`: because its case did. */
export async function callOff(
  tx: Tx,
  viewer: Viewer,
  of: ActingCase,
  { id: meetingId, status, version }: Pick<MeetingRow, "id" | "status" | "version">,
  reason: string,
  ended = false,
): Promise<void> {
  const cancelled = await actOn(
    tx,
    "cancel",
    { introductionId: of.id, meetingId, version },
    { reason: reason || null, sequence: { increment: 1 } },
  );
  await freeSlotOf(tx, meetingId);
  await passBall(tx, of.id);
  await audit(tx, viewer, {
    action: "introduction.meetingCancelled",
    record: ["introduction", of.id],
    detail: { meeting: meetingId },
    reason: reason || undefined,
  });
  const confirmed = status === "CONFIRMED";
  await tellMeeting(tx, viewer, of, cancelled, "meetingCancelled", {
    calendar: confirmed ? "CANCEL" : undefined,
    all: confirmed,
    ended,
  });
}

/**
 * Says after its beginning whether a meeting took place; if not, who was missing and what is known of the reason. It stands as the
 * word of the side that says it.
 */
export async function recordMeeting(
  viewer: Viewer,
  { introductionId, meetingId, version, outcome, noShow, reason }: OutcomeInput,
): Promise<void> {
  const missing = [
    ...(outcome === "no_show" && !noShow ? [{ path: "noShow", key: "required" }] : []),
    ...(outcome === "no_show" && !reason ? [{ path: "reason", key: "required" }] : []),
  ];
  if (missing.length > 0) throw new InvalidError(missing);
  await transaction(viewer, async (tx) => {
    const held = await holdCase(tx, viewer, introductionId);
    const meeting = await findMeeting(tx, viewer, introductionId, meetingId);
    if (!meetingRights(viewer, meeting, now()).record) throw new ConflictError("meetingMoved");
    if (outcome === "no_show" && !missable(meeting, now()))
      throw new InvalidError([
        { path: "outcome", key: "missedTooEarly", params: { minutes: MISSED_AFTER_MINUTES } },
      ]);
    const ref = { introductionId, meetingId, version };
    const recordedBy = sideOf(viewer);
    const recorded =
      outcome === "held"
        ? await actOn(tx, "held", ref, { recordedBy, reason: null })
        : await actOn(tx, "noShow", ref, { recordedBy, noShow, reason });
    await audit(tx, viewer, {
      action: outcome === "held" ? "introduction.meetingHeld" : "introduction.meetingMissed",
      record: ["introduction", introductionId],
      detail: { meeting: meetingId, ...(outcome === "no_show" ? { missing: noShow ?? "" } : {}) },
      reason: outcome === "no_show" ? reason : undefined,
    });
    if (outcome === "held") return tell(tx, "case_changed", introductionId);
    await passBall(tx, introductionId);
    await tellMeeting(tx, viewer, held, recorded, "meetingMissed");
  });
}

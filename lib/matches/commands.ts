import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { recordDisclosure } from "#lib/consents/disclosures.ts";
import { transaction } from "#lib/db.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { assertPossible, move, refusal } from "./move.ts";
import { tellTalent } from "./notices.ts";
import { canReview, UNDO_MS } from "./policy.ts";
import type { Decision } from "./schema.ts";

const forReview = (viewer: Viewer) => {
  if (!canReview(viewer)) throw new NotFoundError();
};

/** Takes a waiting match up: its reviewer and the time are noted, and the talent can read that this office saw the profile. */
export async function startReview(viewer: Viewer, matchId: string): Promise<void> {
  forReview(viewer);
  await transaction(viewer, async (tx) => {
    const match = await tx.match.findUnique({
      where: { id: matchId },
      select: { talentId: true, status: true },
    });
    if (!match) throw new NotFoundError();
    const { talentId } = match;
    await recordDisclosure(tx, viewer, {
      talentId,
      categories: ["profile"],
      purpose: "matchReview",
      matchId,
    });
    // the version stays: it is not a decision, and the page that started the review goes on to decide with what it shows
    const { count } = await tx.match.updateMany({
      where: { id: matchId, status: "SUGGESTED" },
      data: { status: "IN_REVIEW", assigneeId: viewer.accountId, updatedAt: now() },
    });
    if (count === 1) await audit(tx, viewer, { action: "match.reviewStarted", record: ["match", matchId] });
  });
}

const decided = (viewer: Viewer, decision: Decision) => ({
  assigneeId: viewer.accountId,
  decidedById: viewer.accountId,
  decidedOffice: viewer.office,
  decidedAt: now(),
  reasonCode: decision.reasonCode ?? null,
  reason: decision.reason?.trim() || null,
});

const reasonOf = (decision: Decision) => decision.reason?.trim() || decision.reasonCode || undefined;

function assertReason(decision: Decision) {
  if (!reasonOf(decision)) throw new InvalidError([{ path: "reasonCode", key: "reasonNeeded" }]);
}

/**
 * A named person approves, with a reason. The talent is invited ten seconds later, unless it is undone.
 * @throws ConflictError when somebody else decided or the match was computed anew; DomainError matchNotPossible
 */
export async function approveMatch(
  viewer: Viewer,
  matchId: string,
  decision: Decision,
): Promise<{ notifyAt: Date }> {
  forReview(viewer);
  assertReason(decision);
  return transaction(viewer, async (tx) => {
    const notifyAt = new Date(now().getTime() + UNDO_MS);
    const where = { id: matchId, version: decision.version };
    const moved = await move(tx, "approve", where, { ...decided(viewer, decision), notifyAt });
    if (!moved) throw await refusal(tx, { id: matchId });
    await assertPossible(tx, moved);
    const detail = {
      needId: moved.needId,
      talentId: moved.talentId,
      reasonCode: decision.reasonCode ?? null,
    };
    await audit(tx, viewer, {
      action: "match.approved",
      record: ["match", matchId],
      reason: reasonOf(decision),
      detail,
    });
    await enqueue(tx, "matches.inviteTalent", { matchId }, { startAfter: notifyAt });
    return { notifyAt };
  });
}

/** Takes an approval back within the ten seconds before anyone is told; only who approved may. */
export async function undoApproval(viewer: Viewer, matchId: string): Promise<void> {
  forReview(viewer);
  await transaction(viewer, async (tx) => {
    const mine = { id: matchId, decidedById: viewer.accountId };
    const moved = await move(
      tx,
      "undoApproval",
      { ...mine, notifyAt: { gt: now() } },
      {
        decidedById: null,
        decidedOffice: null,
        decidedAt: null,
        reasonCode: null,
        reason: null,
        notifyAt: null,
      },
    );
    if (!moved)
      throw (await refusal(tx, mine)) instanceof NotFoundError
        ? new NotFoundError()
        : new ConflictError("undoTooLate");
    await audit(tx, viewer, { action: "match.approvalUndone", record: ["match", matchId] });
  });
}

/** A named person rejects, with a reason. A talent who had asked for the need gets an answer. */
export async function rejectMatch(viewer: Viewer, matchId: string, decision: Decision): Promise<void> {
  forReview(viewer);
  assertReason(decision);
  await transaction(viewer, async (tx) => {
    const where = { id: matchId, version: decision.version };
    const moved = await move(tx, "reject", where, decided(viewer, decision));
    if (!moved) throw await refusal(tx, { id: matchId });
    const detail = {
      needId: moved.needId,
      talentId: moved.talentId,
      reasonCode: decision.reasonCode ?? null,
    };
    await audit(tx, viewer, {
      action: "match.rejected",
      record: ["match", matchId],
      reason: reasonOf(decision),
      detail,
    });
    if (moved.origin === "INTEREST")
      await tellTalent(tx, moved, "notTakenUp", { path: "/talent/needs?show=interest" });
  });
}

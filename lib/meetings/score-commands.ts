import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { holdCase } from "#lib/introductions/acting.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { meetingRights } from "./policy.ts";
import type { EvidenceInput, OpinionInput } from "./schema.ts";
import { findMeeting } from "./store.ts";

/** What was seen in a meeting for each requirement, before anybody says what they think. It can be corrected until they have. */
export async function saveEvidence(
  viewer: Viewer,
  { introductionId, meetingId, items }: EvidenceInput,
): Promise<void> {
  const issues = items.flatMap(({ seen, mark }, index) =>
    seen && !mark
      ? [{ path: `items[${index}].mark`, key: "markNeeded" }]
      : mark && !seen
        ? [{ path: `items[${index}].seen`, key: "evidenceNeeded" }]
        : [],
  );
  if (issues.length === 0 && items.every(({ seen }) => !seen))
    issues.push({ path: "items[0].seen", key: "evidenceNeeded" });
  if (issues.length > 0) throw new InvalidError(issues);
  await transaction(viewer, async (tx) => {
    const authorId = await heldToScore(tx, viewer, introductionId, meetingId);
    const evidence = { evidence: items, evidenceAt: now() };
    const { count } = await tx.scorecard.createMany({
      data: [{ meetingId, authorId, side: sideOf(viewer), ...evidence }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const changed = await tx.scorecard.updateMany({
        where: { meetingId, authorId, opinionAt: null },
        data: evidence,
      });
      if (changed.count !== 1) throw new ConflictError("scoreStands");
    }
    await audit(tx, viewer, {
      action: "introduction.meetingEvidenceNoted",
      record: ["introduction", introductionId],
      detail: { meeting: meetingId },
    });
    await tell(tx, "case_changed", introductionId);
  });
}

/** The opinion, once, after the evidence; from then on neither changes. What it says is not in the trail, which more people read. */
export async function giveOpinion(
  viewer: Viewer,
  { introductionId, meetingId, opinion, summary }: OpinionInput,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const authorId = await heldToScore(tx, viewer, introductionId, meetingId);
    const { count } = await tx.scorecard.updateMany({
      where: { meetingId, authorId, opinionAt: null },
      data: { opinion, summary, opinionAt: now() },
    });
    if (count !== 1) {
      const stands = await tx.scorecard.findFirst({ where: { meetingId, authorId }, select: { id: true } });
      throw new ConflictError(stands ? "scoreStands" : "evidenceFirst");
    }
    await audit(tx, viewer, {
      action: "introduction.meetingOpinionGiven",
      record: ["introduction", introductionId],
      detail: { meeting: meetingId },
    });
    await tell(tx, "case_changed", introductionId);
  });
}

async function heldToScore(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  meetingId: string,
): Promise<string> {
  await holdCase(tx, viewer, introductionId);
  const meeting = await findMeeting(tx, viewer, introductionId, meetingId);
  if (!viewer.accountId || !meetingRights(viewer, meeting, now()).score) throw new NotFoundError();
  return viewer.accountId;
}

import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus } from "#prisma/generated/enums.ts";
import { type CaseMove, casesOpenTo, fromOf, sideOf, TRANSITIONS } from "./policy.ts";

const movedSelect = {
  id: true,
  code: true,
  matchId: true,
  needId: true,
  talentId: true,
  enterpriseId: true,
  office: true,
  ownerId: true,
  status: true,
  version: true,
} as const satisfies Prisma.IntroductionSelect;
export type MovedCase = Prisma.IntroductionGetPayload<{ select: typeof movedSelect }>;

type Change = Prisma.IntroductionUncheckedUpdateManyInput;

/** Opens a stage's row and closes the one before it. */
export async function enterStage(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  status: IntroductionStatus,
  reason?: string,
) {
  await tx.introductionStage.updateMany({
    where: { introductionId, leftAt: null },
    data: { leftAt: now() },
  });
  await tx.introductionStage.create({
    data: {
      introductionId,
      status,
      enteredAt: now(),
      actorId: viewer.accountId,
      side: sideOf(viewer),
      office: viewer.office,
      reason: reason ?? null,
    },
  });
}

/**
 * The one write of a case's status: stage, audit event and word to open pages in the same transaction. `version` where the
 * caller saw a version. A case out of scope looks missing; one that moved meanwhile is a conflict.
 */
export async function moveCase(
  tx: Tx,
  viewer: Viewer,
  name: CaseMove,
  about: { id: string; version?: number },
  { reason, data = {} }: { reason?: string; data?: Change } = {},
): Promise<MovedCase> {
  const mine: Prisma.IntroductionWhereInput = { AND: [{ id: about.id }, casesOpenTo(viewer)] };
  const [moved] = await tx.introduction.updateManyAndReturn({
    where: {
      AND: [
        mine,
        { status: fromOf(name), ...(about.version === undefined ? {} : { version: about.version }) },
      ],
    },
    data: {
      ...data,
      status: TRANSITIONS[name].to,
      statusSince: now(),
      version: { increment: 1 },
      updatedAt: now(),
    },
    select: movedSelect,
  });
  if (!moved)
    throw (await tx.introduction.findFirst({ where: mine, select: { id: true } }))
      ? new ConflictError()
      : new NotFoundError();
  await enterStage(tx, viewer, moved.id, moved.status, reason);
  await audit(tx, viewer, {
    action: `introduction.${EVENTS[name]}`,
    record: ["introduction", moved.id],
    reason,
    detail: { matchId: moved.matchId, needId: moved.needId, talentId: moved.talentId },
  });
  await tell(tx, "case_changed", moved.id);
  return moved;
}

const EVENTS = {
  acknowledge: "acknowledged",
  arrangeMeeting: "meetingArranged",
  makeOffer: "offered",
  reopenTalks: "talksReopened",
  acceptOffer: "accepted",
  land: "landed",
  beginFollowUp: "followUpBegun",
  close: "closed",
  endAsNoFit: "noFit",
  withdraw: "withdrawn",
} as const satisfies Record<CaseMove, string>;

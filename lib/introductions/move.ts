import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus } from "#prisma/generated/enums.ts";
import {
  BALL_AT_FIRST,
  type CaseMove,
  casesOpenTo,
  fromOf,
  isRunning,
  mayMove,
  normDue,
  sideOf,
  TRANSITIONS,
} from "./policy.ts";

export const movedSelect = {
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

type How = {
  reason?: string;
  data?: Change;
  /** the cases that this viewer may move, where that is fewer than they may open */
  scope?: Prisma.IntroductionWhereInput;
  /** where `before` leads in this case */
  to?: IntroductionStatus;
};

/**
 * The one write of a case's status: stage, audit event and word to open pages in the same transaction. `version` where the
 * caller saw a version. A case out of scope looks missing; one that moved meanwhile is a conflict. A new stage has a due date
 * and says who has the ball, also where the caller does not.
 */
export async function moveCase(
  tx: Tx,
  viewer: Viewer,
  name: CaseMove,
  about: { id: string; version?: number },
  { reason, data = {}, scope = {}, to = targetOf(name) }: How = {},
): Promise<MovedCase> {
  if (!mayMove(name, viewer)) throw new NotFoundError();
  const mine: Prisma.IntroductionWhereInput = { AND: [{ id: about.id }, casesOpenTo(viewer)] };
  const version = about.version === undefined ? {} : { version: about.version };
  const [moved] = await tx.introduction.updateManyAndReturn({
    where: { AND: [mine, scope, { status: fromOf(name), ...version }] },
    data: {
      ...begun(to),
      ...data,
      dueOn: data.dueOn ?? normDue(to, today()),
      status: to,
      statusSince: now(),
      version: { increment: 1 },
      updatedAt: now(),
    },
    select: movedSelect,
  });
  if (!moved) throw await whyNot(tx, mine, scope);
  await enterStage(tx, viewer, moved.id, moved.status, reason);
  await audit(tx, viewer, {
    action: `introduction.${EVENTS[name]}`,
    record: ["introduction", moved.id],
    reason,
    detail: { matchId: moved.matchId, needId: moved.needId, talentId: moved.talentId },
  });
  await tell(tx, "case_changed", moved.id);
  // checklists and their dates go with the stage
  await enqueue(tx, "tasks.followCase", { introductionId: moved.id }, { key: moved.id });
  // and what was agreed on ends with the case
  if (!isRunning(to))
    await enqueue(tx, "meetings.followCase", { introductionId: moved.id }, { key: moved.id });
  return moved;
}

const targetOf = (name: CaseMove): IntroductionStatus => {
  const { to } = TRANSITIONS[name];
  if (to === "before") throw new Error(`${name} needs to be told where to`);
  return to;
};

/** What a stage begins with; an end keeps no step, no ball in the air and no handover. */
const begun = (to: IntroductionStatus): Change =>
  isRunning(to)
    ? { nextStep: "", ball: BALL_AT_FIRST[to], outcome: null, closeReason: null, closedAt: null }
    : { nextStep: "", closedAt: now(), ...NO_HAND_OVER };

/** Nothing waits for the other office's answer. */
export const NO_HAND_OVER = {
  handOverTo: null,
  handOverById: null,
  handOverNote: null,
  handOverAt: null,
} as const satisfies Change;

/** Why a conditional write found no row: not there or not theirs, at the other office, or changed meanwhile. */
export async function whyNot(
  tx: Tx,
  mine: Prisma.IntroductionWhereInput,
  scope: Prisma.IntroductionWhereInput,
): Promise<DomainError> {
  const find = (where: Prisma.IntroductionWhereInput) =>
    tx.introduction.findFirst({ where, select: { id: true } });
  if (!(await find(mine))) return new NotFoundError();
  return (await find({ AND: [mine, scope] }))
    ? new ConflictError("caseConflict")
    : new DomainError("caseAtOtherOffice");
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
  takeBack: "takenBack",
} as const satisfies Record<CaseMove, string>;

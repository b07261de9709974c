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
  running,
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

/** A stay in a stage. */
export type StageRef = { id: string; status: IntroductionStatus; enteredAt: Date };
/** As they followed each other; of two that began in the same moment the first was left at once. */
export const stageOrder: Prisma.IntroductionStageOrderByWithRelationInput[] = [
  { enteredAt: "asc" },
  { leftAt: { sort: "asc", nulls: "last" } },
];
const stageRef = { id: true, status: true, enteredAt: true } as const;

/** Opens a stage's row and closes the one before it. */
export async function enterStage(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  status: IntroductionStatus,
  reason?: string,
): Promise<StageRef> {
  const time = now();
  await tx.introductionStage.updateMany({
    where: { introductionId, leftAt: null },
    data: { leftAt: time },
  });
  return tx.introductionStage.create({
    data: {
      introductionId,
      status,
      enteredAt: time,
      actorId: viewer.accountId,
      side: sideOf(viewer),
      office: viewer.office,
      reason: reason ?? null,
    },
    select: stageRef,
  });
}

/**
 * Marks the present stage as a mistake, with the reason why, and goes on with the stay before it as if it had never ended.
 * Returns the stage that was undone.
 */
async function undoStage(tx: Tx, introductionId: string, back: StageRef, reason?: string): Promise<StageRef> {
  const present = { introductionId, leftAt: null };
  const { id } = await tx.introductionStage.findFirstOrThrow({ where: present, select: { id: true } });
  const time = now();
  const undone = await tx.introductionStage.update({
    where: { id },
    data: { leftAt: time, undoneAt: time, reason },
    select: stageRef,
  });
  await tx.introductionStage.update({ where: { id: back.id }, data: { leftAt: null }, select: { id: true } });
  return undone;
}

type How = {
  reason?: string;
  data?: Change;
  /** the cases that this viewer may move, where that is fewer than they may open */
  scope?: Prisma.IntroductionWhereInput;
  /** the stay that `before` leads back to in this case */
  back?: StageRef;
};
/** `stage`: the stay that the move began, or took back. */
export type Moved = MovedCase & { stage: StageRef };

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
  { reason, data = {}, scope = {}, back }: How = {},
): Promise<Moved> {
  if (!mayMove(name, viewer)) throw new NotFoundError();
  const to = back?.status ?? targetOf(name);
  const mine: Prisma.IntroductionWhereInput = { AND: [{ id: about.id }, casesOpenTo(viewer)] };
  const version = about.version === undefined ? {} : { version: about.version };
  const [moved] = await tx.introduction.updateManyAndReturn({
    where: { AND: [mine, scope, { status: fromOf(name), ...version }] },
    data: {
      ...begun(to),
      ...data,
      dueOn: data.dueOn ?? normDue(to, today()),
      status: to,
      statusSince: back?.enteredAt ?? now(),
      version: { increment: 1 },
      updatedAt: now(),
    },
    select: movedSelect,
  });
  if (!moved) throw await whyNot(tx, mine, scope);
  const stage = back
    ? await undoStage(tx, moved.id, back, reason)
    : await enterStage(tx, viewer, moved.id, moved.status, reason);
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
  return { ...moved, stage };
}

/** Another officer has the case than before: what was agreed on goes with it. */
export const passMeetings = (
  tx: Tx,
  { id, version }: MovedCase,
  { ownerId, office }: Pick<MovedCase, "ownerId" | "office">,
) => enqueue(tx, "meetings.passOn", { introductionId: id, ownerId, office, version });

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

/** Why a conditional write found no row: not there or not theirs, at the other office, ended, or changed meanwhile. */
export async function whyNot(
  tx: Tx,
  mine: Prisma.IntroductionWhereInput,
  scope: Prisma.IntroductionWhereInput,
): Promise<DomainError> {
  const find = (where: Prisma.IntroductionWhereInput) =>
    tx.introduction.findFirst({ where, select: { id: true } });
  if (!(await find(mine))) return new NotFoundError();
  if (!(await find({ AND: [mine, scope] }))) return new DomainError("caseAtOtherOffice");
  return (await find({ AND: [mine, { status: running }] }))
    ? new ConflictError("caseConflict")
    : new DomainError("caseOver");
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

import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { consented } from "./acting.ts";
import { tellMoved, unsayMoved } from "./case-notices.ts";
import type { MoveInput, Seen, StepInput } from "./case-schema.ts";
import { awaitQuestion } from "./follow-up-commands.ts";
import {
  type MovedCase,
  moveCase,
  movedSelect,
  passMeetings,
  type StageRef,
  stageOrder,
  whyNot,
} from "./move.ts";
import { cameFrom, casesOpenTo, isRunning, keptBy, mayReturnTo, running } from "./policy.ts";

const DAY = 86_400_000;

/** An officer of the case's office moves it on or back by hand. */
export async function moveByHand(viewer: Viewer, input: MoveInput): Promise<MovedCase> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    const { introductionId: id, version, move, reason } = input;
    const back = move === "takeBack" ? await stageBefore(tx, id) : undefined;
    const moved = await moveCase(
      tx,
      viewer,
      move,
      { id, version },
      { reason: reason || undefined, back, scope: keptBy(viewer) },
    );
    await takeUnowned(tx, viewer, moved);
    if (back) {
      await awaitQuestion(tx, moved.id);
      await unsayMoved(tx, viewer, moved);
    } else await tellMoved(tx, viewer, moved, ["TALENT", "ENTERPRISE"]);
    return moved;
  });
}

/** Whoever acts first in a case that nobody has, has it. */
async function takeUnowned(tx: Tx, viewer: Viewer, of: MovedCase) {
  const { id, ownerId } = of;
  if (ownerId || viewer.role !== "OFFICER") return;
  await tx.introduction.updateMany({ where: { id, ownerId: null }, data: { ownerId: viewer.accountId } });
  await passMeetings(tx, of, of);
  await audit(tx, viewer, { action: "introduction.assigned", record: ["introduction", id] });
}

/** The stage that a mistaken move came from. @throws DomainError caseMoveTooLate where it may not go back */
async function stageBefore(tx: Tx, introductionId: string): Promise<StageRef> {
  const found = await tx.introduction.findUnique({
    where: { id: introductionId },
    select: {
      status: true,
      statusSince: true,
      stages: {
        orderBy: stageOrder,
        select: { id: true, status: true, enteredAt: true, undoneAt: true },
      },
    },
  });
  if (!found) throw new NotFoundError();
  const before = cameFrom(found.stages, found.status);
  const days = (now().getTime() - found.statusSince.getTime()) / DAY;
  if (!before || !mayReturnTo(found.status, before.status, days)) throw new DomainError("caseMoveTooLate");
  // what ended with a consent stays ended
  if (
    !isRunning(found.status) &&
    !(await tx.introduction.count({ where: { AND: [{ id: introductionId }, consented] } }))
  )
    throw new DomainError("caseMoveTooLate");
  return before;
}

/** What comes next, who has the ball and by when: read by all sides. A day later than the one before has a reason, which staff read. */
export async function setNextStep(viewer: Viewer, input: StepInput): Promise<void> {
  if (input.dueOn < today()) throw new InvalidError([{ path: "dueOn", key: "dueInPast" }]);
  await transaction(viewer, async (tx) => {
    const { introductionId: id, nextStep, ball, dueOn, reason } = input;
    const before = await tx.introduction.findUnique({ where: { id }, select: { dueOn: true } });
    const changed = await changeKept(tx, viewer, input, { nextStep, ball, dueOn: new Date(dueOn) });
    const due = before?.dueOn?.toISOString().slice(0, 10);
    const later = due !== undefined && dueOn > due;
    if (later && !reason) throw new InvalidError([{ path: "reason", key: "dueLaterReason" }]);
    await takeUnowned(tx, viewer, changed);
    await audit(tx, viewer, {
      action: "introduction.stepSet",
      record: ["introduction", changed.id],
      reason: nextStep,
      detail: { ball, dueOn },
    });
    if (reason)
      await audit(tx, viewer, {
        action: "introduction.dateExplained",
        record: ["introduction", changed.id],
        reason,
        detail: { from: due ?? null, to: dueOn },
      });
  });
}

/** A conditional write of a running case that leaves its stage as it is, by staff of its office or of `scope`. */
export async function changeKept(
  tx: Tx,
  viewer: Viewer,
  { introductionId: id, version }: Seen,
  data: Prisma.IntroductionUncheckedUpdateManyInput,
  scope: Prisma.IntroductionWhereInput = keptBy(viewer),
): Promise<MovedCase> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const mine: Prisma.IntroductionWhereInput = { AND: [{ id }, casesOpenTo(viewer)] };
  const [changed] = await tx.introduction.updateManyAndReturn({
    where: { AND: [mine, scope, { status: running, version }] },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
    select: movedSelect,
  });
  if (!changed) throw await whyNot(tx, mine, scope);
  await tell(tx, "case_changed", id);
  return changed;
}

import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus } from "#prisma/generated/enums.ts";
import { consented } from "./acting.ts";
import { tellMoved, unsayMoved } from "./case-notices.ts";
import type { MoveInput, Seen, StepInput } from "./case-schema.ts";
import { awaitQuestion } from "./follow-up-commands.ts";
import { type MovedCase, moveCase, movedSelect, whyNot } from "./move.ts";
import { casesOpenTo, isRunning, keptBy, mayReturnTo, running } from "./policy.ts";

const DAY = 86_400_000;

/** An officer of the case's office moves it on or back by hand. The first move is the workstation's first response. */
export async function moveByHand(viewer: Viewer, input: MoveInput): Promise<MovedCase> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    const { introductionId: id, version, move, reason } = input;
    const to = move === "takeBack" ? await stageBefore(tx, id) : undefined;
    const moved = await moveCase(
      tx,
      viewer,
      move,
      { id, version },
      { reason: reason || undefined, to, scope: keptBy(viewer) },
    );
    await takeUnowned(tx, viewer, moved);
    if (move === "takeBack") {
      await awaitQuestion(tx, moved.id);
      await unsayMoved(tx, moved);
    } else {
      await noteResponse(tx, moved.id);
      await tellMoved(tx, viewer, moved, ["TALENT", "ENTERPRISE"]);
    }
    return moved;
  });
}

/** Whoever acts first in a case that nobody has, has it. */
async function takeUnowned(tx: Tx, viewer: Viewer, { id, ownerId }: MovedCase) {
  if (ownerId || viewer.role !== "OFFICER") return;
  await tx.introduction.updateMany({ where: { id, ownerId: null }, data: { ownerId: viewer.accountId } });
  await audit(tx, viewer, { action: "introduction.assigned", record: ["introduction", id] });
}

const noteResponse = (tx: Tx, id: string) =>
  tx.introduction.updateMany({ where: { id, firstResponseAt: null }, data: { firstResponseAt: now() } });

/** The stage that a mistaken move came from. @throws DomainError caseMoveTooLate where it may not go back */
async function stageBefore(tx: Tx, introductionId: string): Promise<IntroductionStatus> {
  const found = await tx.introduction.findUnique({
    where: { id: introductionId },
    select: {
      status: true,
      statusSince: true,
      stages: { orderBy: [{ enteredAt: "desc" }, { id: "asc" }], take: 2, select: { status: true } },
    },
  });
  if (!found) throw new NotFoundError();
  const before = found.stages.find(({ status }) => status !== found.status)?.status;
  const days = (now().getTime() - found.statusSince.getTime()) / DAY;
  if (!before || !mayReturnTo(found.status, before, days)) throw new DomainError("caseMoveTooLate");
  // what ended with a consent stays ended
  if (
    !isRunning(found.status) &&
    !(await tx.introduction.count({ where: { AND: [{ id: introductionId }, consented] } }))
  )
    throw new DomainError("caseMoveTooLate");
  return before;
}

/** What comes next, who has the ball and by when: read by all sides. */
export async function setNextStep(viewer: Viewer, input: StepInput): Promise<void> {
  if (input.dueOn < today()) throw new InvalidError([{ path: "dueOn", key: "dueInPast" }]);
  await transaction(viewer, async (tx) => {
    const { nextStep, ball, dueOn } = input;
    const changed = await changeKept(tx, viewer, input, { nextStep, ball, dueOn: new Date(dueOn) });
    await takeUnowned(tx, viewer, changed);
    await audit(tx, viewer, {
      action: "introduction.stepSet",
      record: ["introduction", changed.id],
      reason: nextStep,
      detail: { ball, dueOn },
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

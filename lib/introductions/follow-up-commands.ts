import { audit } from "#lib/audit/record.ts";
import { isStaff, systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayAfter, dayOf } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type ActingCase, answerableBy, holdCase } from "./acting.ts";
import {
  canAnswer,
  isSettled,
  questionDay,
  type Retention,
  retentionOf,
  stillAsked,
} from "./follow-up-policy.ts";
import { FOLLOW_UP_DAYS, type FollowUpInput, helpOf, YEAR_DAY } from "./follow-up-schema.ts";
import { tellCase } from "./journey-notices.ts";
import { moveCase } from "./move.ts";
import type { OUTCOMES } from "./outcomes.ts";
import { running, sideOf } from "./policy.ts";

const system = systemViewer("follow-up");
const SIDES = ["TALENT", "ENTERPRISE"] as const;
/** Codes of the closing reasons in outcomes.ts. */
const OUTCOME: Record<Retention, (typeof OUTCOMES.close.STAFF)[number]> = {
  retained: "staying",
  left: "left_early",
  unknown: "lost_contact",
};

/** Lays the questions of a landing out, each once. */
export async function openFollowUps(
  tx: Tx,
  introductionId: string,
  landedOn: string,
  days: readonly number[] = FOLLOW_UP_DAYS,
): Promise<void> {
  await tx.followUp.createMany({
    data: days.flatMap((day) =>
      SIDES.map((side) => ({ introductionId, day, side, dueOn: new Date(dayAfter(landedOn, day)) })),
    ),
    skipDuplicates: true,
  });
}

/** The case of a question, for `holdCase`, while the question is asked. */
export const askedIn =
  (followUpId: string) =>
  (viewer: Viewer): Prisma.IntroductionWhereInput => ({
    AND: [answerableBy(viewer), { followUps: { some: { id: followUpId, ...stillAsked } } }],
  });

/**
 * The short form: by the side that is asked, or by staff who were told and say how. The last answer closes the case.
 * @throws ConflictError when it is answered already; DomainError followUpNotYet
 */
export async function answerFollowUp(viewer: Viewer, input: FollowUpInput): Promise<void> {
  const { followUpId, retained, satisfaction, help, words, note } = input;
  const staff = isStaff(viewer);
  if (staff && !note) throw new InvalidError([{ path: "note", key: "required" }]);
  if (!staff && retained === "yes" && satisfaction === null)
    throw new InvalidError([{ path: "satisfaction", key: "required" }]);
  await transaction(viewer, async (tx) => {
    const asked = await tx.followUp.findFirst({
      where: { id: followUpId, ...(staff ? {} : { side: sideOf(viewer) }) },
      select: { introductionId: true, side: true, day: true, dueOn: true, status: true },
    });
    if (!asked) throw new NotFoundError();
    const held = await holdCase(tx, viewer, asked.introductionId, askedIn(followUpId));
    if (!canAnswer({ status: "DUE", dueOn: dayOf(asked.dueOn) }, today()))
      throw new DomainError("followUpNotYet");
    const { count } = await tx.followUp.updateMany({
      where: { id: followUpId, status: { in: ["DUE", "MISSED"] } },
      data: {
        status: "ANSWERED",
        retained: retained === "yes",
        satisfaction,
        answers: { help: help.filter((one) => helpOf(asked.side).includes(one)), words, note },
        answeredById: viewer.accountId,
        answeredAt: now(),
      },
    });
    if (count !== 1) throw new ConflictError("alreadyAnswered");
    await audit(tx, viewer, {
      action: "introduction.followUpAnswered",
      record: ["introduction", held.id],
      detail: { day: asked.day, side: asked.side },
    });
    await advance(tx, held);
    if (retained === "no") await needsCare(tx, viewer, held, asked.day);
  });
}

const CARE_DAYS = 7;
/** Somebody is no longer there, one side says: a person of the workstation looks into it, soon. */
async function needsCare(tx: Tx, viewer: Viewer, held: ActingCase, day: number) {
  await tx.introduction.updateMany({
    where: { id: held.id, status: running },
    data: {
      ball: "STAFF",
      dueOn: new Date(dayAfter(today(), CARE_DAYS)),
      version: { increment: 1 },
      updatedAt: now(),
    },
  });
  await tellCase(tx, viewer, held, "followUpLeft", { sides: ["STAFF"], day });
}

/** Into follow-up with the first question that is settled or due, and closed with the last; between them the date is the next question's. */
export async function advance(tx: Tx, held: Pick<ActingCase, "id" | "status">): Promise<void> {
  if (held.status !== "LANDED" && held.status !== "FOLLOW_UP") return;
  const rows = await tx.followUp.findMany({
    where: { introductionId: held.id },
    select: { day: true, side: true, status: true, retained: true, dueOn: true },
  });
  const begun = rows.some(({ status, dueOn }) => status !== "DUE" || dayOf(dueOn) <= today());
  if (held.status === "LANDED" && begun) await moveCase(tx, system, "beginFollowUp", { id: held.id });
  if (!isSettled(rows)) return awaitQuestion(tx, held.id);
  const retention = retentionOf(rows);
  await moveCase(
    tx,
    system,
    "close",
    { id: held.id },
    {
      data: { outcome: OUTCOME[retention] },
    },
  );
  if (retention === "retained") await openYear(tx, held.id);
}

/** While nobody has the ball, the date of a landed case is the day of its next question. */
export async function awaitQuestion(tx: Tx, introductionId: string): Promise<void> {
  const rows = await tx.followUp.findMany({
    where: { introductionId, day: { in: [...FOLLOW_UP_DAYS] } },
    select: { dueOn: true },
  });
  const dueOn = new Date(
    questionDay(
      rows.map((row) => dayOf(row.dueOn)),
      today(),
    ),
  );
  await tx.introduction.updateMany({
    where: { id: introductionId, ball: null, dueOn: { not: dueOn } },
    data: { dueOn, version: { increment: 1 }, updatedAt: now() },
  });
}

/** Who stayed half a year is asked once more after a year. */
async function openYear(tx: Tx, introductionId: string) {
  const landing = await tx.landing.findUnique({ where: { introductionId }, select: { landedOn: true } });
  if (landing) await openFollowUps(tx, introductionId, dayOf(landing.landedOn), [YEAR_DAY]);
}

import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { ActingCase } from "#lib/introductions/acting.ts";
import { moveCase } from "#lib/introductions/move.ts";
import { answersTimes, BALL_AT_FIRST, canMove, OWN_MEETING } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { MEETING_ACTS, type MeetingAct, meetingFrom, meetingsOf } from "./policy.ts";
import { type NamedSpan, overlaps } from "./times.ts";

export const meetingSelect = {
  id: true,
  introductionId: true,
  visitId: true,
  status: true,
  kind: true,
  mode: true,
  place: true,
  url: true,
  startsAt: true,
  endsAt: true,
  offeredBy: true,
  noShow: true,
  sequence: true,
  version: true,
  updatedAt: true,
} as const satisfies Prisma.MeetingSelect;
export type MeetingRow = Prisma.MeetingGetPayload<{ select: typeof meetingSelect }>;

export const visitSelect = {
  id: true,
  startsOn: true,
  endsOn: true,
} as const satisfies Prisma.VisitSelect;
export type VisitRow = Prisma.VisitGetPayload<{ select: typeof visitSelect }>;

/** A meeting of the case that is held. @throws NotFoundError when it is of another case, or not the viewer's to know of */
export async function findMeeting(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  meetingId: string,
): Promise<MeetingRow> {
  const found = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId, introductionId }, meetingsOf(viewer)] },
    select: meetingSelect,
  });
  if (!found) throw new NotFoundError();
  return found;
}

/**
 * One at a time where appointments of the same people, or the free times of the same need, are at stake; always in the same order, so
 * that nobody waits in a circle. The case's own row is held before.
 */
export async function lockTimes(
  tx: Tx,
  held: Pick<ActingCase, "talentId" | "ownerId" | "needId">,
): Promise<void> {
  const keys = [held.talentId, held.ownerId, held.needId].filter((id) => id !== null).sort();
  for (const key of new Set(keys))
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`meetings:${key}`}, 0))`;
}

/**
 * No confirmed appointment of the talent or of the officer overlaps one of the times. What it says holds until the end of the
 * transaction only under `lockTimes`. @throws InvalidError timeNotFree at each time that is taken
 */
export async function ensureFree(
  tx: Tx,
  held: Pick<ActingCase, "talentId" | "ownerId">,
  spans: readonly NamedSpan[],
  exceptId?: string,
): Promise<void> {
  const taken = await tx.meeting.findMany({
    where: {
      status: "CONFIRMED",
      OR: spans.map(({ startsAt, endsAt }) => ({ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } })),
      id: exceptId ? { not: exceptId } : undefined,
      introduction: {
        OR: [{ talentId: held.talentId }, ...(held.ownerId ? [{ ownerId: held.ownerId }] : [])],
      },
    },
    take: 100,
    select: { startsAt: true, endsAt: true },
  });
  const issues = spans
    .filter((span) => taken.some((one) => overlaps(span, { startsAt: one.startsAt!, endsAt: one.endsAt! })))
    .map(({ path, startsAt }) => ({ path, key: "timeNotFree", params: { on: startsAt.getTime() } }));
  if (issues.length > 0) throw new InvalidError(issues);
}

type Change = Omit<Prisma.MeetingUncheckedUpdateManyInput, "status" | "version" | "updatedAt">;

/** The one write of a meeting's state: only from where the act may start, and only as it was seen. */
export async function actOn(
  tx: Tx,
  act: MeetingAct,
  about: { introductionId: string; meetingId: string; version?: number },
  data: Change = {},
): Promise<MeetingRow> {
  const { introductionId, meetingId: id, version } = about;
  const [moved] = await tx.meeting.updateManyAndReturn({
    where: { id, introductionId, status: meetingFrom(act), ...(version === undefined ? {} : { version }) },
    data: { ...data, status: MEETING_ACTS[act].to, version: { increment: 1 }, updatedAt: now() },
    select: meetingSelect,
  });
  if (!moved) throw new ConflictError("meetingMoved");
  return moved;
}

const SOON = 24 * 3_600_000;
/** A meeting that begins within a day needs no reminder: whoever confirms it has just read of it. */
export const remindedFor = (startsAt: Date): Date | null =>
  startsAt.getTime() - now().getTime() < SOON ? now() : null;

/** A first meeting is arranged: the case moves on by that. */
export async function arrange(tx: Tx, viewer: Viewer, held: ActingCase): Promise<void> {
  if (canMove("arrangeMeeting", held.status)) await moveCase(tx, viewer, "arrangeMeeting", { id: held.id });
}

/**
 * The ball goes with the meetings of a case: to the side that the last open request for a time waits for, and when none is open to
 * whoever acts in this stage, up to the landing. The officer's words on the next step stay. A person's own appointments leave it where it is.
 */
export async function passBall(tx: Tx, id: string): Promise<void> {
  const {
    status,
    ball: had,
    meetings,
  } = await tx.introduction.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      ball: true,
      meetings: {
        where: {
          status: "PROPOSED",
          kind: { not: OWN_MEETING },
          options: { some: { startsAt: { gt: now() } } },
        },
        orderBy: { updatedAt: "desc" },
        take: 1,
        select: { offeredBy: true, kind: true },
      },
    },
  });
  const usual = BALL_AT_FIRST[status];
  // after the landing the portal's questions have it, or whoever looks into an answer
  if (!usual) return;
  const ball = meetings[0] ? answersTimes(meetings[0]) : usual;
  if (ball === had) return;
  await tx.introduction.update({
    where: { id },
    select: { id: true },
    data: { ball, version: { increment: 1 }, updatedAt: now() },
  });
}

/** The free time that a meeting has taken is free again. */
export const freeSlotOf = (tx: Tx, meetingId: string) =>
  tx.interviewSlot.updateMany({ where: { meetingId }, data: { meetingId: null, takenAt: null } });

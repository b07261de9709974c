import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { OWN_MEETING, readsMeeting, sideOf } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, IntroductionStatus, MeetingStatus } from "#prisma/generated/enums.ts";
import { MEETING_KINDS } from "./schema.ts";

/** The life of a meeting as data: what each act may start from, and what it ends in. */
export const MEETING_ACTS = {
  choose: { from: ["PROPOSED"], to: "CONFIRMED" },
  agree: { from: ["PROPOSED"], to: "PROPOSED" },
  reschedule: { from: ["PROPOSED", "CONFIRMED", "NO_SHOW"], to: "PROPOSED" },
  cancel: { from: ["PROPOSED", "CONFIRMED"], to: "CANCELLED" },
  held: { from: ["CONFIRMED"], to: "HELD" },
  noShow: { from: ["CONFIRMED"], to: "NO_SHOW" },
} as const satisfies Record<string, { from: readonly MeetingStatus[]; to: MeetingStatus }>;
export type MeetingAct = keyof typeof MEETING_ACTS;

export const meetingFrom = (act: MeetingAct) => ({ in: [...MEETING_ACTS[act].from] as MeetingStatus[] });
const canFrom = (act: MeetingAct, status: MeetingStatus) =>
  (MEETING_ACTS[act].from as readonly MeetingStatus[]).includes(status);

export type MeetingState = { status: MeetingStatus; offeredBy: CaseSide; startsAt: Date | null };

/**
 * What a side may do with a meeting: times are chosen by a side that did not offer them; whether it took place is said from its
 * beginning on, by staff or the enterprise; scorecards are theirs too.
 */
export function meetingRights(viewer: Viewer, meeting: MeetingState, time: Date) {
  const side = sideOf(viewer);
  const begun = meeting.startsAt !== null && meeting.startsAt <= time;
  const hosts = isHost(viewer);
  return {
    choose: canFrom("choose", meeting.status) && meeting.offeredBy !== side,
    reschedule: canFrom("reschedule", meeting.status) && (!begun || meeting.status === "NO_SHOW"),
    cancel: canFrom("cancel", meeting.status) && !begun,
    record: canFrom("held", meeting.status) && begun && hosts,
    score: hosts && (meeting.status === "HELD" || (meeting.status === "CONFIRMED" && begun)),
  };
}
export type MeetingRights = ReturnType<typeof meetingRights>;
export const NO_RIGHTS: MeetingRights = {
  choose: false,
  reschedule: false,
  cancel: false,
  record: false,
  score: false,
};

/** Who is a little late has not stayed away. */
export const MISSED_AFTER_MINUTES = 15;
export const missable = ({ startsAt }: Pick<MeetingState, "startsAt">, time: Date) =>
  startsAt !== null && time.getTime() - startsAt.getTime() >= MISSED_AFTER_MINUTES * 60_000;

/** Interview times are for those who have not come to terms. */
const INTERVIEWING: readonly IntroductionStatus[] = ["SENT", "ACKNOWLEDGED", "MEETING", "OFFER"];
export const isInterviewing = (status: IntroductionStatus) => INTERVIEWING.includes(status);

/**
 * Times that the workstation offers concern two others: what the first of them chooses is put to the second, who confirms it. Staff
 * who choose have asked both.
 */
export const needsOther = (viewer: Viewer, meeting: { offeredBy: CaseSide; kind: string }) =>
  !isStaff(viewer) && meeting.offeredBy === "STAFF" && sidesOf(meeting.kind).includes("ENTERPRISE");

/** Which meetings of its cases a side reads: `readsMeeting` as a condition. */
export const meetingsOf = (viewer: Viewer): Prisma.MeetingWhereInput =>
  sideOf(viewer) === "ENTERPRISE" ? { kind: { not: OWN_MEETING } } : {};
const SIDES = ["TALENT", "ENTERPRISE", "STAFF"] as const;
export const sidesOf = (kind: string): CaseSide[] => SIDES.filter((side) => readsMeeting(side, kind));
/** Which sorts of meeting a side may arrange. */
export const kindsFor = (viewer: Viewer) =>
  MEETING_KINDS.filter((kind) => sidesOf(kind).includes(sideOf(viewer)));

/** Whoever receives the talent: they keep times free, plan visits and say how a meeting went. */
export const isHost = (viewer: Viewer) => isStaff(viewer) || viewer.role === "ENTERPRISE";

type Card = { authorId: string; side: CaseSide; opinionAt: Date | null };

/**
 * Which scorecards of a meeting a reader may see: their own; others' once their own opinion stands, so that nobody leans on another's.
 * Staff who have begun no card were not there and may read all. An enterprise reads those of its own people. A talent has no list.
 */
export function cardsFor<C extends Card>(viewer: Viewer, cards: readonly C[]) {
  const own = cards.find(({ authorId }) => authorId === viewer.accountId) ?? null;
  if (!isHost(viewer)) return { own: null, others: [] as C[], hidden: 0 };
  const rest = cards.filter((card) => card !== own && (isStaff(viewer) || card.side === "ENTERPRISE"));
  const open = own ? own.opinionAt !== null : isStaff(viewer);
  return { own, others: open ? rest : [], hidden: open ? 0 : rest.length };
}

import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { BASE, consentedTo } from "#lib/consents/policy.ts";
import { inStanding } from "#lib/enterprises/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, IntroductionStatus } from "#prisma/generated/enums.ts";

/** `before`: back to the stage that it was in before, which the stages' rows tell. */
type Transition = {
  from: readonly IntroductionStatus[];
  to: IntroductionStatus | "before";
  by: readonly Mover[];
};
/** Who may move a case; `system` are jobs: the last follow-up answered, a consent withdrawn. */
type Mover = "staff" | "talent" | "enterprise" | "system";

const BEFORE_OFFER = ["SENT", "ACKNOWLEDGED", "MEETING"] as const;
const BEFORE_LANDING = [...BEFORE_OFFER, "OFFER", "ACCEPTED"] as const;
export const RUNNING = [...BEFORE_LANDING, "LANDED", "FOLLOW_UP"] as const;

/** The life of a case as data. Every command writes `to` where the status is one of `from`; nothing else writes the status. */
export const TRANSITIONS = {
  acknowledge: { from: ["SENT"], to: "ACKNOWLEDGED", by: ["staff"] },
  arrangeMeeting: {
    from: ["SENT", "ACKNOWLEDGED"],
    to: "MEETING",
    by: ["staff", "enterprise", "talent", "system"],
  },
  makeOffer: { from: BEFORE_OFFER, to: "OFFER", by: ["staff", "enterprise"] },
  // declined terms: back to talking
  reopenTalks: { from: ["OFFER", "ACCEPTED"], to: "MEETING", by: ["staff", "talent", "enterprise"] },
  acceptOffer: { from: ["OFFER"], to: "ACCEPTED", by: ["talent", "staff"] },
  land: { from: ["ACCEPTED"], to: "LANDED", by: ["staff"] },
  beginFollowUp: { from: ["LANDED"], to: "FOLLOW_UP", by: ["system"] },
  close: { from: ["LANDED", "FOLLOW_UP"], to: "CLOSED", by: ["staff", "system"] },
  endAsNoFit: { from: BEFORE_LANDING, to: "NO_FIT", by: ["staff", "enterprise"] },
  withdraw: { from: RUNNING, to: "WITHDRAWN", by: ["staff", "talent", "enterprise", "system"] },
  // moved by mistake: see `mayReturnTo` for how far back it may go
  takeBack: { from: ["ACKNOWLEDGED", "MEETING", "NO_FIT", "CLOSED"], to: "before", by: ["staff"] },
} as const satisfies Record<string, Transition>;

export type CaseMove = keyof typeof TRANSITIONS;

/** `status: { in: … }` of a move's conditional write. */
export const fromOf = (name: CaseMove) => ({ in: [...TRANSITIONS[name].from] as IntroductionStatus[] });
export const canMove = (name: CaseMove, status: IntroductionStatus) =>
  (TRANSITIONS[name].from as readonly IntroductionStatus[]).includes(status);
export const running = { in: [...RUNNING] as IntroductionStatus[] };
export const isRunning = (status: IntroductionStatus) =>
  (RUNNING as readonly IntroductionStatus[]).includes(status);

/** Whether a viewer's side may make a move at all; which cases is decided in the write. */
export const mayMove = (name: CaseMove, viewer: Viewer) => {
  const by: readonly Mover[] = TRANSITIONS[name].by;
  if (viewer.role === "SYSTEM") return by.includes("system") || by.includes("staff");
  return by.includes(sideOf(viewer).toLowerCase() as Mover);
};

/** Where a mistaken move may lead back to: talks that had not come to terms; an end of these days to whatever it was. */
const BEFORE_TERMS: readonly IntroductionStatus[] = BEFORE_OFFER;
export const TAKE_BACK_DAYS = 14;
/** The stage that a case came from, of its stages in their order; those that were taken back do not count. */
export const cameFrom = <S extends { status: IntroductionStatus; undoneAt: Date | null }>(
  stages: readonly S[],
  now: IntroductionStatus,
): S | undefined => stages.findLast(({ status, undoneAt }) => undoneAt === null && status !== now);

export function mayReturnTo(now: IntroductionStatus, before: IntroductionStatus, days: number) {
  if (isRunning(now)) return BEFORE_TERMS.includes(before);
  return isRunning(before) && days <= TAKE_BACK_DAYS;
}

/** Days that a case should need in a stage at most: its due date when nobody sets another, and from when on it is slow. */
export const NORM_DAYS: Partial<Record<IntroductionStatus, number>> = {
  SENT: 3,
  ACKNOWLEDGED: 7,
  MEETING: 14,
  OFFER: 10,
  ACCEPTED: 30,
  // until the first question, and from there until the last has waited long enough
  LANDED: 30,
  FOLLOW_UP: 171,
};
/** So many days after its due date a case is its office's matter and no longer its owner's alone. */
export const ESCALATE_DAYS = 5;

/** Who has the ball when a running stage begins, unless the move says otherwise; nobody where the portal asks at its day. */
export const BALL_AT_FIRST: Partial<Record<IntroductionStatus, CaseSide | null>> = {
  SENT: "STAFF",
  ACKNOWLEDGED: "ENTERPRISE",
  MEETING: "ENTERPRISE",
  OFFER: "TALENT",
  ACCEPTED: "STAFF",
  LANDED: null,
  FOLLOW_UP: null,
};

const DAY = 86_400_000;
/** The day by which a stage that begins on a day (YYYY-MM-DD) should be done; null for an end. */
export const normDue = (status: IntroductionStatus, day: string): Date | null => {
  const days = NORM_DAYS[status];
  return days === undefined ? null : new Date(Date.parse(day) + days * DAY);
};
/** Days from one YYYY-MM-DD to a later one; 0 when it is not later. */
export const overdueDays = (dueOn: string | null, day: string) =>
  dueOn ? Math.max(0, Math.round((Date.parse(day) - Date.parse(dueOn)) / DAY)) : 0;

/** The side that a viewer acts for in cases. */
export const sideOf = (viewer: Viewer): CaseSide =>
  isStaff(viewer) ? "STAFF" : viewer.role === "TALENT" ? "TALENT" : "ENTERPRISE";

/** An appointment with a service is the person's own affair, as their tasks are: an enterprise reads nothing of it. */
export const OWN_MEETING = "service";
export const readsMeeting = (side: CaseSide, kind: string) => side !== "ENTERPRISE" || kind !== OWN_MEETING;
/** The side that offered times wait for: of the workstation's the talent chooses first, and what they choose is put to the other. */
export const answersTimes = ({ offeredBy, kind }: { offeredBy: CaseSide; kind: string }): CaseSide =>
  offeredBy !== "TALENT" ? "TALENT" : kind === OWN_MEETING ? "STAFF" : "ENTERPRISE";

/** The cases that staff may move: those of their office; an administrator all. The other office acts after a handover. */
export const keptBy = (viewer: Viewer): Prisma.IntroductionWhereInput =>
  viewer.role === "ADMIN" || viewer.role === "SYSTEM"
    ? {}
    : viewer.role === "OFFICER" && viewer.office
      ? { office: viewer.office }
      : { id: { in: [] } };

/**
 * The cases a viewer may open. Staff: all. A talent: their own. An enterprise in standing: those of its needs while the case runs
 * or ended well and the consent to be introduced is in force; what of the person it may read there, each query asks the ledger by category.
 * As bridge_case_side in SQL.
 */
export function casesOpenTo(viewer: Viewer): Prisma.IntroductionWhereInput {
  if (isStaff(viewer)) return {};
  if (viewer.role === "TALENT" && viewer.talentId) return { talentId: viewer.talentId };
  if (viewer.role === "ENTERPRISE" && viewer.enterpriseId)
    return {
      enterpriseId: viewer.enterpriseId,
      enterprise: inStanding,
      status: { not: "WITHDRAWN" },
      match: { status: "INTRODUCED", ...consentedTo(BASE) },
    };
  return { id: { in: [] } };
}

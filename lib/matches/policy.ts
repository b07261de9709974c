import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { matchingConsented } from "#lib/consents/policy.ts";
import { inStanding } from "#lib/enterprises/policy.ts";
import { toldToTalent } from "#lib/talents/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { MatchStatus, NeedStatus } from "#prisma/generated/enums.ts";

/** Who may move a match: an officer or administrator, the talent it is about, a member of the need's enterprise, the workstation itself. */
export type Mover = "staff" | "talent" | "enterprise" | "system";
type Transition = { from: readonly MatchStatus[]; to: MatchStatus; by: Mover };

const WAITING = ["SUGGESTED", "IN_REVIEW"] as const;
const RUNNING = [...WAITING, "APPROVED", "INVITED", "TALENT_ACCEPTED", "INTRODUCED"] as const;

/** The life of a match as data. Every command writes `to` where the status is one of `from`; nothing else writes the status. */
export const TRANSITIONS = {
  startReview: { from: ["SUGGESTED"], to: "IN_REVIEW", by: "staff" },
  approve: { from: WAITING, to: "APPROVED", by: "staff" },
  undoApproval: { from: ["APPROVED"], to: "IN_REVIEW", by: "staff" },
  reject: { from: WAITING, to: "REJECTED", by: "staff" },
  nominate: { from: ["REJECTED", "INVITATION_EXPIRED", "WITHDRAWN"], to: "SUGGESTED", by: "staff" },
  expressInterest: {
    from: ["REJECTED", "TALENT_DECLINED", "INVITATION_EXPIRED", "WITHDRAWN"],
    to: "SUGGESTED",
    by: "talent",
  },
  invite: { from: ["APPROVED"], to: "INVITED", by: "system" },
  acceptInvitation: { from: ["INVITED"], to: "TALENT_ACCEPTED", by: "talent" },
  declineInvitation: { from: ["INVITED"], to: "TALENT_DECLINED", by: "talent" },
  expire: { from: ["INVITED"], to: "INVITATION_EXPIRED", by: "system" },
  acceptCandidate: { from: ["TALENT_ACCEPTED"], to: "INTRODUCED", by: "enterprise" },
  declineCandidate: { from: ["TALENT_ACCEPTED"], to: "ENTERPRISE_DECLINED", by: "enterprise" },
  withdraw: { from: RUNNING, to: "WITHDRAWN", by: "system" },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;

/** `status: { in: … }` of a transition's conditional write. */
export const fromOf = (name: TransitionName) => ({ in: [...TRANSITIONS[name].from] as MatchStatus[] });

export const canMove = (name: TransitionName, status: MatchStatus) =>
  (TRANSITIONS[name].from as readonly MatchStatus[]).includes(status);

/** In the review queue. */
export const waiting = { in: [...WAITING] as MatchStatus[] };
export const running = { in: [...RUNNING] as MatchStatus[] };
/** The talent has been told and has not seen an end. */
export const TOLD: readonly MatchStatus[] = ["INVITED", "TALENT_ACCEPTED", "INTRODUCED"];

/** A profile that may be matched, and a need that may be matched on a day (YYYY-MM-DD). */
export const matchableTalent = {
  status: "LISTED",
  matchable: true,
  ...matchingConsented,
} as const satisfies Prisma.TalentWhereInput;
export const matchableNeed = (day: string) =>
  ({
    status: { in: ["OPEN", "PARTIALLY_FILLED"] },
    OR: [{ deadline: null }, { deadline: { gte: new Date(`${day}T00:00:00Z`) } }],
    enterprise: { status: "VERIFIED" },
  }) satisfies Prisma.NeedWhereInput;

/** Needs whose weights may be changed: those that are, or may come to be, compared. */
export const WEIGHABLE: readonly NeedStatus[] = [
  "SUBMITTED",
  "RETURNED",
  "OPEN",
  "PARTIALLY_FILLED",
  "PAUSED",
];

export const canReview = (viewer: Viewer) => isStaff(viewer);

/** Matches that a viewer may know of at all. What of them is shown is decided by each query. */
export function visibleTo(viewer: Viewer): Prisma.MatchWhereInput {
  if (isStaff(viewer)) return {};
  if (viewer.role === "TALENT" && viewer.talentId) return { talentId: viewer.talentId, ...toldToTalent };
  if (viewer.role === "ENTERPRISE" && viewer.enterpriseId)
    return {
      need: { enterpriseId: viewer.enterpriseId, enterprise: inStanding },
      talentDecidedAt: { not: null },
      status: { in: CANDIDATE },
    };
  return { id: { in: [] } };
}

/** What an enterprise may know of: the talent has accepted, whatever came after. */
const CANDIDATE: MatchStatus[] = ["TALENT_ACCEPTED", "ENTERPRISE_DECLINED", "INTRODUCED", "WITHDRAWN"];

/** Milliseconds of the periods of an invitation. */
export const UNDO_MS = 10_000;
const DAY = 86_400_000;
export const INVITATION_MS = 14 * DAY;
export const REMIND_BEFORE_MS = 3 * DAY;

/** Below this score (of 100) a pair is not suggested: 99 of 100 unrelated pairs of the development collection are below 40, 95 of 100 below 32. */
export const SCORE_FLOOR = 35;
export const DEPTH_OF_NEED = 50;
export const DEPTH_OF_TALENT = 30;
/** What stands on the first screen of a list, and is written before the rest. */
export const FIRST_SEEN = 10;

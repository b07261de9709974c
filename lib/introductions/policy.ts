import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { inForce } from "#lib/consents/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, IntroductionStatus } from "#prisma/generated/enums.ts";

type Transition = { from: readonly IntroductionStatus[]; to: IntroductionStatus; by: readonly Mover[] };
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
} as const satisfies Record<string, Transition>;

export type CaseMove = keyof typeof TRANSITIONS;

/** `status: { in: … }` of a move's conditional write. */
export const fromOf = (name: CaseMove) => ({ in: [...TRANSITIONS[name].from] as IntroductionStatus[] });
export const canMove = (name: CaseMove, status: IntroductionStatus) =>
  (TRANSITIONS[name].from as readonly IntroductionStatus[]).includes(status);
export const running = { in: [...RUNNING] as IntroductionStatus[] };

/** The side that a viewer acts for in cases. */
export const sideOf = (viewer: Viewer): CaseSide =>
  isStaff(viewer) ? "STAFF" : viewer.role === "TALENT" ? "TALENT" : "ENTERPRISE";

const held = (purpose: "INTRODUCTION" | "CROSS_BORDER") =>
  ({ match: { consents: { some: { purpose, ...inForce } } } }) satisfies Prisma.IntroductionWhereInput;

/**
 * The cases a viewer may open. Staff: all. A talent: their own. An enterprise: those of its needs while the case runs or ended
 * well and both consents are in force; once a consent is withdrawn it opens nothing more of them.
 */
export function casesOpenTo(viewer: Viewer): Prisma.IntroductionWhereInput {
  if (isStaff(viewer)) return {};
  if (viewer.role === "TALENT" && viewer.talentId) return { talentId: viewer.talentId };
  if (viewer.role === "ENTERPRISE" && viewer.enterpriseId)
    return {
      AND: [
        { enterpriseId: viewer.enterpriseId, status: { not: "WITHDRAWN" }, match: { status: "INTRODUCED" } },
        held("INTRODUCTION"),
        held("CROSS_BORDER"),
      ],
    };
  return { id: { in: [] } };
}

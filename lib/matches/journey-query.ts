import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import type { MatchStatus, ProfileStatus } from "#prisma/generated/enums.ts";

export const STEPS = ["registered", "verified", "matching", "talking", "landing"] as const;
export type Step = (typeof STEPS)[number];
export type Ball = "you" | "HONG_KONG" | "YANTAI" | "enterprise";
export type TalentJourney = {
  steps: { id: Step; state: "done" | "current" | "todo" }[];
  /** a message below `matches.journey.next` */
  next: string;
  ball: Ball;
  since: Date;
};

const VERIFIED: readonly ProfileStatus[] = ["VERIFIED", "LISTED", "PAUSED"];

/** How far the viewer has come, what happens next, who has the ball and since when; null without a profile. */
export async function getTalentJourney(viewer: Viewer): Promise<TalentJourney | null> {
  if (viewer.role !== "TALENT" || !viewer.talentId) return null;
  const talent = await db.talent.findUnique({
    where: { id: viewer.talentId },
    select: { status: true, office: true, officeSince: true, updatedAt: true },
  });
  if (!talent) return null;
  const latest = await db.match.findFirst({
    where: {
      talentId: viewer.talentId,
      status: { in: ["INVITED", "TALENT_ACCEPTED", "INTRODUCED"] },
      invitedAt: { not: null },
    },
    orderBy: [{ status: "desc" }, { updatedAt: "desc" }],
    select: { status: true, updatedAt: true },
  });
  const { next, ball, current } = place(talent.status, talent.office, latest?.status);
  const at = STEPS.indexOf(current);
  return {
    steps: STEPS.map((id, index) => ({ id, state: index < at ? "done" : index === at ? "current" : "todo" })),
    next,
    ball,
    since:
      latest && VERIFIED.includes(talent.status)
        ? latest.updatedAt
        : talent.status === "DRAFT"
          ? talent.updatedAt
          : talent.officeSince,
  };
}

function place(
  status: ProfileStatus,
  office: "HONG_KONG" | "YANTAI",
  match: MatchStatus | undefined,
): { next: string; ball: Ball; current: Step } {
  if (status === "DRAFT" || status === "CHANGES_REQUESTED")
    return { next: status === "DRAFT" ? "complete" : "change", ball: "you", current: "registered" };
  if (status === "SUBMITTED" || status === "UNDER_REVIEW")
    return { next: "verify", ball: office, current: "verified" };
  if (match === "INTRODUCED") return { next: "talk", ball: "enterprise", current: "talking" };
  if (match === "TALENT_ACCEPTED")
    return { next: "enterpriseAnswers", ball: "enterprise", current: "matching" };
  if (match === "INVITED") return { next: "answer", ball: "you", current: "matching" };
  if (status === "LISTED") return { next: "review", ball: "YANTAI", current: "matching" };
  return {
    next: status === "PAUSED" ? "resume" : "list",
    ball: status === "PAUSED" ? "you" : office,
    current: "matching",
  };
}

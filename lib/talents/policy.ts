import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ProfileStatus } from "#prisma/generated/enums.ts";

type Move = { from: readonly ProfileStatus[]; to: ProfileStatus; event: string };

/** The life of a profile: each verb, where it starts from and where it leads. Saving a step is no move. */
export const MOVES = {
  submit: { from: ["DRAFT", "CHANGES_REQUESTED"], to: "SUBMITTED", event: "talent.submitted" },
  startReview: { from: ["SUBMITTED"], to: "UNDER_REVIEW", event: "talent.reviewStarted" },
  requestChanges: {
    from: ["SUBMITTED", "UNDER_REVIEW"],
    to: "CHANGES_REQUESTED",
    event: "talent.changesRequested",
  },
  reject: { from: ["SUBMITTED", "UNDER_REVIEW"], to: "REJECTED", event: "talent.rejected" },
  verify: { from: ["SUBMITTED", "UNDER_REVIEW"], to: "VERIFIED", event: "talent.verified" },
  list: { from: ["VERIFIED"], to: "LISTED", event: "talent.listed" },
  unlist: { from: ["LISTED"], to: "VERIFIED", event: "talent.unlisted" },
  pause: { from: ["LISTED"], to: "PAUSED", event: "talent.paused" },
  resume: { from: ["PAUSED"], to: "LISTED", event: "talent.resumed" },
  archive: {
    from: ["DRAFT", "SUBMITTED", "CHANGES_REQUESTED", "VERIFIED", "LISTED", "PAUSED", "REJECTED"],
    to: "ARCHIVED",
    event: "talent.archived",
  },
  /** consent to be matched was withdrawn */
  suspend: { from: ["VERIFIED", "LISTED"], to: "PAUSED", event: "talent.suspended" },
  takeBack: {
    from: ["SUBMITTED", "UNDER_REVIEW", "CHANGES_REQUESTED"],
    to: "DRAFT",
    event: "talent.takenBack",
  },
  reopen: { from: ["ARCHIVED"], to: "DRAFT", event: "talent.reopened" },
} as const satisfies Record<string, Move>;
export type Verb = keyof typeof MOVES;

export const canMove = (verb: Verb, status: ProfileStatus): boolean =>
  (MOVES[verb].from as readonly ProfileStatus[]).includes(status);

/** States in which the person may change their profile. */
export const EDITABLE = [
  "DRAFT",
  "SUBMITTED",
  "UNDER_REVIEW",
  "CHANGES_REQUESTED",
  "VERIFIED",
  "LISTED",
  "PAUSED",
] as const satisfies ProfileStatus[];
/** Of these, the ones in which it was verified: it must stay complete, and an edit is marked for staff. */
export const WAS_VERIFIED = ["VERIFIED", "LISTED", "PAUSED"] as const satisfies ProfileStatus[];

export const isEditable = (status: ProfileStatus) => (EDITABLE as readonly ProfileStatus[]).includes(status);
export const wasVerified = (status: ProfileStatus) =>
  (WAS_VERIFIED as readonly ProfileStatus[]).includes(status);

/** Who has to act next, for the person's own page and for queues. */
export function ballWith(status: ProfileStatus): "talent" | "office" | "nobody" {
  if (status === "DRAFT" || status === "CHANGES_REQUESTED" || status === "PAUSED") return "talent";
  if (status === "SUBMITTED" || status === "UNDER_REVIEW") return "office";
  return status === "LISTED" || status === "VERIFIED" ? "office" : "nobody";
}

const NOBODY = { id: { in: [] as string[] } };

/** The viewer's own profile, and no other. */
export const ownTalent = (viewer: Viewer): Prisma.TalentWhereInput =>
  viewer.role === "TALENT" && viewer.accountId
    ? { accountId: viewer.accountId, status: { not: "ERASED" } }
    : NOBODY;

/** Profiles that staff may open: both offices see all, but nobody a draft that was never submitted or what is erased. */
export const visibleToStaff = (viewer: Viewer): Prisma.TalentWhereInput =>
  isStaff(viewer)
    ? {
        status: { not: "ERASED" },
        OR: [{ status: { not: "DRAFT" } }, { submittedAt: { not: null } }, { accountId: null }],
      }
    : NOBODY;

/** Profiles that this officer may decide: those that their office holds. */
export function decidableBy(viewer: Viewer): Prisma.TalentWhereInput {
  if (!isStaff(viewer)) return NOBODY;
  if (viewer.role !== "OFFICER") return visibleToStaff(viewer);
  return viewer.office ? { AND: [visibleToStaff(viewer), { office: viewer.office }] } : NOBODY;
}

/** The matches that their talent knows of: asked, or entered by themselves. What the workstation only looks at is not theirs to see. */
export const toldToTalent = {
  OR: [{ invitedAt: { not: null } }, { origin: "INTEREST" }],
} satisfies Prisma.MatchWhereInput;

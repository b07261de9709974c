import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { HAND_MOVES, type HandMove } from "./case-schema.ts";
import { stageOrder } from "./move.ts";
import { ENDINGS, type Ending, outcomesFor } from "./outcomes.ts";
import { cameFrom, canMove, casesOpenTo, isRunning, keptBy, mayMove, mayReturnTo, sideOf } from "./policy.ts";

const DAY = 86_400_000;
const STAGES = 40;

export type Stage = {
  id: string;
  status: IntroductionStatus;
  enteredAt: Date;
  leftAt: Date | null;
  /** staff only: stages that were taken back as a mistake, with the reason why */
  undoneAt: Date | null;
  side: CaseSide;
  office: Office | null;
  /** the viewer's own side did it, or the portal for them */
  own: boolean;
  /** staff only */
  actor: string | null;
  reason: string | null;
};

/** How a case may be ended by a side, each with the reasons that it may give. */
export type Endings = Partial<Record<Ending, readonly string[]>>;
export const endingsFor = (viewer: Viewer, status: IntroductionStatus): Endings =>
  Object.fromEntries(
    ENDINGS.filter((ending) => canMove(ending, status) && mayMove(ending, viewer))
      .map((ending) => [ending, outcomesFor(ending, sideOf(viewer))] as const)
      .filter(([, codes]) => codes.length > 0),
  );

const stageSelect = {
  id: true,
  status: true,
  enteredAt: true,
  leftAt: true,
  undoneAt: true,
  side: true,
  office: true,
  actorId: true,
  reason: true,
} as const satisfies Prisma.IntroductionStageSelect;

/** The story of a case, first stage first. Only staff read who moved it and why, and what was taken back. */
export async function stagesOf(viewer: Viewer, introductionId: string): Promise<Stage[]> {
  const staff = isStaff(viewer);
  const rows = await db.introductionStage.findMany({
    where: {
      introduction: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      ...(staff ? {} : { undoneAt: null }),
    },
    orderBy: stageOrder,
    take: STAGES,
    select: stageSelect,
  });
  const names = staff
    ? await namesOf(rows.map(({ actorId, side }) => (side === "TALENT" ? null : actorId)))
    : new Map();
  const mine = sideOf(viewer);
  return rows.map(({ actorId, reason, ...row }) => ({
    ...row,
    own: row.side === mine || (mine === "TALENT" && reason === "consentWithdrawn"),
    actor: staff && actorId ? (names.get(actorId) ?? null) : null,
    reason: staff ? reason : null,
  }));
}

export type CaseForStaff = {
  stages: Stage[];
  talentId: string;
  outcome: string | null;
  closeReason: string | null;
  officeSince: Date;
  handOver: { to: Office; by: string | null; note: string | null; at: Date | null } | null;
  /** nobody of the enterprise can sign in */
  enterpriseGone: boolean;
  officers: { id: string; name: string }[];
  can: {
    moves: HandMove[];
    endings: Endings;
    step: boolean;
    assign: boolean;
    take: boolean;
    handOver: boolean;
    answerHandOver: boolean;
  };
};

const staffSelect = {
  status: true,
  statusSince: true,
  office: true,
  officeSince: true,
  ownerId: true,
  talentId: true,
  outcome: true,
  closeReason: true,
  handOverTo: true,
  handOverById: true,
  handOverNote: true,
  handOverAt: true,
  enterprise: {
    select: {
      holding: true,
      accounts: { where: { role: "ENTERPRISE", disabledAt: null }, select: { id: true }, take: 1 },
    },
  },
} as const satisfies Prisma.IntroductionSelect;

/** All that staff read of a case beside its head, and what this officer may do with it now. */
export async function getCaseForStaff(viewer: Viewer, introductionId: string): Promise<CaseForStaff | null> {
  if (!isStaff(viewer)) return null;
  const [row, kept, stages] = await Promise.all([
    db.introduction.findUnique({ where: { id: introductionId }, select: staffSelect }),
    db.introduction.count({ where: { AND: [{ id: introductionId }, keptBy(viewer)] } }),
    stagesOf(viewer, introductionId),
  ]);
  if (!row) return null;
  const [names, officers] = await Promise.all([
    namesOf([row.handOverById]),
    officersOf(row.handOverTo ?? row.office),
  ]);
  const open = isRunning(row.status);
  const mine = kept > 0;
  const asked = row.handOverTo !== null && (viewer.role === "ADMIN" || viewer.office === row.handOverTo);
  return {
    stages,
    talentId: row.talentId,
    outcome: row.outcome,
    closeReason: row.closeReason,
    officeSince: row.officeSince,
    handOver: row.handOverTo
      ? {
          to: row.handOverTo,
          by: row.handOverById ? (names.get(row.handOverById) ?? null) : null,
          note: row.handOverNote,
          at: row.handOverAt,
        }
      : null,
    enterpriseGone: open && !row.enterprise.holding && row.enterprise.accounts.length === 0,
    officers,
    can: {
      moves: mine
        ? HAND_MOVES.filter((move) => canMove(move, row.status) && mayTakeBack(move, row, stages))
        : [],
      endings: mine ? endingsFor(viewer, row.status) : {},
      step: mine && open,
      assign: mine && open && !row.handOverTo,
      take: mine && open && row.ownerId !== viewer.accountId,
      handOver: mine && open && !row.handOverTo,
      answerHandOver: open && asked,
    },
  };
}

function mayTakeBack(
  move: HandMove,
  row: { status: IntroductionStatus; statusSince: Date },
  stages: Stage[],
) {
  if (move !== "takeBack") return true;
  const before = cameFrom(stages, row.status);
  const days = (now().getTime() - row.statusSince.getTime()) / DAY;
  return before !== undefined && mayReturnTo(row.status, before.status, days);
}

/** Who can have a case of an office. */
async function officersOf(office: Office): Promise<{ id: string; name: string }[]> {
  const rows = await db.account.findMany({
    where: { disabledAt: null, role: "OFFICER", office },
    orderBy: { displayName: "asc" },
    take: 100,
    select: { id: true, displayName: true },
  });
  return rows.map(({ id, displayName }) => ({ id, name: displayName }));
}

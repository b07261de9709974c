import { namesOf } from "#lib/accounts/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { isStaff } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import type { MatchResult, TalentInput } from "#lib/matching/types.ts";
import { readFactors, type WeightFactors, weightsFor, weightsVersionOf } from "#lib/matching/weights.ts";
import { toTalentInput } from "#lib/talents/projection.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { MatchOrigin, MatchStatus, Office } from "#prisma/generated/enums.ts";
import { explanationOf } from "./explanation.ts";
import { type NeedView, needView, needViewSelect } from "./need-view.ts";
import { canMove, canReview, waiting } from "./policy.ts";
import { COUNTED } from "./queue-facets.ts";
import { before, behind, fromQueue, queueWhere } from "./queue-place.ts";
import { talentRecord } from "./records.ts";
import type { QueueFilters } from "./schema.ts";

const reviewSelect = {
  id: true,
  version: true,
  status: true,
  origin: true,
  score: true,
  priority: true,
  needToTalent: true,
  talentToNeed: true,
  explanation: true,
  computedAt: true,
  needId: true,
  talentId: true,
  note: true,
  nominatedById: true,
  assigneeId: true,
  decidedById: true,
  decidedOffice: true,
  decidedAt: true,
  reasonCode: true,
  reason: true,
  notifyAt: true,
  invitedAt: true,
  invitationExpiresAt: true,
  talentDecidedAt: true,
  talentReasonCode: true,
  talentReason: true,
  enterpriseDecidedAt: true,
  enterpriseReasonCode: true,
  enterpriseReason: true,
  weightsVersion: true,
  need: { select: { ...needViewSelect, weightFactors: true } },
  talent: {
    select: {
      ...talentRecord,
      code: true,
      status: true,
      office: true,
      outputs: true,
      verifiedAt: true,
      demo: true,
    },
  },
} as const satisfies Prisma.MatchSelect;
type Row = Prisma.MatchGetPayload<{ select: typeof reviewSelect }>;

export type TalentView = {
  id: string;
  code: string;
  lang: AppLocale;
  office: Office;
  verifiedAt: Date | null;
  outputs: string[];
  content: TalentInput;
};
export type MatchEvent = {
  at: Date;
  action: string;
  actor: string;
  office: Office | null;
  reason: string | null;
};
export type MatchForReview = {
  id: string;
  version: number;
  status: MatchStatus;
  origin: MatchOrigin;
  score: number;
  needToTalent: number;
  talentToNeed: number;
  explanation: MatchResult;
  computedAt: Date;
  note: string | null;
  assignee: string | null;
  decision: {
    by: string | null;
    office: Office | null;
    at: Date;
    reasonCode: string | null;
    reason: string | null;
  } | null;
  talentAnswer: { at: Date; reasonCode: string | null; reason: string | null } | null;
  enterpriseAnswer: { at: Date; reasonCode: string | null; reason: string | null } | null;
  invitationExpiresAt: Date | null;
  need: NeedView;
  /** what staff changed for this need, and the versions of the weights that it was computed with and that hold now */
  weights: { factors: WeightFactors; used: string; present: string };
  talent: TalentView;
  events: MatchEvent[];
  /** 1 of 1: its place among those that wait for the same need; null once decided */
  position: { at: number; of: number } | null;
  nextId: string | null;
  previousId: string | null;
  reviewedToday: number;
  waiting: number;
  can: { approve: boolean; reject: boolean; undo: boolean; start: boolean };
};

/** Everything that a reviewer needs to decide one match; null when there is none or the viewer is no reviewer. */
export async function getMatchForReview(
  viewer: Viewer,
  id: string,
  filters: QueueFilters = {},
): Promise<MatchForReview | null> {
  if (!canReview(viewer)) return null;
  const row = await db.match.findUnique({ where: { id }, select: reviewSelect });
  if (!row) return null;
  const [events, position, next, previous, reviewedToday, left] = await Promise.all([
    eventsOf(id),
    positionOf(row),
    neighbour(viewer, filters, row, "next"),
    neighbour(viewer, filters, row, "previous"),
    db.match.count({ where: { decidedById: viewer.accountId, decidedAt: { gte: startOfToday() } } }),
    db.match.count({ where: queueWhere(viewer, filters), take: COUNTED }),
  ]);
  const names = await namesOf([row.assigneeId, row.decidedById]);
  return {
    ...factsOf(row, viewer, names),
    events,
    position,
    nextId: next,
    previousId: previous,
    reviewedToday,
    waiting: left,
  };
}

function factsOf(row: Row, viewer: Viewer, names: ReadonlyMap<string, string>) {
  const undoable = row.decidedById === viewer.accountId && row.notifyAt !== null && row.notifyAt > now();
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    origin: row.origin,
    score: row.score,
    needToTalent: row.needToTalent,
    talentToNeed: row.talentToNeed,
    explanation: explanationOf(row.explanation),
    computedAt: row.computedAt,
    note: row.note,
    assignee: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
    decision: row.decidedAt
      ? {
          by: row.decidedById ? (names.get(row.decidedById) ?? null) : null,
          office: row.decidedOffice,
          at: row.decidedAt,
          reasonCode: row.reasonCode,
          reason: row.reason,
        }
      : null,
    talentAnswer: answer(row.talentDecidedAt, row.talentReasonCode, row.talentReason),
    enterpriseAnswer: answer(row.enterpriseDecidedAt, row.enterpriseReasonCode, row.enterpriseReason),
    invitationExpiresAt: row.invitationExpiresAt,
    need: needView(row.need, { named: true }),
    weights: {
      factors: readFactors(row.need.weightFactors),
      used: row.weightsVersion,
      present: weightsVersionOf(weightsFor(row.need.weightFactors)),
    },
    talent: {
      id: row.talentId,
      code: row.talent.code,
      lang: fromDbLocale(row.talent.locale),
      office: row.talent.office,
      verifiedAt: row.talent.verifiedAt,
      outputs: row.talent.outputs,
      content: toTalentInput(row.talent),
    },
    can: {
      approve: canMove("approve", row.status),
      reject: canMove("reject", row.status),
      start: canMove("startReview", row.status),
      undo: canMove("undoApproval", row.status) && undoable,
    },
  };
}

const answer = (at: Date | null, reasonCode: string | null, reason: string | null) =>
  at ? { at, reasonCode, reason } : null;

const eventsOf = async (id: string): Promise<MatchEvent[]> => {
  const rows = await db.auditEvent.findMany({
    where: { recordType: "match", recordId: id },
    orderBy: { id: "asc" },
    take: 50,
    select: { at: true, action: true, actorName: true, office: true, reason: true },
  });
  return rows.map(({ actorName, ...event }) => ({ ...event, actor: actorName }));
};

async function positionOf(row: { needId: string; status: MatchStatus; priority: number; id: string }) {
  if (!waiting.in.includes(row.status)) return null;
  const [better, of] = await Promise.all([
    db.match.count({
      where: {
        needId: row.needId,
        status: waiting,
        ...before(row),
      },
    }),
    db.match.count({ where: { needId: row.needId, status: waiting } }),
  ]);
  return { at: better + 1, of };
}

/** The next or previous one in the queue under the same filters. */
async function neighbour(
  viewer: Viewer,
  filters: QueueFilters,
  row: { priority: number; id: string },
  which: "next" | "previous",
): Promise<string | null> {
  const forward = which === "next";
  const where = { AND: [queueWhere(viewer, filters), forward ? behind(row) : before(row)] };
  const [found] = await fromQueue(where, { id: true }, 1, forward ? "forward" : "backward");
  return found?.id ?? null;
}

/** Where to go on after a decision: the next in the queue, else its first. */
export async function nextAfter(viewer: Viewer, id: string, filters: QueueFilters): Promise<string | null> {
  if (!isStaff(viewer)) return null;
  const row = await db.match.findUnique({ where: { id }, select: { id: true, priority: true } });
  const next = row && (await neighbour(viewer, filters, row, "next"));
  if (next) return next;
  const where = { AND: [queueWhere(viewer, filters), { id: { not: id } }] };
  const [first] = await fromQueue(where, { id: true }, 1);
  return first?.id ?? null;
}

/** What the toast needs: an approval of the viewer that can still be taken back. */
export async function getUndoable(viewer: Viewer, id: string) {
  if (!canReview(viewer)) return null;
  const row = await db.match.findFirst({
    where: { id, status: "APPROVED", decidedById: viewer.accountId, notifyAt: { gt: now() } },
    select: { id: true, notifyAt: true, talent: { select: { code: true } } },
  });
  return row?.notifyAt ? { id: row.id, code: row.talent.code, notifyAt: row.notifyAt } : null;
}

/** Midnight in Hong Kong and Yantai. */
function startOfToday(): Date {
  const shifted = now().getTime() + 8 * 3_600_000;
  return new Date(shifted - (shifted % 86_400_000) - 8 * 3_600_000);
}

/** The reads of matches by reader: staff in queue-query, review-query and need-matches-query; the talent's own here. */
import type { Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { BASE, disclosedTo } from "#lib/consents/policy.ts";
import { type EndedGift, endedFor, givenFor } from "#lib/consents/queries.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { db, transaction } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import type { MatchResult } from "#lib/matching/types.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus, MatchOrigin, MatchStatus } from "#prisma/generated/enums.ts";
import { type RankingState, rankingStateOf } from "./engine-standing.ts";
import { explanationOf } from "./explanation.ts";
import { type NeedView, needView, needViewSelect } from "./need-view.ts";
import { matchableNeed } from "./policy.ts";

const MOST = 100;

const talentSelect = {
  id: true,
  status: true,
  origin: true,
  score: true,
  talentToNeed: true,
  explanation: true,
  invitedAt: true,
  invitationExpiresAt: true,
  talentDecidedAt: true,
  enterpriseDecidedAt: true,
  updatedAt: true,
  reasonCode: true,
  need: { select: { ...needViewSelect, enterpriseId: true } },
  introduction: { select: { id: true, status: true, closedAt: true } },
} as const satisfies Prisma.MatchSelect;
type Row = Prisma.MatchGetPayload<{ select: typeof talentSelect }>;

export type Invitation = {
  id: string;
  status: MatchStatus;
  origin: MatchOrigin;
  score: number;
  talentToNeed: number;
  explanation: MatchResult;
  invitedAt: Date;
  expiresAt: Date | null;
  /** still waits for the talent's answer */
  open: boolean;
  answeredAt: Date | null;
  enterpriseAnsweredAt: Date | null;
  /** the case that it led to */
  introduction: { id: string; status: IntroductionStatus } | null;
  /** when it, or its case, came to an end after it had begun */
  endedAt: Date | null;
  need: NeedView;
};

const nobody = { id: { in: [] as string[] } };
const own = (viewer: Viewer): Prisma.MatchWhereInput =>
  viewer.role === "TALENT" && viewer.talentId ? { talentId: viewer.talentId } : nobody;

function toInvitation(row: Row, named: boolean): Invitation {
  return {
    id: row.id,
    status: row.status,
    origin: row.origin,
    score: row.score,
    talentToNeed: row.talentToNeed,
    explanation: explanationOf(row.explanation),
    invitedAt: row.invitedAt!,
    expiresAt: row.invitationExpiresAt,
    open: row.status === "INVITED" && row.invitationExpiresAt !== null && row.invitationExpiresAt > now(),
    answeredAt: row.talentDecidedAt,
    enterpriseAnsweredAt: row.enterpriseDecidedAt,
    introduction: row.introduction && { id: row.introduction.id, status: row.introduction.status },
    endedAt: endOf(row),
    need: needView(row.need, { named }),
  };
}

function endOf({ status, introduction, invitationExpiresAt, updatedAt }: Row): Date | null {
  if (status === "INVITATION_EXPIRED") return invitationExpiresAt;
  const over = introduction?.closedAt ?? null;
  if (status === "WITHDRAWN") return over ?? updatedAt;
  return status === "INTRODUCED" ? over : null;
}

/** The talent's invitations: those that wait for an answer first. */
export async function listInvitations(viewer: Viewer): Promise<Invitation[]> {
  const rows = await db.match.findMany({
    where: { AND: [own(viewer), { invitedAt: { not: null } }] },
    orderBy: [{ invitedAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: talentSelect,
  });
  return rows.map((row) => toInvitation(row, false)).sort((a, b) => Number(b.open) - Number(a.open));
}

export type InvitationDetail = Invitation & {
  /** who would receive the data: named in full, because the consent is to a named recipient */
  recipient: { name: string; nameEn: string | null };
  /** what is given to it now, with the transfer across the border */
  given: Giveable[];
  /** what was given once and no longer is */
  ended: EndedGift[];
  /** needs by which the recipient knows already who they are; asked while it waits for an answer */
  known: { code: string; title: string; lang: AppLocale }[];
  /** a CV is uploaded: there is something that "original CV" gives */
  hasCv: boolean;
  /** whom to talk to, once both have accepted */
  contact: { name: string; phone: string } | null;
};

/** One of the talent's own invitations; null when it is not theirs or they were not invited. */
export async function getInvitation(viewer: Viewer, id: string): Promise<InvitationDetail | null> {
  const row = await db.match.findFirst({
    where: { AND: [own(viewer), { id, invitedAt: { not: null } }] },
    select: talentSelect,
  });
  if (!row) return null;
  const given = [...(await givenFor(db, [id]))(id)];
  const introduced = row.status === "INTRODUCED" && given.includes(BASE);
  const talentId = viewer.talentId!;
  const invitation = toInvitation(row, true);
  return {
    ...invitation,
    recipient: { name: row.need.enterprise.name, nameEn: row.need.enterprise.nameEn },
    given,
    ended: (await endedFor(db, id)).filter(({ category }) => !given.includes(category)),
    known: invitation.open ? await knownBy(row.need.enterpriseId, { talentId, notBy: id }) : [],
    // row-level security shows documents only to whoever it knows
    hasCv: (await transaction(viewer, (tx) => tx.document.count({ where: { talentId } }))) > 0,
    contact: introduced ? await contactOf(row.need) : null,
  };
}

const IDENTIFYING = ["identity", "contact", "cv"] as const satisfies Giveable[];

/** By which other needs an enterprise knows who a talent is: it was shown, or it may read it now. */
async function knownBy(
  enterpriseId: string,
  { talentId, notBy }: { talentId: string; notBy: string },
): Promise<InvitationDetail["known"]> {
  const shown = await db.disclosure.groupBy({
    by: ["matchId"],
    where: { talentId, enterpriseId, matchId: { not: null }, categories: { hasSome: [...IDENTIFYING] } },
    orderBy: { matchId: "asc" },
    take: MOST,
  });
  const matches = await db.match.findMany({
    where: {
      talentId,
      id: { not: notBy },
      need: { enterpriseId },
      OR: [
        { id: { in: shown.flatMap(({ matchId }) => matchId ?? []) } },
        ...IDENTIFYING.map((category) => disclosedTo(enterpriseId, category)),
      ],
    },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 3,
    select: { need: { select: { code: true, title: true, locale: true } } },
  });
  return matches.map(({ need: { locale, ...need } }) => ({ ...need, lang: fromDbLocale(locale) }));
}

/** The need's own contact, else the enterprise's. */
async function contactOf(need: { enterpriseId: string; contactName: string; contactPhone: string }) {
  if (need.contactName) return { name: need.contactName, phone: need.contactPhone };
  const found = await db.enterprise.findUniqueOrThrow({
    where: { id: need.enterpriseId },
    select: { contactName: true, contactPhone: true },
  });
  return { name: found.contactName, phone: found.contactPhone };
}

export type Interest = "none" | "waiting" | "underWay" | "answered";
export type FittingNeed = {
  /** null for a saved need that is not among the ranked ones */
  matchId: string | null;
  talentToNeed: number | null;
  score: number | null;
  explanation: MatchResult | null;
  need: NeedView;
  saved: boolean;
  interest: Interest;
};
export type FittingNeeds = {
  needs: FittingNeed[];
  counts: { fits: number; saved: number; interest: number };
  ranking: RankingState;
  listed: boolean;
};
export const SHOW = ["fits", "saved", "interest"] as const;
export type Show = (typeof SHOW)[number];

/** What the workstation decided of a suggestion is not the talent's business until they are asked; their own interest is. */
function interestOf(
  row: { status: MatchStatus; origin: MatchOrigin; invitedAt: Date | null } | undefined,
): Interest {
  if (!row) return "none";
  if (row.invitedAt)
    return row.status === "INVITATION_EXPIRED" || row.status === "TALENT_DECLINED" ? "none" : "underWay";
  if (row.origin !== "INTEREST") return "none";
  return row.status === "REJECTED" ? "answered" : row.status === "WITHDRAWN" ? "none" : "waiting";
}

/** Open needs that fit the viewer, those that they saved, or those that they asked for, with the viewer's own comparison. */
export async function listFittingNeeds(viewer: Viewer, show: Show = "fits"): Promise<FittingNeeds> {
  const talentId = viewer.role === "TALENT" ? viewer.talentId : null;
  if (!talentId)
    return { needs: [], counts: { fits: 0, saved: 0, interest: 0 }, ranking: "current", listed: false };
  const open = { need: matchableNeed(today()) };
  const where: Record<Show, Prisma.MatchWhereInput> = {
    fits: { talentId, ...open, status: { notIn: ["ENTERPRISE_DECLINED", "WITHDRAWN"] } },
    saved: { talentId, need: { savedBy: { some: { talentId } } } },
    interest: { talentId, origin: "INTEREST" },
  };
  const [rows, saved, fits, interest, talent] = await Promise.all([
    db.match.findMany({
      where: where[show],
      orderBy:
        show === "interest" ? [{ updatedAt: "desc" }, { id: "asc" }] : [{ priority: "desc" }, { id: "asc" }],
      take: MOST,
      select: talentSelect,
    }),
    db.savedNeed.findMany({
      where: { talentId },
      orderBy: { createdAt: "desc" },
      take: MOST,
      select: { needId: true, need: { select: needViewSelect } },
    }),
    db.match.count({ where: where.fits }),
    db.match.count({ where: where.interest }),
    db.talent.findUnique({
      where: { id: talentId },
      select: { matchedAt: true, status: true, matchable: true },
    }),
  ]);
  const listed = talent?.status === "LISTED" && talent.matchable;
  const kept = new Set(saved.map((one) => one.needId));
  const ranked = rows.map((row) => toFitting(row, kept.has(row.need.id)));
  const known = new Set(rows.map((row) => row.need.id));
  const unranked = show === "saved" ? saved.filter((one) => !known.has(one.needId)) : [];
  return {
    needs: [...ranked, ...unranked.map(({ need }) => onlySaved(needView(need, { named: false })))],
    counts: { fits, saved: saved.length, interest },
    ranking: await rankingStateOf("talent", {
      id: talentId,
      matchedAt: talent?.matchedAt ?? null,
      takesPart: listed,
    }),
    listed,
  };
}

const toFitting = (row: Row, saved: boolean): FittingNeed => ({
  matchId: row.id,
  talentToNeed: row.talentToNeed,
  score: row.score,
  explanation: explanationOf(row.explanation),
  need: needView(row.need, { named: false }),
  saved,
  interest: interestOf(row),
});

const onlySaved = (need: NeedView): FittingNeed => ({
  matchId: null,
  talentToNeed: null,
  score: null,
  explanation: null,
  need,
  saved: true,
  interest: "none",
});

/** Whether the viewer saved a need or asked for it, for the public page of a need. */
export async function getStandingToNeed(viewer: Viewer, needId: string) {
  const talentId = viewer.role === "TALENT" ? viewer.talentId : null;
  if (!talentId) return null;
  const [match, saved] = await Promise.all([
    db.match.findUnique({
      where: { needId_talentId: { needId, talentId } },
      select: { id: true, status: true, origin: true, invitedAt: true },
    }),
    db.savedNeed.count({ where: { talentId, needId } }),
  ]);
  return {
    saved: saved > 0,
    interest: interestOf(match ?? undefined),
    invitationId: match?.invitedAt ? match.id : null,
  };
}

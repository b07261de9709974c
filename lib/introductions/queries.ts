import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure } from "#lib/consents/commands.ts";
import { inForce } from "#lib/consents/policy.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { explanationOf, partsOnly } from "#lib/matches/explanation.ts";
import { type Reach, reachOf, visibleTo } from "#lib/matches/policy.ts";
import { anonymousCv, anonymousProjection, anonymousSelect } from "#lib/talents/projection.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ConsentPurpose, MatchStatus } from "#prisma/generated/enums.ts";
import type { Candidate, CandidateIdentity, CandidateState, CandidateSummary } from "./schema.ts";

const MOST = 200;

const summarySelect = {
  id: true,
  status: true,
  talentId: true,
  talentDecidedAt: true,
  enterpriseDecidedAt: true,
  updatedAt: true,
  need: { select: { id: true, code: true, title: true, locale: true } },
  talent: { select: anonymousSelect },
} as const satisfies Prisma.MatchSelect;
type SummaryRow = Prisma.MatchGetPayload<{ select: typeof summarySelect }>;

type Held = ReadonlySet<ConsentPurpose>;
const reach = (status: MatchStatus, held: Held): Reach =>
  reachOf(status, { introduction: held.has("INTRODUCTION"), crossBorder: held.has("CROSS_BORDER") });

const stateOf = (status: MatchStatus, seen: Reach): CandidateState =>
  status === "ENTERPRISE_DECLINED"
    ? "declined"
    : seen === "identity"
      ? "introduced"
      : seen === "anonymous"
        ? "waiting"
        : "ended";

/** Which consents of each match hold now, in one query. */
async function consentsOf(
  source: Pick<Tx, "consent">,
  matchIds: string[],
): Promise<Map<string, Set<ConsentPurpose>>> {
  const rows = await source.consent.findMany({
    where: { matchId: { in: matchIds }, ...inForce },
    select: { matchId: true, purpose: true },
    take: matchIds.length * 5,
  });
  const held = new Map<string, Set<ConsentPurpose>>();
  for (const { matchId, purpose } of rows) {
    if (!matchId) continue;
    held.set(matchId, (held.get(matchId) ?? new Set()).add(purpose));
  }
  return held;
}

const NONE: Held = new Set();

function toSummary(row: SummaryRow, seen: Reach, locale: AppLocale): CandidateSummary {
  const profile = seen === "nothing" ? null : anonymousProjection(row.talent, locale);
  return {
    id: row.id,
    state: stateOf(row.status, seen),
    code: row.talent.code,
    needId: row.need.id,
    needCode: row.need.code,
    needTitle: row.need.title,
    needLang: fromDbLocale(row.need.locale),
    headline: profile?.headline ?? null,
    headlineLang: fromDbLocale(row.talent.locale),
    since: row.enterpriseDecidedAt ?? row.talentDecidedAt ?? row.updatedAt,
  };
}

export type Candidates = {
  candidates: CandidateSummary[];
  /** how many suggestions the workstation is looking at or has invited, and nothing about them */
  underWay: number;
};

/** People who accepted an invitation to a need of the viewer's enterprise. Before that there is only a number. */
export async function listCandidates(
  viewer: Viewer,
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<Candidates> {
  if (viewer.role !== "ENTERPRISE" || !viewer.enterpriseId) return { candidates: [], underWay: 0 };
  const [rows, underWay] = await Promise.all([
    db.match.findMany({
      where: visibleTo(viewer),
      orderBy: [{ talentDecidedAt: "desc" }, { id: "asc" }],
      take: MOST,
      select: summarySelect,
    }),
    db.match.count({
      where: {
        need: { enterpriseId: viewer.enterpriseId },
        status: { in: ["SUGGESTED", "IN_REVIEW", "APPROVED", "INVITED"] },
      },
    }),
  ]);
  const held = await consentsOf(
    db,
    rows.map((row) => row.id),
  );
  return {
    candidates: rows.map((row) => toSummary(row, reach(row.status, held.get(row.id) ?? NONE), locale)),
    underWay,
  };
}

const candidateSelect = {
  ...summarySelect,
  score: true,
  explanation: true,
  enterpriseReason: true,
  enterpriseReasonCode: true,
  introduction: { select: { createdAt: true, office: true } },
} as const satisfies Prisma.MatchSelect;

/**
 * One candidate as far as the state and the consents in force allow, read in one transaction in which row-level security
 * knows the viewer; what is shown is noted for the talent in the same transaction. Null when there is nothing to know.
 */
export async function getCandidate(
  viewer: Viewer,
  matchId: string,
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<Candidate | null> {
  if (viewer.role !== "ENTERPRISE" || !viewer.enterpriseId) return null;
  return transaction(viewer, async (tx) => {
    const row = await tx.match.findFirst({
      where: { AND: [{ id: matchId }, visibleTo(viewer)] },
      select: candidateSelect,
    });
    if (!row) return null;
    const held = (await consentsOf(tx, [row.id])).get(row.id) ?? NONE;
    const seen = reach(row.status, held);
    const withCv = seen === "identity" || (seen === "anonymous" && held.has("ANONYMOUS_CV"));
    const identity = seen === "identity" ? await readIdentity(tx, row.talentId) : null;
    if (seen !== "nothing")
      await recordDisclosure(tx, viewer, {
        talentId: row.talentId,
        matchId,
        categories: [
          "anonymous",
          ...(withCv ? ["anonymous_cv"] : []),
          ...(identity ? ["identity", "contact"] : []),
        ],
        purpose: identity ? "introduction" : "candidate",
      });
    return {
      ...toSummary(row, seen, locale),
      score: seen === "nothing" ? null : row.score,
      parts: seen === "nothing" ? [] : partsOnly(explanationOf(row.explanation)),
      profile: seen === "nothing" ? null : anonymousProjection(row.talent, locale),
      cv: withCv ? anonymousCv(row.talent, locale) : null,
      identity,
      enterpriseReason: row.enterpriseReason,
      enterpriseReasonCode: row.enterpriseReasonCode,
      answeredAt: row.enterpriseDecidedAt,
      introducedAt: row.introduction?.createdAt ?? null,
      office: row.introduction?.office ?? null,
    };
  });
}

async function readIdentity(tx: Tx, talentId: string): Promise<CandidateIdentity | null> {
  const found = await tx.talentIdentity.findUnique({
    where: { talentId },
    select: { nameZh: true, nameEn: true, email: true, phone: true, wechat: true, whatsapp: true },
  });
  if (!found) return null;
  const cvs = await tx.document.findMany({
    where: { talentId },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, filename: true },
  });
  return { ...found, cvs };
}

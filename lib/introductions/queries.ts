import type { Viewer } from "#lib/auth/viewer.ts";
import { recordDisclosure, recordDisclosures } from "#lib/consents/disclosures.ts";
import { BASE, consentedTo } from "#lib/consents/policy.ts";
import { type EndedGift, type Given, givenFor } from "#lib/consents/queries.ts";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { explanationOf, partsOnly } from "#lib/matches/explanation.ts";
import { visibleTo } from "#lib/matches/policy.ts";
import { openTo } from "#lib/matches/reach.ts";
import { anonymousCv, anonymousProjection, anonymousSelect } from "#lib/talents/projection.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { DataCategory, MatchStatus } from "#prisma/generated/enums.ts";
import { endOfCandidate, withdrawnOf } from "./candidate-end.ts";
import { pageOfParts } from "./parts.ts";
import { running } from "./policy.ts";
import {
  CANDIDATE_STATES,
  type Candidate,
  type CandidatePerson,
  type CandidateState,
  type CandidateSummary,
  type CategoryStanding,
  type ListedCandidate,
} from "./schema.ts";

const summarySelect = {
  id: true,
  status: true,
  talentId: true,
  talentDecidedAt: true,
  enterpriseDecidedAt: true,
  updatedAt: true,
  introduction: { select: { id: true, createdAt: true, office: true, closedAt: true } },
  need: { select: { id: true, code: true, title: true, locale: true } },
  talent: { select: anonymousSelect },
} as const satisfies Prisma.MatchSelect;
type SummaryRow = Prisma.MatchGetPayload<{ select: typeof summarySelect }>;

type Open = ReadonlySet<Giveable>;

const stateOf = (status: MatchStatus, open: Open): CandidateState =>
  status === "ENTERPRISE_DECLINED"
    ? "declined"
    : !open.has("anonymous")
      ? "ended"
      : status === "INTRODUCED"
        ? "introduced"
        : "waiting";

function toSummary(row: SummaryRow, open: Open, locale: AppLocale): CandidateSummary {
  const profile = open.has("anonymous") ? anonymousProjection(row.talent, locale) : null;
  const state = stateOf(row.status, open);
  const answeredAt = row.enterpriseDecidedAt ?? row.talentDecidedAt;
  return {
    id: row.id,
    state,
    code: row.talent.code,
    needId: row.need.id,
    needCode: row.need.code,
    needTitle: row.need.title,
    needLang: fromDbLocale(row.need.locale),
    headline: profile?.headline ?? null,
    headlineLang: fromDbLocale(row.talent.locale),
    since: (state === "ended" ? row.introduction?.closedAt : answeredAt) ?? row.updatedAt,
  };
}

/** Each group of the list. A case that came to its end is over for the list too, though what was given may still be read. */
const OPEN = {
  waiting: { status: "TALENT_ACCEPTED", ...consentedTo(BASE) },
  introduced: {
    status: "INTRODUCED",
    OR: [{ introduction: null }, { introduction: { status: running } }],
    ...consentedTo(BASE),
  },
  declined: { status: "ENTERPRISE_DECLINED" },
} as const satisfies Partial<Record<CandidateState, Prisma.MatchWhereInput>>;
const GROUPS: Record<CandidateState, Prisma.MatchWhereInput> = {
  ...OPEN,
  ended: { NOT: { OR: Object.values(OPEN) } },
};

export type Candidates = {
  candidates: ListedCandidate[];
  counts: Record<CandidateState, number>;
  page: number;
  pages: number;
  /** how many suggestions the workstation is looking at or has invited, and nothing about them */
  underWay: number;
};

/**
 * People who accepted an invitation to a need of the viewer's enterprise, page by page: those who wait for its answer, then those
 * introduced, then what is over. Before that there is only a number. The headline of a profile is shown already here, and noted for
 * its person.
 */
export async function listCandidates(
  viewer: Viewer,
  locale: AppLocale = fromDbLocale(viewer.locale),
  asked = 1,
): Promise<Candidates> {
  const { enterpriseId } = viewer;
  if (viewer.role !== "ENTERPRISE" || !enterpriseId)
    return { candidates: [], counts: countsOf([]), page: 1, pages: 1, underWay: 0 };
  return transaction(viewer, async (tx) => {
    const parts = CANDIDATE_STATES.map((group) => {
      const where = { AND: [visibleTo(viewer), GROUPS[group]] };
      return {
        count: () => tx.match.count({ where }),
        find: async (at: { skip: number; take: number }) => {
          const found = await tx.match.findMany({
            where,
            orderBy: [{ talentDecidedAt: "desc" }, { id: "asc" }],
            ...at,
            select: summarySelect,
          });
          return found.map((row) => ({ group, row }));
        },
      };
    });
    const { rows, counts, page, pages } = await pageOfParts(parts, asked);
    const underWay = await tx.match.count({
      where: { need: { enterpriseId }, status: { in: ["SUGGESTED", "IN_REVIEW", "APPROVED", "INVITED"] } },
    });
    const given = await givenFor(
      tx,
      rows.map(({ row }) => row.id),
    );
    const shown = rows.map(({ group, row }) => ({ group, row, open: openTo(row.status, given(row.id)) }));
    await recordDisclosures(
      tx,
      viewer,
      shown
        .filter(({ open }) => open.has("anonymous"))
        .map(({ row }) => ({
          talentId: row.talentId,
          matchId: row.id,
          categories: ["anonymous"],
          purpose: "candidate",
        })),
    );
    return {
      candidates: shown.map(({ group, row, open }) => ({ ...toSummary(row, open, locale), group })),
      counts: countsOf(counts),
      page,
      pages,
      underWay,
    };
  });
}

const countsOf = (counts: readonly number[]) =>
  Object.fromEntries(CANDIDATE_STATES.map((state, index) => [state, counts[index] ?? 0])) as Record<
    CandidateState,
    number
  >;

const candidateSelect = {
  ...summarySelect,
  score: true,
  explanation: true,
  enterpriseReason: true,
  enterpriseReasonCode: true,
} as const satisfies Prisma.MatchSelect;

/**
 * One candidate as far as the state and the consents in force allow, category by category, read in one transaction in which
 * row-level security knows the viewer; what is shown is noted for the talent in the same transaction. Null when there is nothing to know.
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
    const given = (await givenFor(tx, [row.id]))(row.id);
    const open = openTo(row.status, given);
    const read = open.has("anonymous");
    const person = await readPerson(tx, row.talentId, open);
    const withdrawn = await withdrawnOf(tx, row.id);
    const summary = toSummary(row, open, locale);
    if (read)
      await recordDisclosure(tx, viewer, {
        talentId: row.talentId,
        matchId,
        categories: shownOf(open, person),
        purpose: row.status === "INTRODUCED" ? "introduction" : "candidate",
      });
    return {
      ...summary,
      end: summary.state === "ended" ? await endOfCandidate(tx, row.id, withdrawn) : null,
      score: read ? row.score : null,
      parts: read ? partsOnly(explanationOf(row.explanation)) : [],
      profile: read ? anonymousProjection(row.talent, locale) : null,
      cv: open.has("anonymous_cv") ? anonymousCv(row.talent, locale) : null,
      person,
      categories: read ? standings(open, given, withdrawn, person) : [],
      enterpriseReason: row.enterpriseReason,
      enterpriseReasonCode: row.enterpriseReasonCode,
      answeredAt: row.enterpriseDecidedAt,
      introducedAt: row.introduction?.createdAt ?? null,
      caseId: row.introduction?.id ?? null,
      office: row.introduction?.office ?? null,
    };
  });
}

/** Each part by its own consent for this match; row-level security asks the ledger once more, table by table. */
async function readPerson(tx: Tx, talentId: string, open: Open): Promise<CandidatePerson> {
  const where = { talentId };
  const name = open.has("identity")
    ? await tx.talentIdentity.findUnique({ where, select: { nameZh: true, nameEn: true } })
    : null;
  const contact = open.has("contact")
    ? await tx.talentContact.findUnique({
        where,
        select: { email: true, phone: true, wechat: true, whatsapp: true },
      })
    : null;
  const cvs = open.has("cv")
    ? await tx.document.findMany({
        where,
        orderBy: { createdAt: "desc" },
        take: 5,
        select: { id: true, filename: true },
      })
    : null;
  return { name, contact, cvs };
}

/** What was really shown: a file is a disclosure of its own when it is opened. */
function shownOf(open: Open, { name, contact }: CandidatePerson): DataCategory[] {
  const shown: DataCategory[] = ["anonymous"];
  if (open.has("anonymous_cv")) shown.push("anonymous_cv");
  if (name) shown.push("identity");
  if (contact) shown.push("contact");
  return shown;
}

const standings = (
  open: Open,
  given: Given,
  withdrawn: readonly EndedGift[],
  { cvs }: CandidatePerson,
): CategoryStanding[] =>
  GIVEABLE.map((category) => ({
    category,
    standing:
      category === "cv" && cvs?.length === 0
        ? "empty"
        : open.has(category)
          ? "open"
          : given.has(category)
            ? "opensOnAcceptance"
            : withdrawn.some((one) => one.category === category)
              ? "withdrawn"
              : "notGiven",
  }));

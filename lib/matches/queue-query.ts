import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { CHAINS, OFFICES } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { visibleTo, waiting } from "./policy.ts";
import {
  ASSIGNEES,
  BANDS,
  bandOf,
  CONFLICT_FILTERS,
  ORIGINS,
  type QueueFilters,
  type QueueRow,
} from "./schema.ts";

const PAGE = 25;

/** A place in the queue's order, as it stands in a URL. */
export const cursorOf = (row: { priority: number; id: string }) => `${row.priority}_${row.id}`;
export function afterCursor(cursor: string | undefined): Prisma.MatchWhereInput {
  const [priority, id] = (cursor ?? "").split("_");
  if (!id || !Number.isFinite(Number(priority)) || !/^[0-9a-f-]{36}$/.test(id)) return {};
  return behind({ priority: Number(priority), id });
}
type Place = { priority: number; id: string };
// the plain bound beside the exact one lets the index start at the place
export const behind = ({ priority, id }: Place): Prisma.MatchWhereInput => ({
  priority: { lte: priority },
  OR: [{ priority: { lt: priority } }, { priority, id: { gt: id } }],
});
export const before = ({ priority, id }: Place): Prisma.MatchWhereInput => ({
  priority: { gte: priority },
  OR: [{ priority: { gt: priority } }, { priority, id: { lt: id } }],
});
const QUEUE_ORDER = [
  { priority: "desc" },
  { id: "asc" },
] as const satisfies Prisma.MatchOrderByWithRelationInput[];
const QUEUE_REVERSED = [{ priority: "asc" }, { id: "desc" }] as const;

/**
 * The first rows of the queue under a condition, or the last before a place. Each status is read by itself, because the index
 * is in order within one; together they would be sorted whole.
 */
export async function fromQueue<S extends Prisma.MatchSelect>(
  where: Prisma.MatchWhereInput,
  select: S,
  take: number,
  way: "forward" | "backward" = "forward",
) {
  const orderBy = way === "forward" ? [...QUEUE_ORDER] : [...QUEUE_REVERSED];
  const columns = { ...select, id: true, priority: true } as const;
  const lists = await Promise.all(
    waiting.in.map((status) =>
      db.match.findMany({ where: { AND: [where, { status }] }, orderBy, take, select: columns }),
    ),
  );
  const rows = lists.flat() as unknown as (Prisma.MatchGetPayload<{ select: S }> & Place)[];
  const sign = way === "forward" ? 1 : -1;
  rows.sort((a, b) => sign * (b.priority - a.priority || (a.id < b.id ? -1 : 1)));
  return rows.slice(0, take);
}

/** The filters as a condition. Nobody but staff gets a row. */
export function queueWhere(viewer: Viewer, filters: QueueFilters): Prisma.MatchWhereInput {
  const band = filters.band ? bandOf(filters.band) : null;
  return {
    AND: [
      viewer.role === "TALENT" || viewer.role === "ENTERPRISE" ? { id: { in: [] } } : visibleTo(viewer),
      { status: waiting },
      filters.office ? { talent: { office: filters.office } } : {},
      filters.chain ? { need: { chain: filters.chain } } : {},
      filters.need ? { needId: filters.need } : {},
      filters.conflicts ? { conflicts: { isEmpty: filters.conflicts === "none" } } : {},
      band ? { score: { gte: band.from, lt: band.below } } : {},
      filters.origin ? { origin: filters.origin } : {},
      filters.assignee ? { assigneeId: filters.assignee === "mine" ? viewer.accountId : null } : {},
    ],
  };
}

export const rowSelect = {
  id: true,
  status: true,
  origin: true,
  score: true,
  priority: true,
  conflicts: true,
  assigneeId: true,
  createdAt: true,
  need: {
    select: {
      id: true,
      code: true,
      title: true,
      locale: true,
      district: true,
      chain: true,
      enterprise: { select: { name: true } },
    },
  },
  talent: { select: { code: true, headline: true, locale: true, base: true } },
} as const satisfies Prisma.MatchSelect;

type Row = Prisma.MatchGetPayload<{ select: typeof rowSelect }>;

export const toQueueRow = (row: Row, names: ReadonlyMap<string, string>): QueueRow => ({
  id: row.id,
  status: row.status,
  origin: row.origin,
  score: row.score,
  conflicts: row.conflicts,
  needId: row.need.id,
  needCode: row.need.code,
  needTitle: row.need.title,
  needLang: fromDbLocale(row.need.locale),
  enterprise: row.need.enterprise.name,
  district: row.need.district,
  chain: row.need.chain,
  talentCode: row.talent.code,
  headline: row.talent.headline,
  talentLang: fromDbLocale(row.talent.locale),
  base: row.talent.base,
  assignee: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
  since: row.createdAt,
});

/** Names of the officers who took rows up, in one query. */
export async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.account.findMany({
    where: { id: { in: wanted } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

export type FacetName = "office" | "chain" | "conflicts" | "band" | "origin" | "assignee";
export type QueueFacets = Record<FacetName, { value: string; count: number }[]> & {
  total: number;
  capped: boolean;
};
export type ReviewQueue = { rows: QueueRow[]; next: string | null; facets: QueueFacets };

/** What waits for a decision, best first, one page. */
export async function getReviewQueue(viewer: Viewer, filters: QueueFilters): Promise<ReviewQueue> {
  const [found, facets] = await Promise.all([
    fromQueue({ AND: [queueWhere(viewer, filters), afterCursor(filters.after)] }, rowSelect, PAGE + 1),
    countFacets(viewer, filters),
  ]);
  const shown = found.slice(0, PAGE);
  const names = await namesOf(shown.map((row) => row.assigneeId));
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toQueueRow(row, names)),
    next: found.length > PAGE && last ? cursorOf(last) : null,
    facets,
  };
}

/** So many rows of the queue are counted at most; beyond it the numbers say "at least". */
export const COUNTED = 2000;

/** One condition a filter, on a row of the counted part of the queue. */
function conditions(viewer: Viewer, filters: QueueFilters): Record<FacetName, Prisma.Sql> {
  const yes = Prisma.sql`TRUE`;
  return {
    office: filters.office ? valueIs.office(filters.office, viewer) : yes,
    chain: filters.chain ? valueIs.chain(filters.chain, viewer) : yes,
    conflicts: filters.conflicts ? valueIs.conflicts(filters.conflicts, viewer) : yes,
    band: filters.band ? valueIs.band(filters.band, viewer) : yes,
    origin: filters.origin ? valueIs.origin(filters.origin, viewer) : yes,
    assignee: filters.assignee ? valueIs.assignee(filters.assignee, viewer) : yes,
  };
}

const valueIs: Record<FacetName, (value: string, viewer: Viewer) => Prisma.Sql> = {
  office: (value) => Prisma.sql`q.office = ${value}`,
  chain: (value) => Prisma.sql`q.chain = ${value}`,
  conflicts: (value) => (value === "none" ? Prisma.sql`NOT q.conflict` : Prisma.sql`q.conflict`),
  band: (value) => {
    const { from, below } = bandOf(value as (typeof BANDS)[number]);
    return Prisma.sql`(q.score >= ${from}::float8 AND q.score < ${below}::float8)`;
  },
  origin: (value) => Prisma.sql`q.origin = ${value}`,
  assignee: (value, viewer) =>
    value === "mine" ? Prisma.sql`q.assignee = ${viewer.accountId}::uuid` : Prisma.sql`q.assignee IS NULL`,
};

const VALUES: Record<FacetName, readonly string[]> = {
  office: OFFICES,
  chain: CHAINS,
  conflicts: CONFLICT_FILTERS,
  band: BANDS,
  origin: ORIGINS,
  assignee: ASSIGNEES,
};
const FACETS = Object.keys(VALUES) as FacetName[];

/** How many rows each value would leave, with the other filters as they are: all counts in one statement. */
async function countFacets(viewer: Viewer, filters: QueueFilters): Promise<QueueFacets> {
  const holds = conditions(viewer, filters);
  const others = (name: FacetName | null) =>
    Prisma.join(
      FACETS.filter((facet) => facet !== name).map((facet) => holds[facet]),
      " AND ",
    );
  const cells = FACETS.flatMap((facet) => VALUES[facet].map((value) => ({ facet, value })));
  const counts = cells.map(
    ({ facet, value }) =>
      Prisma.sql`count(*) FILTER (WHERE ${valueIs[facet](value, viewer)} AND ${others(facet)})::int`,
  );
  const counted = (status: "SUGGESTED" | "IN_REVIEW") => Prisma.sql`(
    SELECT score, origin, "assigneeId", conflicts, "needId", "talentId" FROM "Match" WHERE status = ${status}::"MatchStatus"
      ${filters.need ? Prisma.sql`AND "needId" = ${filters.need}::uuid` : Prisma.empty}
    ORDER BY priority DESC, id LIMIT ${COUNTED})`;
  const [row] = await db.$queryRaw<[{ counts: number[]; total: number; looked: number }]>`
    SELECT ARRAY[${Prisma.join(counts)}] AS counts, count(*) FILTER (WHERE ${others(null)})::int AS total, count(*)::int AS looked
    FROM (
      SELECT m.score, m.origin::text AS origin, m."assigneeId" AS assignee, cardinality(m.conflicts) > 0 AS conflict,
        n.chain, t.office::text AS office
      FROM (
        ${counted("SUGGESTED")} UNION ALL ${counted("IN_REVIEW")}
      ) m JOIN "Need" n ON n.id = m."needId" JOIN "Talent" t ON t.id = m."talentId"
    ) q`;
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as QueueFacets;
  cells.forEach(({ facet, value }, index) => {
    facets[facet].push({ value, count: row.counts[index] ?? 0 });
  });
  return { ...facets, total: row.total, capped: row.looked >= COUNTED };
}

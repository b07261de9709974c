import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { CHAINS, OFFICES } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { ASSIGNEES, BANDS, bandOf, CONFLICT_FILTERS, ORIGINS, type QueueFilters } from "./schema.ts";

export type FacetName = "office" | "chain" | "conflicts" | "band" | "origin" | "assignee";
export type QueueFacets = Record<FacetName, { value: string; count: number }[]> & {
  total: number;
  capped: boolean;
};

/** So many rows of the queue are counted at most; beyond it the numbers say "at least". */
export const COUNTED = 1000;

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
export async function countFacets(viewer: Viewer, filters: QueueFilters): Promise<QueueFacets> {
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

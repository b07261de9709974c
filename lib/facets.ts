import { Prisma } from "#prisma/generated/client.ts";
import { db } from "./db.ts";

export type Facet = {
  name: string;
  /** the column; of an array column every element counts */
  column: Prisma.Sql;
  array?: boolean;
  /** the condition that the chosen values of this facet put on a row; absent when none is chosen */
  chosen?: Prisma.Sql;
};

export type FacetCounts = { total: number; counts: Record<string, Record<string, number>> };

type Count = { facet: string; value: string | null; count: number };

/**
 * Counts rows by the values of each facet. A facet's own choice does not narrow its own counts, so that its other values show
 * what choosing them would give; `total` is under all choices.
 *
 * Rows that are alike in all facets are first folded into one, so that a hundred thousand rows are read once and by all
 * processes that the database has for it, and not once a facet.
 */
export async function countFacets(
  table: Prisma.Sql,
  where: Prisma.Sql,
  facets: Facet[],
): Promise<FacetCounts> {
  const chosen = facets.filter((facet) => facet.chosen);
  const columns = facets.map((facet, index) => Prisma.sql`${facet.column} AS ${Prisma.raw(`c${index}`)}`);
  const flags = chosen.map((facet, index) => Prisma.sql`(${facet.chosen!}) AS ${Prisma.raw(`f${index}`)}`);
  const folded = Prisma.raw([...columns, ...flags].map((_, index) => index + 1).join(", "));
  const under = (own?: Facet) =>
    Prisma.raw(chosen.map((facet, index) => (facet === own ? "TRUE" : `f${index}`)).join(" AND ") || "TRUE");
  const counts = facets.map((facet, index) => {
    const from = Prisma.raw(
      facet.array ? `alike, unnest(c${index}) AS value` : `alike, LATERAL (SELECT c${index} AS value) one`,
    );
    return Prisma.sql`SELECT ${facet.name} AS facet, value::text, sum(n)::int AS count FROM ${from} WHERE ${under(facet)} AND value IS NOT NULL GROUP BY 2`;
  });
  const rows = await db.$queryRaw<Count[]>`
    WITH alike AS MATERIALIZED (SELECT ${Prisma.join([...columns, ...flags])}, count(*)::int AS n FROM ${table} WHERE ${where} GROUP BY ${folded})
    ${Prisma.join([Prisma.sql`SELECT '' AS facet, NULL AS value, coalesce(sum(n), 0)::int AS count FROM alike WHERE ${under()}`, ...counts], " UNION ALL ")}`;
  const result: FacetCounts = {
    total: 0,
    counts: Object.fromEntries(facets.map((facet) => [facet.name, {}])),
  };
  for (const { facet, value, count } of rows) {
    if (facet === "") result.total = count;
    else if (value !== null) result.counts[facet]![value] = count;
  }
  return result;
}

const kept = new Map<string, { until: number; answer: Promise<unknown> }>();
const SECONDS = 10;

/** Does `work` once in ten seconds for equal keys. Never for an answer that depends on who asks. */
export function sharedBriefly<T>(key: string, work: () => Promise<T>): Promise<T> {
  const time = Date.now();
  for (const [name, entry] of kept) if (entry.until < time) kept.delete(name);
  const found = kept.get(key);
  if (found) return found.answer as Promise<T>;
  const answer = work();
  answer.catch(() => kept.delete(key));
  if (kept.size < 500) kept.set(key, { until: time + SECONDS * 1000, answer });
  return answer;
}

/** As `countFacets`, remembered for ten seconds for equal questions: counts beside a list that all of the staff see alike. */
export const countFacetsShared = (
  key: string,
  table: Prisma.Sql,
  where: Prisma.Sql,
  facets: Facet[],
): Promise<FacetCounts> => sharedBriefly(key, () => countFacets(table, where, facets));

import { db } from "#lib/db.ts";
import { searchTokens } from "#lib/matching/text.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { conceptsNamed } from "./concept-names.ts";
import type { FacetName, Facets, OpenNeedFilters } from "./views.ts";

type Found = { id: string; facet: FacetName | "id"; value: string; count: number };

export function after(cursor: string | undefined): Prisma.NeedWhereInput {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? "");
  if (!match) return {};
  const openedAt = new Date(Number(match[1]));
  return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { gt: match[2] } }] };
}

/** All words of the query, or one of the concepts that it names in any script. */
function readQuery(q: string | undefined): { tokens: string[]; concepts: string[] } | null {
  const words = (q ?? "").trim().slice(0, 200);
  if (!words) return null;
  const named = currentDictionary()
    .find(words)
    .map((hit) => hit.conceptId);
  return {
    tokens: searchTokens(words).slice(0, 60),
    concepts: [...new Set([...named, ...conceptsNamed(words)])].slice(0, 100),
  };
}

export function textWhere(q: string | undefined): Prisma.NeedWhereInput {
  const query = readQuery(q);
  if (!query) return {};
  const code = { code: (q ?? "").trim().toUpperCase() };
  return {
    OR: [
      code,
      ...(query.tokens.length ? [{ searchTokens: { hasEvery: query.tokens } }] : []),
      ...(query.concepts.length ? [{ conceptIds: { hasSome: query.concepts } }] : []),
    ],
  };
}

function textSql(q: string | undefined): Prisma.Sql {
  const query = readQuery(q);
  if (!query) return Prisma.sql`TRUE`;
  return Prisma.sql`(n.code = ${(q ?? "").trim().toUpperCase()}
    OR (cardinality(${query.tokens}::text[]) > 0 AND n."searchTokens" @> ${query.tokens}::text[])
    OR n."conceptIds" && ${query.concepts}::text[])`;
}

/** One pass over the open needs: each filter's counts leave that filter itself out. */
export async function facetsOf(filters: OpenNeedFilters): Promise<{ total: number; facets: Facets }> {
  const is = (column: Prisma.Sql, value: string | undefined) =>
    value ? Prisma.sql`${column} = ${value}` : Prisma.sql`TRUE`;
  const rows = await db.$queryRaw<Found[]>`
    WITH open AS MATERIALIZED (
      SELECT n.chain, n.type, n.district, n.direction, n.modes,
        ${is(Prisma.sql`n.chain`, filters.chain)} AS c, ${is(Prisma.sql`n.type`, filters.type)} AS t,
        ${is(Prisma.sql`n.district`, filters.district)} AS d, ${is(Prisma.sql`n.direction`, filters.direction)} AS r,
        ${filters.mode ? Prisma.sql`${filters.mode} = ANY(n.modes)` : Prisma.sql`TRUE`} AS m
      FROM "Need" n JOIN "Enterprise" e ON e.id = n."enterpriseId" AND e.status = 'VERIFIED'
      WHERE n.status IN ('OPEN', 'PARTIALLY_FILLED') AND ${textSql(filters.q)}
    )
    SELECT 'chain' AS facet, chain AS value, count(*)::int AS count FROM open WHERE t AND d AND r AND m GROUP BY chain
    UNION ALL SELECT 'type', type, count(*)::int FROM open WHERE c AND d AND r AND m GROUP BY type
    UNION ALL SELECT 'district', district, count(*)::int FROM open WHERE c AND t AND r AND m GROUP BY district
    UNION ALL SELECT 'direction', direction, count(*)::int FROM open WHERE c AND t AND d AND m GROUP BY direction
    UNION ALL SELECT 'mode', mode, count(*)::int FROM open, unnest(modes) AS mode WHERE c AND t AND d AND r GROUP BY mode
    UNION ALL SELECT 'id', '', count(*)::int FROM open WHERE c AND t AND d AND r AND m`;
  const of = (name: FacetName) =>
    rows
      .filter((row) => row.facet === name && row.value !== "")
      .map(({ value, count }) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: rows.find((row) => row.facet === "id")?.count ?? 0,
    facets: {
      chain: of("chain"),
      type: of("type"),
      district: of("district"),
      mode: of("mode"),
      direction: of("direction"),
    },
  };
}

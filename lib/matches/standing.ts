import { db } from "#lib/db.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A pair seen from the other side's list: whose list, and with which order. */
export type Standing = { id: string; order: number };

/**
 * Of each list, how many saved pairs stand before a given one, counted up to `most`. A list always holds its own best, so fewer
 * than its depth means that the pair belongs to it. `side` is whose lists they are; `own` is the pair's other end, which is
 * left out of the count and decides between equal orders. What was decided counts while its other end is there; what waits goes
 * with it by itself.
 */
export async function countBefore(
  side: "need" | "talent",
  own: string,
  pairs: readonly Standing[],
  most: number,
): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map();
  const ids = pairs.map(({ id }) => id);
  const orders = pairs.map(({ order }) => order);
  const [list, other] =
    side === "need"
      ? [Prisma.sql`m."needId"`, Prisma.sql`m."talentId"`]
      : [Prisma.sql`m."talentId"`, Prisma.sql`m."needId"`];
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT asked.id::text AS id, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "Match" m
        WHERE ${list} = asked.id AND ${other} <> ${own}::uuid
          AND m.priority >= asked.place AND (m.priority > asked.place OR ${other} < ${own}::uuid)
          AND (m.status IN ('SUGGESTED', 'IN_REVIEW')
            OR EXISTS (SELECT 1 FROM "PoolRecord" p WHERE p.id = ${other} AND p.live))
        LIMIT ${most}) AS before) AS count
    FROM unnest(${ids}::uuid[], ${orders}::float8[]) AS asked(id, place)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

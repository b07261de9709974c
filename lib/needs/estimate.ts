import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { conditionsOf, type Requirement } from "./estimate-conditions.ts";
import type { NeedFields } from "./schema.ts";

/** A count; null is "fewer than 3", so that nobody can feel their way to a single person. */
export type Count = number | null;
export type Estimate = {
  /** an engine's own count just now, or that of the stored conditions where none is ready */
  source: "engine" | "database";
  /** listed profiles in all */
  total: Count;
  fit: Count;
  /** how many would fit if one requirement fell away; those that gain most first, only those that gain */
  withoutEach: { requirement: Requirement; count: Count }[];
};

const SMALLEST = 3;
const shown = (count: number): Count => (count < SMALLEST ? null : count);

/** What may be told of the raw counts: small ones are not told apart. */
export const tellable = (
  source: Estimate["source"],
  total: number,
  fit: number,
  onlyMissing: { requirement: Requirement; count: number }[],
): Estimate => ({
  source,
  total: shown(total),
  fit: shown(fit),
  withoutEach: onlyMissing
    .map(({ requirement, count }) => ({ requirement, count: fit + count }))
    .filter(({ count }) => count > fit && count >= SMALLEST)
    .sort((a, b) => b.count - a.count),
});

export const mayEstimate = (viewer: Viewer): boolean => viewer.role === "ENTERPRISE" || isStaff(viewer);

/**
 * How many verified profiles meet what has been typed so far: one pass over the listed profiles, each requirement looked at
 * once for each. A profile counts as fitting, as missing exactly one requirement (and which), or as neither.
 */
export async function estimateFit(viewer: Viewer, need: NeedFields): Promise<Estimate> {
  if (!mayEstimate(viewer)) throw new NotFoundError();
  const conditions = conditionsOf(need, currentDictionary());
  const met = Prisma.join(conditions.map(({ sql }) => Prisma.sql`coalesce(${sql}, false)`));
  // OFFSET 0 keeps the planner from looking at each requirement again for every use of its result
  const rows = await db.$queryRaw<{ gap: number; count: number }[]>`
    SELECT CASE WHEN cardinality(missed) > 1 THEN -1 ELSE coalesce(missed[1], 0) END AS gap, count(*)::int AS count
    FROM (
      SELECT array_positions(ARRAY[${met}], false) AS missed
      FROM "Talent" t WHERE t.status = 'LISTED' AND t.matchable OFFSET 0
    ) AS listed GROUP BY gap`;
  const of = (gap: number) => rows.find((row) => row.gap === gap)?.count ?? 0;
  return tellable(
    "database",
    rows.reduce((sum, row) => sum + row.count, 0),
    of(0),
    conditions.map(({ requirement }, index) => ({ requirement, count: of(index + 1) })),
  );
}

import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { HALF_YEAR_DAY, YEAR_DAY } from "./follow-up-schema.ts";

/** What became of the introductions whose score lay in a band, `from` inclusive, `to` exclusive (the last one inclusive). */
export type OutcomeBand = {
  from: number;
  to: number;
  introduced: number;
  /** ended without terms that were accepted */
  ended: number;
  accepted: number;
  /** countersigned by both offices */
  landed: number;
  /** of those who were asked after half a year and after a year, and of whom one side answered */
  asked6: number;
  retained6: number;
  asked12: number;
  retained12: number;
};

/**
 * Whether a case of "Introduction" i lasted to a day after landing: yes where all who answered say so, as `retentionOf` closes it;
 * null where nobody has answered.
 */
export const retainedAt = (day: number) =>
  Prisma.sql`(SELECT bool_and(f.retained) FROM "FollowUp" f WHERE f."introductionId" = i.id AND f.day = ${day} AND f.status = 'ANSWERED')`;

/** Below this the bands are one: few are introduced there. */
const LOWEST = 50;

/** Landed and retained by the score that a match had when it was approved: how well the score foretells what happens. Staff only. */
export async function outcomesByScoreBand(viewer: Viewer): Promise<OutcomeBand[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.$queryRaw<(Omit<OutcomeBand, "from" | "to"> & { band: number })[]>`
    SELECT CASE WHEN m.score < ${LOWEST} THEN 0 ELSE least(90, floor(m.score / 10) * 10) END::int AS band,
      count(*)::int AS introduced,
      count(*) FILTER (WHERE i.status IN ('NO_FIT', 'WITHDRAWN'))::int AS ended,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Offer" o WHERE o."introductionId" = i.id AND o.status = 'ACCEPTED'))::int AS accepted,
      count(l."introductionId")::int AS landed,
      count(*) FILTER (WHERE a.half IS NOT NULL)::int AS asked6, count(*) FILTER (WHERE a.half)::int AS retained6,
      count(*) FILTER (WHERE a.year IS NOT NULL)::int AS asked12, count(*) FILTER (WHERE a.year)::int AS retained12
    FROM "Introduction" i
      JOIN "Match" m ON m.id = i."matchId"
      LEFT JOIN "Landing" l ON l."introductionId" = i.id AND l."countersignedAt" IS NOT NULL
      CROSS JOIN LATERAL (SELECT ${retainedAt(HALF_YEAR_DAY)} AS half, ${retainedAt(YEAR_DAY)} AS year) a
    GROUP BY 1 ORDER BY 1 DESC`;
  return rows.map(({ band, ...counts }) => ({
    from: band,
    to: band === 0 ? LOWEST : band + 10,
    ...counts,
  }));
}

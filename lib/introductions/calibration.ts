import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { YEAR_DAY } from "./follow-up-schema.ts";

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

/** Below this the bands are one: few are introduced there. */
const LOWEST = 50;

/** Landed and retained by the score that a match had when it was approved: how well the score foretells what happens. Staff only. */
export async function outcomesByScoreBand(viewer: Viewer): Promise<OutcomeBand[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const rows = await db.$queryRaw<(Omit<OutcomeBand, "from" | "to"> & { band: number })[]>`
    WITH asked AS (
      SELECT "introductionId" AS id,
        bool_or(day = 180) AS half, bool_and(retained) FILTER (WHERE day = 180) AS half_stayed,
        bool_or(day = ${YEAR_DAY}) AS year, bool_and(retained) FILTER (WHERE day = ${YEAR_DAY}) AS year_stayed
      FROM "FollowUp" WHERE status = 'ANSWERED' AND day >= 180 GROUP BY 1)
    SELECT CASE WHEN m.score < ${LOWEST} THEN 0 ELSE least(90, floor(m.score / 10) * 10) END::int AS band,
      count(*)::int AS introduced,
      count(*) FILTER (WHERE i.status IN ('NO_FIT', 'WITHDRAWN'))::int AS ended,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Offer" o WHERE o."introductionId" = i.id AND o.status = 'ACCEPTED'))::int AS accepted,
      count(l."introductionId")::int AS landed,
      count(*) FILTER (WHERE a.half)::int AS asked6, count(*) FILTER (WHERE a.half_stayed)::int AS retained6,
      count(*) FILTER (WHERE a.year)::int AS asked12, count(*) FILTER (WHERE a.year_stayed)::int AS retained12
    FROM "Introduction" i
      JOIN "Match" m ON m.id = i."matchId"
      LEFT JOIN "Landing" l ON l."introductionId" = i.id AND l."countersignedAt" IS NOT NULL
      LEFT JOIN asked a ON a.id = i.id
    GROUP BY 1 ORDER BY 1 DESC`;
  return rows.map(({ band, ...counts }) => ({
    from: band,
    to: band === 0 ? LOWEST : band + 10,
    ...counts,
  }));
}

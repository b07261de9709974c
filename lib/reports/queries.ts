import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { sharedBriefly } from "#lib/facets.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { caseCondition, caseScope, dimension, matchCondition, matchScope } from "./figures.ts";
import {
  CASE_FIGURES,
  type CaseFigure,
  type FigureFilters,
  LOAD_FIGURES,
  type LoadFigure,
  MATCH_FIGURES,
  type MatchFigure,
} from "./schema.ts";

export type Counts = Record<MatchFigure | CaseFigure, number>;
/** One stage: the cases that have left it, the days that their stays took, and the cases that are in it. */
export type Stay = {
  status: IntroductionStatus;
  left: number;
  medianDays: number;
  slowDays: number;
  there: number;
};
export type Load = { ownerId: string | null; name: string | null; office: Office | null } & Record<
  LoadFigure,
  number
>;
export type Figures = {
  total: Counts;
  /** cases behind `total.begun`, because one person may be in several */
  cases: number;
  rows: { value: string; counts: Counts }[];
  stays: Stay[];
  load: Load[];
  /** hours from the beginning of a case to the workstation's first word; null without any */
  response: { answered: number; unanswered: number; medianHours: number | null; slowHours: number | null };
};

/** The months before the present one that figures show when nobody chose. */
const MONTHS = 11;

/** The chosen period, or the last twelve months. */
export function period(filters: Pick<FigureFilters, "from" | "to">): { from: string; to: string } {
  const [year = 0, month = 1] = today().split("-").map(Number);
  const monthsAgo = (count: number) =>
    new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 7);
  const to = filters.to ?? monthsAgo(0);
  const from = filters.from ?? monthsAgo(MONTHS);
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The figures of a period. People are counted once in each number. Remembered for ten seconds, alike for all staff. */
export async function getFigures(viewer: Viewer, asked: FigureFilters): Promise<Figures> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const filters = { ...asked, ...period(asked) };
  const figures = await sharedBriefly(`figures:${today()}:${JSON.stringify(filters)}`, async () => {
    const [cases, matches, stays, load, response] = await Promise.all([
      countCases(filters),
      countMatches(filters),
      timeInStage(filters),
      loads(filters),
      firstResponse(filters),
    ]);
    return { ...joined(cases, matches), stays, load, response };
  });
  const names = await namesOf(figures.load.map(({ ownerId }) => ownerId));
  return {
    ...figures,
    load: figures.load.map((line) => ({
      ...line,
      name: line.ownerId ? (names.get(line.ownerId) ?? null) : null,
    })),
  };
}

/** `value` is null in the line of the whole. */
type Line<F extends string> = { value: string | null; whole: boolean; cases: number } & Record<F, number>;

const people = (id: Prisma.Sql, figures: readonly string[]) =>
  Prisma.join(
    figures.map(
      (figure) =>
        Prisma.sql`count(DISTINCT ${id}) FILTER (WHERE ${Prisma.raw(`"${figure}"`)})::int AS ${Prisma.raw(`"${figure}"`)}`,
    ),
  );
const flags = <F extends string>(figures: readonly F[], condition: Record<F, () => Prisma.Sql>) =>
  Prisma.join(figures.map((figure) => Prisma.sql`(${condition[figure]()}) AS ${Prisma.raw(`"${figure}"`)}`));

const countCases = (filters: FigureFilters) =>
  db.$queryRaw<Line<CaseFigure>[]>`
    WITH counted AS MATERIALIZED (
      SELECT i."talentId", ${dimension("case", filters.by)} AS value, ${flags(CASE_FIGURES, caseCondition)}
      FROM "Introduction" i WHERE ${caseScope(filters)})
    SELECT value, grouping(value) = 1 AS whole, count(*)::int AS cases, ${people(Prisma.sql`"talentId"`, CASE_FIGURES)}
    FROM counted GROUP BY GROUPING SETS ((), (value))`;

const countMatches = (filters: FigureFilters) =>
  db.$queryRaw<Line<MatchFigure>[]>`
    WITH counted AS MATERIALIZED (
      SELECT m."talentId", ${dimension("match", filters.by)} AS value, ${flags(MATCH_FIGURES, matchCondition)}
      FROM "Match" m JOIN "Need" n ON n.id = m."needId" WHERE ${matchScope(filters)})
    SELECT value, grouping(value) = 1 AS whole, count(*)::int AS cases, ${people(Prisma.sql`"talentId"`, MATCH_FIGURES)}
    FROM counted GROUP BY GROUPING SETS ((), (value))`;

const NONE = Object.fromEntries([...MATCH_FIGURES, ...CASE_FIGURES].map((figure) => [figure, 0])) as Counts;

function joined(cases: Line<CaseFigure>[], matches: Line<MatchFigure>[]) {
  const rows = new Map<string, Counts>();
  let [total, count] = [NONE, 0];
  for (const { value, whole, cases: held, ...counts } of [...cases, ...matches]) {
    if (whole) total = { ...total, ...counts };
    else if (value !== null) rows.set(value, { ...(rows.get(value) ?? NONE), ...counts });
    if (whole && "begun" in counts) count = held;
  }
  return {
    total,
    cases: count,
    rows: [...rows].sort(([a], [b]) => a.localeCompare(b)).map(([value, counts]) => ({ value, counts })),
  };
}

/** Days that stays in a stage took: the middle one, and the one that nine of ten keep. A case may have several, and counts once. */
const timeInStage = (filters: FigureFilters) =>
  db.$queryRaw<Stay[]>`
    SELECT s.status::text AS status, count(DISTINCT i.id) FILTER (WHERE s."leftAt" IS NOT NULL)::int AS "left", count(*) FILTER (WHERE s."leftAt" IS NULL)::int AS there,
      coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM s."leftAt" - s."enteredAt") / 86400), 0)::float8 AS "medianDays",
      coalesce(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM s."leftAt" - s."enteredAt") / 86400), 0)::float8 AS "slowDays"
    FROM "IntroductionStage" s JOIN "Introduction" i ON i.id = s."introductionId"
    WHERE ${caseScope(filters)} AND s."undoneAt" IS NULL AND s.status NOT IN ('CLOSED', 'NO_FIT', 'WITHDRAWN') GROUP BY s.status ORDER BY s.status`;

const MOST_OFFICERS = 200;
const loads = (filters: FigureFilters) =>
  db.$queryRaw<Load[]>`
    SELECT i."ownerId", a.office::text AS office, ${Prisma.join(
      LOAD_FIGURES.map(
        (figure) =>
          Prisma.sql`count(*) FILTER (WHERE ${caseCondition[figure]()})::int AS ${Prisma.raw(`"${figure}"`)}`,
      ),
    )}
    FROM "Introduction" i LEFT JOIN "Account" a ON a.id = i."ownerId"
    WHERE ${caseScope(filters, "running")} AND ${caseCondition.running()}
    GROUP BY i."ownerId", a.office ORDER BY running DESC, i."ownerId" LIMIT ${MOST_OFFICERS}`;

async function firstResponse(filters: FigureFilters): Promise<Figures["response"]> {
  const hours = Prisma.sql`extract(epoch FROM i."firstResponseAt" - i."createdAt") / 3600`;
  const [found] = await db.$queryRaw<[Figures["response"]]>`
    SELECT count(i."firstResponseAt")::int AS answered, count(*) FILTER (WHERE ${caseCondition.unanswered()})::int AS unanswered,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours})::float8 AS "medianHours", percentile_cont(0.9) WITHIN GROUP (ORDER BY ${hours})::float8 AS "slowHours"
    FROM "Introduction" i WHERE ${caseScope(filters)}`;
  return found;
}

import { today } from "#lib/clock.ts";
import { awaitsSignature, officesTurn } from "#lib/desk/cases.ts";
import { retainedAt } from "#lib/introductions/calibration.ts";
import { HALF_YEAR_DAY } from "#lib/introductions/follow-up-schema.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Dimension, type Figure, type FigureFilters, isOfNow, type MatchFigure } from "./schema.ts";

const RUNNING = Prisma.sql`i.status NOT IN ('CLOSED', 'NO_FIT', 'WITHDRAWN')`;
const reached = (status: string) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "IntroductionStage" s WHERE s."introductionId" = i.id AND s.status = ${status}::"IntroductionStatus" AND s."undoneAt" IS NULL)`;
const stay = (stage: string | undefined, over: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "IntroductionStage" s WHERE s."introductionId" = i.id AND s.status = ${stage}::"IntroductionStatus" AND s."undoneAt" IS NULL AND s."leftAt" ${over})`;

/** What makes a case (`i`) count. Whoever counts and whoever lists asks here, so that a number and its list agree. */
export const caseCondition: Record<Exclude<Figure, MatchFigure>, (stage?: string) => Prisma.Sql> = {
  begun: () => Prisma.sql`TRUE`,
  met: () => reached("MEETING"),
  offered: () => reached("OFFER"),
  accepted: () => reached("ACCEPTED"),
  landed: () => reached("LANDED"),
  retained: () => Prisma.sql`coalesce(${retainedAt(HALF_YEAR_DAY)}, false)`,
  noFit: () => Prisma.sql`i.status = 'NO_FIT'`,
  withdrawn: () => Prisma.sql`i.status = 'WITHDRAWN'`,
  running: () => RUNNING,
  overdue: () => Prisma.sql`${RUNNING} AND i."dueOn" < ${today()}::date`,
  dueSoon: () => Prisma.sql`${RUNNING} AND i."dueOn" BETWEEN ${today()}::date AND ${today()}::date + 7`,
  ours: () => Prisma.sql`${RUNNING} AND i.ball = 'STAFF'`,
  stuck: officesTurn,
  unsigned: () => awaitsSignature(),
  left: (stage) => stay(stage, Prisma.sql`IS NOT NULL`),
  there: (stage) => stay(stage, Prisma.sql`IS NULL`),
  unanswered: () => Prisma.sql`${RUNNING} AND i."firstResponseAt" IS NULL`,
};

/** What makes a match (`m`) count. */
export const matchCondition: Record<MatchFigure, () => Prisma.Sql> = {
  approved: () => Prisma.sql`m.status NOT IN ('SUGGESTED', 'IN_REVIEW', 'REJECTED')`,
  invited: () =>
    Prisma.sql`m."invitedAt" IS NOT NULL AND m.status NOT IN ('SUGGESTED', 'IN_REVIEW', 'REJECTED')`,
  willing: () =>
    Prisma.sql`m."talentDecidedAt" IS NOT NULL AND m.status IN ('TALENT_ACCEPTED', 'ENTERPRISE_DECLINED', 'INTRODUCED', 'WITHDRAWN')`,
};

const ZONE = "Asia/Hong_Kong";
const startOf = (month: string) => Prisma.sql`(${`${month}-01`}::date::timestamp AT TIME ZONE ${ZONE})`;
const within = (column: Prisma.Sql, { from, to }: Pick<FigureFilters, "from" | "to">) => [
  ...(from ? [Prisma.sql`${column} >= ${startOf(from)}`] : []),
  ...(to
    ? [Prisma.sql`${column} < ((${`${to}-01`}::date + interval '1 month')::timestamp AT TIME ZONE ${ZONE})`]
    : []),
];
const all = (parts: Prisma.Sql[]) => (parts.length ? Prisma.join(parts, " AND ") : Prisma.sql`TRUE`);

type Scope = Omit<FigureFilters, "by"> & { owner?: string };

/**
 * Cases that began in the period and meet the filters; a load looks at all running ones, whenever they began. The office of a
 * landing without countersignature is the one that has to sign.
 */
export const caseScope = (filters: Scope, figure: Exclude<Figure, MatchFigure> = "begun"): Prisma.Sql =>
  all([
    ...(isOfNow(figure) ? [] : within(Prisma.sql`i."createdAt"`, filters)),
    ...(filters.office
      ? [
          figure === "unsigned"
            ? awaitsSignature(filters.office)
            : Prisma.sql`i.office = ${filters.office}::"Office"`,
        ]
      : []),
    ...(filters.chain ? [Prisma.sql`i.chain = ${filters.chain}`] : []),
    ...(filters.direction ? [Prisma.sql`i.direction = ${filters.direction}`] : []),
    ...(filters.owner
      ? [
          filters.owner === "none"
            ? Prisma.sql`i."ownerId" IS NULL`
            : Prisma.sql`i."ownerId" = ${filters.owner}::uuid`,
        ]
      : []),
  ]);

/** Matches (`m` with their need `n`) that an officer decided in the period. */
export const matchScope = (filters: Scope): Prisma.Sql =>
  all([
    Prisma.sql`m."decidedAt" IS NOT NULL`,
    ...within(Prisma.sql`m."decidedAt"`, filters),
    ...(filters.office ? [Prisma.sql`m."decidedOffice" = ${filters.office}::"Office"`] : []),
    ...(filters.chain ? [Prisma.sql`n.chain = ${filters.chain}`] : []),
    ...(filters.direction ? [Prisma.sql`n.direction = ${filters.direction}`] : []),
  ]);

const monthOf = (column: Prisma.Sql) => Prisma.sql`to_char(${column} AT TIME ZONE ${ZONE}, 'YYYY-MM')`;

/** The column that a table of figures is broken down by. */
export const dimension = (figure: "case" | "match", by: Dimension): Prisma.Sql =>
  figure === "case"
    ? {
        office: Prisma.sql`i.office::text`,
        chain: Prisma.sql`i.chain`,
        direction: Prisma.sql`i.direction`,
        month: monthOf(Prisma.sql`i."createdAt"`),
      }[by]
    : {
        office: Prisma.sql`m."decidedOffice"::text`,
        chain: Prisma.sql`n.chain`,
        direction: Prisma.sql`n.direction`,
        month: monthOf(Prisma.sql`m."decidedAt"`),
      }[by];

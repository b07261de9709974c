import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { countFacetsShared, type FacetCounts, sharedBriefly } from "#lib/facets.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, IntroductionStatus, Office } from "#prisma/generated/enums.ts";
import { type CaseFilters, chosenOf, facetsOf, scopeOf } from "./case-filters.ts";
import { type LandingTurn, landingTurn } from "./landing-turn.ts";
import { NORM_DAYS, overdueDays, RUNNING } from "./policy.ts";

export const CASE_PAGE = 20;
const DAY = 86_400_000;

type Row = {
  id: string;
  code: string;
  status: IntroductionStatus;
  statusSince: Date;
  version: number;
  office: Office;
  ownerId: string | null;
  nextStep: string;
  ball: CaseSide | null;
  dueOn: Date | null;
  handOverTo: Office | null;
  outcome: string | null;
  closedAt: Date | null;
  title: string;
  locale: string;
  enterprise: string;
  talentCode: string;
  recordedOffice: Office | null;
  countersignedAt: Date | null;
  returnedReason: string | null;
};
/** A case in a list, as staff read it; plain values, so that a board in the browser gets it as it is. */
export type CaseRow = Omit<
  Row,
  "statusSince" | "dueOn" | "closedAt" | "locale" | "recordedOffice" | "countersignedAt" | "returnedReason"
> & {
  lang: AppLocale;
  turn: LandingTurn | null;
  owner: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  closedOn: string | null;
  overdueDays: number;
  /** days in the stage, and whether that is more than it should need */
  days: number;
  slow: boolean;
};

const COLUMNS = Prisma.sql`i.id, i.code, i.status::text, i."statusSince", i.version, i.office::text, i."ownerId", i."nextStep", i.ball::text, i."dueOn", i."handOverTo"::text, i.outcome, i."closedAt", n.title, n.locale::text, e.name AS enterprise, t.code AS "talentCode", l."recordedOffice"::text, l."countersignedAt", l."returnedReason"`;
const JOINS = Prisma.sql`JOIN "Need" n ON n.id = i."needId" JOIN "Enterprise" e ON e.id = i."enterpriseId" JOIN "Talent" t ON t.id = i."talentId" LEFT JOIN "Landing" l ON l."introductionId" = i.id`;

async function toRows(viewer: Viewer, rows: Row[]): Promise<CaseRow[]> {
  const names = await namesOf(rows.map(({ ownerId }) => ownerId));
  const day = today();
  return rows.map(({ statusSince, dueOn: due, closedAt, locale, ...rest }) => {
    const { recordedOffice, countersignedAt, returnedReason, ...row } = rest;
    const dueOn = due?.toISOString().slice(0, 10) ?? null;
    const days = Math.max(0, Math.floor(((closedAt ?? now()).getTime() - statusSince.getTime()) / DAY));
    return {
      ...row,
      lang: fromDbLocale(locale),
      turn: landingTurn(
        viewer,
        row.status,
        recordedOffice && { recordedOffice, countersignedAt, returnedReason },
      ),
      owner: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
      dueOn,
      closedOn: closedAt?.toISOString() ?? null,
      overdueDays: closedAt ? 0 : overdueDays(dueOn, day),
      days,
      slow: days > (NORM_DAYS[row.status] ?? Number.POSITIVE_INFINITY),
    };
  });
}

export type CaseFacets = FacetCounts & {
  owners: ReadonlyMap<string, string>;
  /** the enterprises with most cases under the other filters */
  enterprises: { id: string; name: string; count: number }[];
};

/** How many cases each value of each filter would leave. */
export async function countCases(viewer: Viewer, filters: CaseFilters): Promise<CaseFacets> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const [chosen, where] = [chosenOf(filters), scopeOf(viewer, filters)];
  const { after: _after, view: _view, ...question } = filters;
  const key = JSON.stringify(["cases", today(), question, filters.mine ? viewer.accountId : null]);
  const others = conditions(where, { ...chosen, enterprise: undefined });
  const within = Prisma.join([where, chosen.enterprise ?? Prisma.sql`TRUE`], " AND ");
  const [facets, enterprises] = await Promise.all([
    countFacetsShared(key, Prisma.sql`"Introduction" i`, within, facetsOf(chosen)),
    sharedBriefly(`${key}:enterprises`, () => topEnterprises(others)),
  ]);
  const owners = await namesOf(Object.keys(facets.counts.owner ?? {}).filter((id) => id !== "none"));
  return { ...facets, owners, enterprises };
}

const topEnterprises = (where: Prisma.Sql) =>
  db.$queryRaw<{ id: string; name: string; count: number }[]>`
    SELECT e.id, e.name, c.count FROM (
      SELECT i."enterpriseId", count(*)::int AS count FROM "Introduction" i WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 8
    ) c JOIN "Enterprise" e ON e.id = c."enterpriseId" ORDER BY c.count DESC, e.name`;

const conditions = (where: Prisma.Sql, chosen: Record<string, Prisma.Sql | undefined>) =>
  Prisma.join([where, ...Object.values(chosen).filter((part): part is Prisma.Sql => Boolean(part))], " AND ");

export type Board = { status: IntroductionStatus; count: number; rows: CaseRow[] }[];

/** The running cases by stage: of each the first twenty by due date, and how many there are. */
export async function getBoard(viewer: Viewer, filters: CaseFilters): Promise<Board> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const { status, ...chosen } = chosenOf(filters);
  const where = conditions(scopeOf(viewer, { ...filters, ended: undefined }), chosen);
  const columns = RUNNING.filter((one) => !status || one === filters.status);
  const [rows, counts] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM unnest(${[...columns]}::"IntroductionStatus"[]) AS s(status)
        CROSS JOIN LATERAL (SELECT * FROM "Introduction" i WHERE i.status = s.status AND ${where} ORDER BY i."dueOn", i.id LIMIT ${CASE_PAGE}) i ${JOINS}
      ORDER BY i."dueOn", i.id`,
    db.$queryRaw<{ status: IntroductionStatus; count: number }[]>`
      SELECT i.status::text, count(*)::int FROM "Introduction" i WHERE ${where} GROUP BY 1`,
  ]);
  const shown = await toRows(viewer, rows);
  return columns.map((one) => ({
    status: one,
    count: counts.find((line) => line.status === one)?.count ?? 0,
    rows: shown.filter((row) => row.status === one),
  }));
}

/** One page of cases: running ones by due date, ended ones newest end first. */
export async function searchCases(
  viewer: Viewer,
  filters: CaseFilters,
): Promise<{ rows: CaseRow[]; next: string | null }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const where = conditions(scopeOf(viewer, filters), chosenOf(filters));
  const [place, order] = filters.ended
    ? [Prisma.sql`(i."closedAt", i.id) <`, Prisma.sql`i."closedAt" DESC, i.id DESC`]
    : [Prisma.sql`(i."dueOn", i.id) >`, Prisma.sql`i."dueOn", i.id`];
  const cursor = /^(\d+)\.([0-9a-f-]{36})$/.exec(filters.after ?? "");
  const at = cursor && new Date(Number(cursor[1]));
  const beyond = cursor
    ? Prisma.sql`AND ${place} (${filters.ended ? at : Prisma.sql`${at!.toISOString().slice(0, 10)}::date`}, ${cursor[2]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM (SELECT * FROM "Introduction" i WHERE ${where} ${beyond} ORDER BY ${order} LIMIT ${CASE_PAGE + 1}) i ${JOINS}
    ORDER BY ${order}`;
  const shown = rows.slice(0, CASE_PAGE);
  const last = shown.at(-1);
  const mark = filters.ended ? last?.closedAt : last?.dueOn;
  return {
    rows: await toRows(viewer, shown),
    next: rows.length > CASE_PAGE && last && mark ? `${mark.getTime()}.${last.id}` : null,
  };
}

/** One page of the cases that a condition on `i` names, newest first: for whoever counts cases and shows which. */
export async function listCases(
  viewer: Viewer,
  where: Prisma.Sql,
  after?: string,
): Promise<{ rows: CaseRow[]; next: string | null }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const cursor = /^(\d+)\.([0-9a-f-]{36})$/.exec(after ?? "");
  const beyond = cursor
    ? Prisma.sql`AND (i."createdAt", i.id) < (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<(Row & { createdAt: Date })[]>`
    SELECT ${COLUMNS}, i."createdAt" FROM (SELECT * FROM "Introduction" i WHERE ${where} ${beyond} ORDER BY i."createdAt" DESC, i.id DESC LIMIT ${CASE_PAGE + 1}) i ${JOINS}
    ORDER BY i."createdAt" DESC, i.id DESC`;
  const shown = rows.slice(0, CASE_PAGE);
  const last = shown.at(-1);
  return {
    rows: await toRows(
      viewer,
      shown.map(({ createdAt: _, ...row }) => row),
    ),
    next: rows.length > CASE_PAGE && last ? `${last.createdAt.getTime()}.${last.id}` : null,
  };
}

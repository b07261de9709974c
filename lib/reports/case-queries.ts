import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { type CaseRow, listCases } from "#lib/introductions/case-search.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { MatchStatus } from "#prisma/generated/enums.ts";
import { caseCondition, caseScope, matchCondition, matchScope } from "./figures.ts";
import { period } from "./queries.ts";
import { type FigureCases, isMatchFigure } from "./schema.ts";

export type MatchRow = {
  id: string;
  status: MatchStatus;
  decidedAt: Date;
  title: string;
  lang: AppLocale;
  enterprise: string;
  needCode: string;
  talentCode: string;
};
/** What stands behind one number: `count` matches or cases of so many `people`. */
export type FigureRows = { count: number; people: number; next: string | null } & (
  | { kind: "matches"; rows: MatchRow[] }
  | { kind: "cases"; rows: CaseRow[] }
);

const PAGE = 20;

/** The matches or cases behind one number, newest first, by the very condition that counted them. */
export async function listFigureRows(viewer: Viewer, asked: FigureCases): Promise<FigureRows> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const { figure, stage, after, ...rest } = asked;
  const filters = { ...rest, ...period(rest) };
  if (isMatchFigure(figure)) {
    const where = Prisma.sql`${matchScope(filters)} AND ${matchCondition[figure]()}`;
    const [counts, page] = await Promise.all([
      countOf(MATCHES, Prisma.sql`m."talentId"`, where),
      matchesWhere(where, after),
    ]);
    return { kind: "matches", ...counts, ...page };
  }
  const where = Prisma.sql`${caseScope(filters, figure)} AND ${caseCondition[figure](stage)}`;
  const [counts, page] = await Promise.all([
    countOf(CASES, Prisma.sql`i."talentId"`, where),
    listCases(viewer, where, after),
  ]);
  return { kind: "cases", ...counts, ...page };
}

const CASES = Prisma.sql`"Introduction" i`;
const MATCHES = Prisma.sql`"Match" m JOIN "Need" n ON n.id = m."needId"`;

async function countOf(table: Prisma.Sql, person: Prisma.Sql, where: Prisma.Sql) {
  const [counts] = await db.$queryRaw<[{ count: number; people: number }]>`
    SELECT count(*)::int AS count, count(DISTINCT ${person})::int AS people FROM ${table} WHERE ${where}`;
  return counts;
}

async function matchesWhere(where: Prisma.Sql, after?: string) {
  const [time, id] = after?.split(".") ?? [];
  const beyond =
    time && id
      ? Prisma.sql`AND (m."decidedAt", m.id) < (${new Date(Number(time))}, ${id}::uuid)`
      : Prisma.empty;
  const rows = await db.$queryRaw<(Omit<MatchRow, "lang"> & { locale: string })[]>`
    SELECT m.id, m.status::text, m."decidedAt", n.title, n.locale::text, n.code AS "needCode", e.name AS enterprise, t.code AS "talentCode"
    FROM ${MATCHES} JOIN "Enterprise" e ON e.id = n."enterpriseId" JOIN "Talent" t ON t.id = m."talentId"
    WHERE ${where} ${beyond} ORDER BY m."decidedAt" DESC, m.id DESC LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ locale, ...row }) => ({ ...row, lang: fromDbLocale(locale as never) })),
    next: rows.length > PAGE && last ? `${last.decidedAt.getTime()}.${last.id}` : null,
  };
}

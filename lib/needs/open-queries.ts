import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { searchTokens } from "#lib/matching/text.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { contentSelect, dayOf, toDraft } from "./rows.ts";
import type { NeedType } from "./schema.ts";
import { LOOKING } from "./states.ts";
import type { FacetName, Facets, OpenNeed, OpenNeedFilters, OpenNeedPage, OpenNeedSummary } from "./views.ts";

/** What the public may see: open, and of an enterprise that stands verified now. */
const isPublic = { status: { in: [...LOOKING] }, enterprise: { status: "VERIFIED" as const } };

const openSelect = {
  id: true,
  code: true,
  title: true,
  type: true,
  direction: true,
  locale: true,
  chain: true,
  district: true,
  ftz: true,
  modes: true,
  daysPerMonth: true,
  headcount: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  deadline: true,
  openedAt: true,
  demo: true,
  confidential: true,
  enterprise: { select: { name: true, nameEn: true, holding: true } },
} as const satisfies Prisma.NeedSelect;
type OpenRow = Prisma.NeedGetPayload<{ select: typeof openSelect }>;

function toSummary(row: OpenRow): OpenNeedSummary {
  const { enterprise, confidential, payMin, payMax, payCurrency, payPeriod, ...rest } = row;
  const named = !confidential && !enterprise.holding;
  return {
    ...rest,
    type: row.type as NeedType,
    locale: fromDbLocale(row.locale),
    deadline: dayOf(row.deadline),
    openedAt: row.openedAt ?? new Date(0),
    pay:
      payCurrency && payPeriod && (payMin !== null || payMax !== null)
        ? {
            min: payMin,
            max: payMax,
            currency: payCurrency as "CNY" | "HKD",
            period: payPeriod as "year" | "month" | "day",
          }
        : null,
    enterprise: named ? { name: enterprise.name, nameEn: enterprise.nameEn } : null,
  };
}

export const countOpenNeeds = () => db.need.count({ where: isPublic });

/** An open need as everybody may read it; null when there is none. */
export async function getOpenNeed(id: string): Promise<OpenNeed | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const row = await db.need.findFirst({
    where: { id, ...isPublic },
    select: { ...contentSelect, ...openSelect, filledCount: true },
  });
  if (!row) return null;
  const {
    title: _title,
    contactName: _name,
    contactPhone: _phone,
    confidential: _confidential,
    ...draft
  } = toDraft(row);
  const summary = toSummary(pick(row, openSelect) as OpenRow);
  return {
    ...summary,
    description: draft.description,
    duties: draft.duties,
    mustHave: draft.mustHave,
    preferred: draft.preferred,
    educationMin: draft.educationMin,
    disciplines: draft.disciplines,
    experienceYearsMin: draft.experienceYearsMin,
    qualificationsRequired: draft.qualificationsRequired,
    languages: draft.languages,
    chainText: draft.chainText,
    housing: draft.housing,
    relocation: draft.relocation,
    start: draft.start,
    ipTerms: draft.ipTerms,
    filledCount: row.filledCount,
  };
}

const pick = (row: object, select: object) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key in select));

type Found = { id: string; facet: FacetName | "id"; value: string; count: number };
const LIMIT = 20;

/** Filters, free text in any script, counts for every filter, and a page of needs, newest first. */
export async function listOpenNeeds(filters: OpenNeedFilters = {}): Promise<OpenNeedPage> {
  const limit = Math.min(Math.max(1, filters.limit ?? LIMIT), 100);
  const [page, counted] = await Promise.all([pageOf(filters, limit), facetsOf(filters)]);
  const more = page.length > limit;
  const needs = page.slice(0, limit).map(toSummary);
  const last = needs.at(-1);
  return { needs, ...counted, next: more && last ? `${last.openedAt.getTime()}.${last.id}` : null };
}

async function pageOf(filters: OpenNeedFilters, limit: number): Promise<OpenRow[]> {
  const where: Prisma.NeedWhereInput[] = [isPublic, textWhere(filters.q), after(filters.after)];
  for (const name of ["chain", "type", "district", "direction"] as const)
    if (filters[name]) where.push({ [name]: filters[name] });
  if (filters.mode) where.push({ modes: { has: filters.mode } });
  return db.need.findMany({
    where: { AND: where },
    select: openSelect,
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: limit + 1,
  });
}

function after(cursor: string | undefined): Prisma.NeedWhereInput {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? "");
  if (!match) return {};
  const openedAt = new Date(Number(match[1]));
  return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { gt: match[2] } }] };
}

/** All words of the query, or one of the concepts that it names in any script. */
function readQuery(q: string | undefined): { tokens: string[]; concepts: string[] } | null {
  const words = (q ?? "").trim().slice(0, 200);
  if (!words) return null;
  return {
    tokens: searchTokens(words).slice(0, 60),
    concepts: [
      ...new Set(
        currentDictionary()
          .find(words)
          .map((hit) => hit.conceptId),
      ),
    ].slice(0, 20),
  };
}

function textWhere(q: string | undefined): Prisma.NeedWhereInput {
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
async function facetsOf(filters: OpenNeedFilters): Promise<{ total: number; facets: Facets }> {
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

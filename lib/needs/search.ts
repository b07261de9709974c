import { z } from "zod";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { countFacetsShared, type Facet, type FacetCounts } from "#lib/facets.ts";
import { textCondition } from "#lib/taxonomy/search-text.ts";
import { CHAINS, DISTRICTS, MODES, NEED_DIRECTIONS, NEED_TYPES, OFFICES } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** Filters of the staff's need list, as they stand in the URL. */
export const needFilters = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  status: one([
    "SUBMITTED",
    "RETURNED",
    "OPEN",
    "PARTIALLY_FILLED",
    "PAUSED",
    "FILLED",
    "CLOSED",
    "EXPIRED",
    "WITHDRAWN",
  ]),
  type: one(NEED_TYPES),
  chain: one(CHAINS),
  district: one(DISTRICTS),
  direction: one(NEED_DIRECTIONS),
  mode: one(MODES),
  office: one(OFFICES),
  enterprise: z.uuid().optional().catch(undefined),
  mine: z.literal("1").optional().catch(undefined),
  /** what waits for a decision, longest first */
  queue: z.literal("1").optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type NeedFilters = z.output<typeof needFilters>;

export type NeedRow = {
  id: string;
  code: string;
  status: string;
  type: string;
  locale: string;
  title: string;
  chain: string;
  district: string;
  headcount: number;
  filledCount: number;
  deadline: Date | null;
  office: string;
  assigneeId: string | null;
  enterprise: string;
  confidential: boolean;
  submittedAt: Date | null;
  updatedAt: Date;
};

export const NEED_PAGE = 20;

const choice = (filters: NeedFilters): Record<string, Prisma.Sql | undefined> => ({
  status: filters.status ? Prisma.sql`n.status = ${filters.status}::"NeedStatus"` : undefined,
  type: filters.type ? Prisma.sql`n.type = ${filters.type}` : undefined,
  chain: filters.chain ? Prisma.sql`n.chain = ${filters.chain}` : undefined,
  district: filters.district ? Prisma.sql`n.district = ${filters.district}` : undefined,
  direction: filters.direction ? Prisma.sql`n.direction = ${filters.direction}` : undefined,
  mode: filters.mode ? Prisma.sql`n.modes @> ARRAY[${filters.mode}]::text[]` : undefined,
  office: filters.office ? Prisma.sql`n.office = ${filters.office}::"Office"` : undefined,
});

/** By its words in any script, or by its code. */
function found(q: string): Prisma.Sql {
  const code = /^N-[0-9A-Z]{4,8}$/i.test(q) ? q.toUpperCase() : null;
  return code ? Prisma.sql`n.code = ${code}` : textCondition(q);
}

function scope(viewer: Viewer, filters: NeedFilters): Prisma.Sql {
  if (!isStaff(viewer)) throw new NotFoundError();
  const parts = [Prisma.sql`n.status <> 'DRAFT'`];
  if (filters.q) parts.push(found(filters.q));
  if (filters.enterprise) parts.push(Prisma.sql`n."enterpriseId" = ${filters.enterprise}::uuid`);
  if (filters.queue) parts.push(Prisma.sql`n.status = 'SUBMITTED'`);
  if (filters.mine) parts.push(Prisma.sql`n."assigneeId" = ${viewer.accountId}::uuid`);
  return Prisma.join(parts, " AND ");
}

const FACETS: Pick<Facet, "name" | "column" | "array">[] = [
  { name: "status", column: Prisma.sql`n.status` },
  { name: "type", column: Prisma.sql`n.type` },
  { name: "office", column: Prisma.sql`n.office` },
  { name: "chain", column: Prisma.sql`n.chain` },
  { name: "district", column: Prisma.sql`n.district` },
  { name: "direction", column: Prisma.sql`n.direction` },
  { name: "mode", column: Prisma.sql`n.modes`, array: true },
];

/** Everything the filters put on a row of "Need" n, for an export. */
export function needConditions(viewer: Viewer, filters: NeedFilters): Prisma.Sql {
  const chosen = Object.values(choice(filters)).filter((part): part is Prisma.Sql => part !== undefined);
  return Prisma.join([scope(viewer, filters), ...chosen], " AND ");
}

/** One page of needs for staff, newest change first or, as a queue, longest waiting first; with counts by facet. Two queries. */
export async function searchNeeds(
  viewer: Viewer,
  filters: NeedFilters,
): Promise<{ rows: NeedRow[]; next: string | null; facets: FacetCounts }> {
  const where = scope(viewer, filters);
  const chosen = choice(filters);
  const conditions = [
    where,
    ...Object.values(chosen).filter((part): part is Prisma.Sql => part !== undefined),
  ];
  const cursor = /^(\d+)\.([0-9a-f-]{36})$/.exec(filters.after ?? "");
  const [column, direction, beyond] = (
    filters.queue ? ['n."submittedAt"', "ASC", ">"] : ['n."updatedAt"', "DESC", "<"]
  ).map((part) => Prisma.raw(part));
  if (cursor)
    conditions.push(
      Prisma.sql`(${column}, n.id) ${beyond} (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`,
    );
  const { after: _after, ...question } = filters;
  const [rows, facets] = await Promise.all([
    db.$queryRaw<NeedRow[]>`
      SELECT n.id, n.code, n.status::text, n.type, n.locale::text, n.title, n.chain, n.district, n.headcount, n."filledCount", n.deadline, n.office::text, n."assigneeId", e.name AS enterprise, n.confidential, n."submittedAt", n."updatedAt"
      FROM "Need" n JOIN "Enterprise" e ON e.id = n."enterpriseId"
      WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${column} ${direction}, n.id ${direction} LIMIT ${NEED_PAGE + 1}`,
    countFacetsShared(
      JSON.stringify(["needs", question, filters.mine ? viewer.accountId : null]),
      Prisma.sql`"Need" n`,
      where,
      FACETS.map((facet) => ({ ...facet, chosen: chosen[facet.name] })),
    ),
  ]);
  const page = rows.slice(0, NEED_PAGE);
  const last = page.at(-1);
  const at = last && (filters.queue ? last.submittedAt : last.updatedAt);
  return {
    rows: page,
    next: rows.length > NEED_PAGE && last && at ? `${at.getTime()}.${last.id}` : null,
    facets,
  };
}

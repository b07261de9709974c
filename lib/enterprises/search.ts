import { z } from "zod";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { countFacetsShared, type Facet, type FacetCounts } from "#lib/facets.ts";
import { inBothScripts } from "#lib/taxonomy/scripts.ts";
import { CHAINS, DISTRICTS, OFFICES } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

export const ENTERPRISE_STATUSES = [
  "SUBMITTED",
  "CHANGES_REQUESTED",
  "VERIFIED",
  "REJECTED",
  "SUSPENDED",
] as const;

/** Filters of the staff's list of enterprises, as they stand in the URL. */
export const enterpriseFilters = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  status: one(ENTERPRISE_STATUSES),
  chain: one(CHAINS),
  district: one(DISTRICTS),
  office: one(OFFICES),
  mine: z.literal("1").optional().catch(undefined),
  /** what waits for a decision, longest first */
  queue: z.literal("1").optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type EnterpriseFilters = z.output<typeof enterpriseFilters>;

export type EnterpriseRow = {
  id: string;
  status: string;
  name: string;
  nameEn: string | null;
  locale: string;
  licenceNumber: string;
  chain: string;
  district: string;
  office: string;
  assigneeId: string | null;
  submittedAt: Date;
  updatedAt: Date;
  needs: number;
};

export const ENTERPRISE_PAGE = 20;

const choice = (filters: EnterpriseFilters): Record<string, Prisma.Sql | undefined> => ({
  status: filters.status ? Prisma.sql`e.status = ${filters.status}::"EnterpriseStatus"` : undefined,
  chain: filters.chain ? Prisma.sql`e.chain = ${filters.chain}` : undefined,
  district: filters.district ? Prisma.sql`e.district = ${filters.district}` : undefined,
  office: filters.office ? Prisma.sql`e.office = ${filters.office}::"Office"` : undefined,
});

const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** By its registered name in either script, its English name, or its licence number. */
function named(q: string): Prisma.Sql {
  const ways = inBothScripts(q).flatMap((form) => [
    Prisma.sql`e.name ILIKE ${like(form)}`,
    Prisma.sql`e."nameEn" ILIKE ${like(form)}`,
  ]);
  const number = q.replace(/[\s-]/g, "").toUpperCase();
  return Prisma.sql`(${Prisma.join([...ways, Prisma.sql`e."licenceNumber" = ${number}`], " OR ")})`;
}

function scope(viewer: Viewer, filters: EnterpriseFilters): Prisma.Sql {
  if (!isStaff(viewer)) throw new NotFoundError();
  const parts = [Prisma.sql`NOT e.holding`];
  if (filters.q) parts.push(named(filters.q));
  if (filters.mine) parts.push(Prisma.sql`e."assigneeId" = ${viewer.accountId}::uuid`);
  if (filters.queue) parts.push(Prisma.sql`e.status = 'SUBMITTED'`);
  return Prisma.join(parts, " AND ");
}

const FACETS: Pick<Facet, "name" | "column">[] = [
  { name: "status", column: Prisma.sql`e.status` },
  { name: "office", column: Prisma.sql`e.office` },
  { name: "chain", column: Prisma.sql`e.chain` },
  { name: "district", column: Prisma.sql`e.district` },
];

/** One page of enterprises for staff, newest change first or, as a queue, longest waiting first; with counts by facet. */
export async function searchEnterprises(
  viewer: Viewer,
  filters: EnterpriseFilters,
): Promise<{ rows: EnterpriseRow[]; next: string | null; facets: FacetCounts }> {
  const where = scope(viewer, filters);
  const chosen = choice(filters);
  const conditions = [
    where,
    ...Object.values(chosen).filter((part): part is Prisma.Sql => part !== undefined),
  ];
  const cursor = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(filters.after ?? "");
  const [column, direction] = filters.queue ? ["submittedAt", "ASC"] : ["updatedAt", "DESC"];
  const order = Prisma.raw(`e."${column}" ${direction}, e.id ${direction}`);
  if (cursor)
    conditions.push(
      Prisma.sql`(e.${Prisma.raw(`"${column}"`)}, e.id) ${Prisma.raw(filters.queue ? ">" : "<")} (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`,
    );
  const { after: _after, ...question } = filters;
  const [rows, facets] = await Promise.all([
    db.$queryRaw<EnterpriseRow[]>`
      SELECT e.id, e.status::text, e.name, e."nameEn", e.locale::text, e."licenceNumber", e.chain, e.district, e.office::text, e."assigneeId", e."submittedAt", e."updatedAt",
        (SELECT count(*)::int FROM "Need" n WHERE n."enterpriseId" = e.id AND n.status <> 'DRAFT') AS needs
      FROM "Enterprise" e WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${order} LIMIT ${ENTERPRISE_PAGE + 1}`,
    countFacetsShared(
      JSON.stringify(["enterprises", question, filters.mine ? viewer.accountId : null]),
      Prisma.sql`"Enterprise" e`,
      where,
      FACETS.map((facet) => ({ ...facet, chosen: chosen[facet.name] })),
    ),
  ]);
  const page = rows.slice(0, ENTERPRISE_PAGE);
  const last = page.at(-1);
  const at = last && (filters.queue ? last.submittedAt : last.updatedAt);
  return {
    rows: page,
    next: rows.length > ENTERPRISE_PAGE && last && at ? `${at.getTime()}.${last.id}` : null,
    facets,
  };
}

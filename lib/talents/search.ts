import { z } from "zod";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { countFacets, countFacetsShared, type Facet, type FacetCounts } from "#lib/facets.ts";
import { textCondition } from "#lib/taxonomy/search-text.ts";
import {
  BASES,
  CHAINS,
  DIRECTIONS,
  EDUCATION_LEVELS,
  INTENTIONS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  OFFICES,
  PATHWAYS,
} from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

export const TALENT_STATUSES = [
  "SUBMITTED",
  "UNDER_REVIEW",
  "CHANGES_REQUESTED",
  "VERIFIED",
  "LISTED",
  "PAUSED",
  "REJECTED",
  "ARCHIVED",
  "DRAFT",
] as const;

/** Filters of the staff's talent list, as they stand in the URL. What is not understood is left out. */
export const talentFilters = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  status: one(TALENT_STATUSES),
  base: one(BASES),
  pathway: one(PATHWAYS),
  direction: one(DIRECTIONS),
  intention: one(INTENTIONS),
  chain: one(CHAINS),
  language: one(LANGUAGE_CODES),
  education: one(EDUCATION_LEVELS),
  office: one(OFFICES),
  kind: one(["INDIVIDUAL", "TEAM"]),
  years: z.coerce.number().int().min(0).max(60).optional().catch(undefined),
  mine: z.literal("1").optional().catch(undefined),
  /** what waits for a decision, longest first */
  queue: z.literal("1").optional().catch(undefined),
  /** in the order in which they fit an open need, by its code */
  fit: z
    .string()
    .trim()
    .regex(/^N-[0-9A-Z]{4,8}$/i)
    .optional()
    .catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type TalentFilters = z.output<typeof talentFilters>;

export type TalentRow = {
  id: string;
  code: string;
  kind: string;
  status: string;
  locale: string;
  headline: string;
  base: string | null;
  skills: string[];
  experienceMonths: number;
  office: string;
  assigneeId: string | null;
  editedSinceVerification: boolean;
  submittedAt: Date | null;
  updatedAt: Date;
};

export const TALENT_PAGE = 20;

const choice = (filters: TalentFilters): Record<string, Prisma.Sql | undefined> => ({
  status: filters.status ? Prisma.sql`status = ${filters.status}::"ProfileStatus"` : undefined,
  base: filters.base ? Prisma.sql`base = ${filters.base}` : undefined,
  pathway: filters.pathway ? Prisma.sql`pathway = ${filters.pathway}` : undefined,
  direction: filters.direction ? Prisma.sql`direction = ${filters.direction}` : undefined,
  intention: filters.intention ? Prisma.sql`intentions @> ARRAY[${filters.intention}]::text[]` : undefined,
  chain: filters.chain ? Prisma.sql`industries @> ARRAY[${filters.chain}]::text[]` : undefined,
  office: filters.office ? Prisma.sql`office = ${filters.office}::"Office"` : undefined,
  kind: filters.kind ? Prisma.sql`kind = ${filters.kind}::"TalentKind"` : undefined,
});

/** By its words in any script, or by its code. */
function found(q: string): Prisma.Sql {
  const code = /^T-[0-9A-Z]{4,8}$/i.test(q) ? q.toUpperCase() : null;
  return code ? Prisma.sql`code = ${code}` : textCondition(q);
}

/** What every filter of the list puts on a row, but for the facets' own choices. */
function scope(viewer: Viewer, filters: TalentFilters): Prisma.Sql {
  if (!isStaff(viewer)) throw new NotFoundError();
  const parts = [
    Prisma.sql`status <> 'ERASED' AND (status <> 'DRAFT' OR "submittedAt" IS NOT NULL OR "accountId" IS NULL)`,
  ];
  if (filters.q) parts.push(found(filters.q));
  if (filters.queue) parts.push(Prisma.sql`status IN ('SUBMITTED', 'UNDER_REVIEW')`);
  if (filters.language)
    parts.push(
      Prisma.sql`"languageCodes" && ${LANGUAGE_LEVELS.map((level) => `${filters.language}:${level}`)}::text[]`,
    );
  if (filters.education)
    parts.push(Prisma.sql`"educationRank" >= ${EDUCATION_LEVELS.indexOf(filters.education)}`);
  if (filters.years !== undefined) parts.push(Prisma.sql`"experienceMonths" >= ${filters.years * 12}`);
  if (filters.mine) parts.push(Prisma.sql`"assigneeId" = ${viewer.accountId}::uuid`);
  return Prisma.join(parts, " AND ");
}

const FACETS: Pick<Facet, "name" | "column" | "array">[] = [
  { name: "status", column: Prisma.sql`status` },
  { name: "office", column: Prisma.sql`office` },
  { name: "kind", column: Prisma.sql`kind` },
  { name: "base", column: Prisma.sql`base` },
  { name: "direction", column: Prisma.sql`direction` },
  { name: "intention", column: Prisma.sql`intentions`, array: true },
  { name: "chain", column: Prisma.sql`industries`, array: true },
  { name: "pathway", column: Prisma.sql`pathway` },
];

/** Everything the filters put on a row of "Talent", for an export. */
export function talentConditions(viewer: Viewer, filters: TalentFilters): Prisma.Sql {
  const chosen = Object.values(choice(filters)).filter((part): part is Prisma.Sql => part !== undefined);
  return Prisma.join([scope(viewer, filters), ...chosen], " AND ");
}

const shownColumns = Prisma.sql`id, code, kind::text, status::text, locale::text, headline, base, skills[1:6] AS skills, "experienceMonths",
  office::text, "assigneeId", "editedSinceVerification", "submittedAt", "updatedAt"`;

type Found = { rows: TalentRow[]; next: string | null; facets: FacetCounts };

/**
 * One page of talents for staff, newest change first or, as a queue, longest waiting first; with counts by facet. Two queries; no
 * identity is read. With `ranking` only those talents, in that order.
 */
export async function searchTalents(
  viewer: Viewer,
  filters: TalentFilters,
  ranking?: readonly string[],
): Promise<Found> {
  if (ranking) return searchRanked(viewer, filters, ranking);
  const where = scope(viewer, filters);
  const chosen = choice(filters);
  const conditions = [
    where,
    ...Object.values(chosen).filter((part): part is Prisma.Sql => part !== undefined),
  ];
  const cursor = /^(\d+)\.([0-9a-f-]{36})$/.exec(filters.after ?? "");
  const [column, direction, beyond] = (
    filters.queue ? ['"submittedAt"', "ASC", ">"] : ['"updatedAt"', "DESC", "<"]
  ).map((part) => Prisma.raw(part));
  if (cursor)
    conditions.push(
      Prisma.sql`(${column}, id) ${beyond} (${new Date(Number(cursor[1]))}, ${cursor[2]}::uuid)`,
    );
  const { after: _after, ...question } = filters;
  const [rows, facets] = await Promise.all([
    db.$queryRaw<TalentRow[]>`
      SELECT ${shownColumns}
      FROM "Talent" WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${column} ${direction}, id ${direction} LIMIT ${TALENT_PAGE + 1}`,
    countFacetsShared(
      JSON.stringify(["talents", question, filters.mine ? viewer.accountId : null]),
      Prisma.sql`"Talent"`,
      where,
      FACETS.map((facet) => ({ ...facet, chosen: chosen[facet.name] })),
    ),
  ]);
  const page = rows.slice(0, TALENT_PAGE);
  const last = page.at(-1);
  const at = last && (filters.queue ? last.submittedAt : last.updatedAt);
  return {
    rows: page,
    next: rows.length > TALENT_PAGE && last && at ? `${at.getTime()}.${last.id}` : null,
    facets,
  };
}

/** A few hundred at most, so a page of them is a number. */
async function searchRanked(
  viewer: Viewer,
  filters: TalentFilters,
  ranking: readonly string[],
): Promise<Found> {
  const among = Prisma.sql`${scope(viewer, filters)} AND id = ANY(${ranking}::uuid[])`;
  const chosen = choice(filters);
  const conditions = [among, ...Object.values(chosen).filter((part) => part !== undefined)];
  const from = Number(/^(\d{1,4})$/.exec(filters.after ?? "")?.[1] ?? 0);
  const [rows, facets] = await Promise.all([
    db.$queryRaw<TalentRow[]>`
      SELECT ${shownColumns} FROM "Talent" WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY array_position(${ranking}::uuid[], id) OFFSET ${from} LIMIT ${TALENT_PAGE + 1}`,
    countFacets(
      Prisma.sql`"Talent"`,
      among,
      FACETS.map((facet) => ({ ...facet, chosen: chosen[facet.name] })),
    ),
  ]);
  return {
    rows: rows.slice(0, TALENT_PAGE),
    next: rows.length > TALENT_PAGE ? String(from + TALENT_PAGE) : null,
    facets,
  };
}

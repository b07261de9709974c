import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import type { Facet } from "#lib/facets.ts";
import { textCondition } from "#lib/taxonomy/search-text.ts";
import { CHAINS, NEED_DIRECTIONS, OFFICES } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { SIDES } from "./case-schema.ts";
import { ENDED } from "./outcomes.ts";
import { RUNNING } from "./policy.ts";

const one = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);
const DAY = 86_400_000;

/** Days in the present stage, from and below. */
export const AGE_BANDS = {
  week: [0, 8],
  fortnight: [8, 15],
  month: [15, 31],
  longer: [31, 100_000],
} as const;
export const AGES = Object.keys(AGE_BANDS) as [keyof typeof AGE_BANDS, ...(keyof typeof AGE_BANDS)[]];
export const CASE_STATUSES = [...RUNNING, ...ENDED] as [
  (typeof RUNNING)[number],
  ...(typeof RUNNING)[number][],
];

/** Filters of the staff's cases, as they stand in the URL; the board and the table read the same. */
export const caseFilters = z.object({
  view: one(["table"]),
  q: z.string().trim().max(200).optional().catch(undefined),
  status: one(CASE_STATUSES),
  office: one(OFFICES),
  owner: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  mine: z.literal("1").optional().catch(undefined),
  chain: one(CHAINS),
  direction: one(NEED_DIRECTIONS),
  ball: one(SIDES),
  age: one(AGES),
  overdue: one(["yes", "no"]),
  enterprise: z.uuid().optional().catch(undefined),
  /** those that have ended, newest end first */
  ended: z.literal("1").optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
});
export type CaseFilters = z.output<typeof caseFilters>;

const since = (days: number) => new Date(Date.parse(`${today()}T16:00:00Z`) - days * DAY);
const inBand = ([from, below]: readonly [number, number]) =>
  Prisma.sql`(i."statusSince" <= ${since(from)} AND i."statusSince" > ${since(below)})`;
const isOverdue = () => Prisma.sql`coalesce(i."dueOn" < ${today()}::date, false)`;

/** What each chosen value puts on a row of "Introduction" i. */
export function chosenOf(filters: CaseFilters): Record<string, Prisma.Sql | undefined> {
  const { status, office, owner, chain, direction, ball, age, overdue, enterprise } = filters;
  const yes = (value: unknown, condition: () => Prisma.Sql) => (value ? condition() : undefined);
  return {
    status: yes(status, () => Prisma.sql`i.status = ${status}::"IntroductionStatus"`),
    office: yes(office, () => Prisma.sql`i.office = ${office}::"Office"`),
    owner: yes(owner, () =>
      owner === "none" ? Prisma.sql`i."ownerId" IS NULL` : Prisma.sql`i."ownerId" = ${owner}::uuid`,
    ),
    chain: yes(chain, () => Prisma.sql`i.chain = ${chain}`),
    direction: yes(direction, () => Prisma.sql`i.direction = ${direction}`),
    ball: yes(ball, () => Prisma.sql`i.ball = ${ball}::"CaseSide"`),
    age: yes(age, () => inBand(AGE_BANDS[age!])),
    overdue: yes(overdue, () => (overdue === "yes" ? isOverdue() : Prisma.sql`NOT ${isOverdue()}`)),
    enterprise: yes(enterprise, () => Prisma.sql`i."enterpriseId" = ${enterprise}::uuid`),
  };
}

/** The facets beside the lists; each names a filter. */
export const facetsOf = (chosen: Record<string, Prisma.Sql | undefined>): Facet[] => {
  const bands = AGES.map((age) => Prisma.sql`WHEN ${inBand(AGE_BANDS[age])} THEN ${age}`);
  const columns: [string, Prisma.Sql][] = [
    ["status", Prisma.sql`i.status`],
    ["office", Prisma.sql`i.office`],
    ["owner", Prisma.sql`coalesce(i."ownerId"::text, 'none')`],
    ["chain", Prisma.sql`i.chain`],
    ["direction", Prisma.sql`i.direction`],
    ["ball", Prisma.sql`i.ball`],
    ["age", Prisma.sql`CASE ${Prisma.join(bands, " ")} END`],
    ["overdue", Prisma.sql`CASE WHEN ${isOverdue()} THEN 'yes' ELSE 'no' END`],
  ];
  return columns.map(([name, column]) => ({ name, column, chosen: chosen[name] }));
};

const MOST_FOUND = 500;

/** By the code of a case, a talent or a need, or by words of the need or the enterprise's name. */
function found(q: string): Prisma.Sql {
  const code = /^([CTN])-?([0-9A-Z]{2,8})$/i.exec(q);
  const prefix = code && `${code[1]!.toUpperCase()}-${code[2]!.toUpperCase()}%`;
  if (code && code[1]!.toUpperCase() === "C") return Prisma.sql`i.code LIKE ${prefix}`;
  if (code && code[1]!.toUpperCase() === "T")
    return Prisma.sql`i."talentId" IN (SELECT id FROM "Talent" WHERE code LIKE ${prefix} LIMIT ${MOST_FOUND})`;
  if (code)
    return Prisma.sql`i."needId" IN (SELECT id FROM "Need" WHERE code LIKE ${prefix} LIMIT ${MOST_FOUND})`;
  return Prisma.sql`(i."needId" IN (SELECT id FROM "Need" WHERE ${textCondition(q)} ORDER BY "updatedAt" DESC LIMIT ${MOST_FOUND})
    OR i."enterpriseId" IN (SELECT id FROM "Enterprise" WHERE name ILIKE ${like(q)} OR "nameEn" ILIKE ${like(q)} LIMIT ${MOST_FOUND}))`;
}
const like = (q: string) => `%${q.replace(/[\\%_]/g, "\\$&")}%`;

/** Everything but the facets: running or ended, the search, whose. */
export function scopeOf(viewer: Viewer, filters: CaseFilters): Prisma.Sql {
  const statuses = filters.ended ? ENDED : RUNNING;
  const parts = [Prisma.sql`i.status = ANY(${[...statuses]}::"IntroductionStatus"[])`];
  // those without an end stand first in the index that is read backwards
  if (filters.ended) parts.push(Prisma.sql`i."closedAt" IS NOT NULL`);
  if (filters.q) parts.push(found(filters.q));
  if (filters.mine) parts.push(Prisma.sql`i."ownerId" = ${viewer.accountId}::uuid`);
  return Prisma.join(parts, " AND ");
}

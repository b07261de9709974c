import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { currentDictionary } from "#lib/taxonomy/current.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { conditionsOf, type Requirement } from "./estimate-conditions.ts";
import type { NeedFields } from "./schema.ts";

/** A count; null is "fewer than 3", so that nobody can feel their way to a single person. */
export type Count = number | null;
export type Estimate = {
  /** listed profiles in all */
  total: Count;
  fit: Count;
  /** how many would fit if one requirement fell away; those that gain most first, only those that gain */
  withoutEach: { requirement: Requirement; count: Count }[];
};

const SMALLEST = 3;
const shown = (count: number): Count => (count < SMALLEST ? null : count);

/** How many verified profiles meet what has been typed so far: one pass over the listed profiles, however many requirements. */
export async function estimateFit(viewer: Viewer, need: NeedFields): Promise<Estimate> {
  if (viewer.role !== "ENTERPRISE" && !isStaff(viewer)) throw new NotFoundError();
  const conditions = conditionsOf(need, currentDictionary());
  const columns = conditions.map(({ sql }, index) => Prisma.sql`${sql} AS ${name(index)}`);
  const all = (except?: number) => {
    const names = conditions
      .map((_, index) => index)
      .filter((index) => index !== except)
      .map(name);
    return names.length ? Prisma.join(names, " AND ") : Prisma.sql`TRUE`;
  };
  const without = conditions.map((_, index) => Prisma.sql`count(*) FILTER (WHERE ${all(index)})::int`);
  const [row] = await db.$queryRaw<{ total: number; fit: number; without: number[] }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE ${all()})::int AS fit, ARRAY[${Prisma.join(without)}] AS without
    FROM (SELECT ${Prisma.join(columns)} FROM "Talent" t WHERE t.status = 'LISTED' AND t.matchable) AS listed`;
  const { total, fit, without: counts } = row!;
  return {
    total: shown(total),
    fit: shown(fit),
    withoutEach: conditions
      .map(({ requirement }, index) => ({ requirement, exact: counts[index] ?? 0 }))
      .filter(({ exact }) => exact > fit && exact >= SMALLEST)
      .sort((a, b) => b.exact - a.exact)
      .map(({ requirement, exact }) => ({ requirement, count: shown(exact) })),
  };
}

const name = (index: number) => Prisma.raw(`r${index}`);

import { Prisma } from "#prisma/generated/client.ts";

/** Conditions on a row `r` that its own columns answer: what the pool holds, but for the deadline. */
const listedTalent = Prisma.sql`(r.status = 'LISTED' AND r.matchable)`;
const openNeed = (day: string) => Prisma.sql`(r.status IN ('OPEN', 'PARTIALLY_FILLED')
  AND (r.deadline IS NULL OR r.deadline >= ${day}::date))`;

/** The same with what other tables say; the last word when suggestions are written. As `matchableTalent` and `matchableNeed` of policy.ts. */
export const matchableTalentSql = Prisma.sql`(${listedTalent} AND EXISTS (
  SELECT 1 FROM "Consent" c WHERE c."talentId" = r.id AND c.purpose = 'MATCHING' AND c."withdrawnAt" IS NULL))`;
export const matchableNeedSql = (day: string) => Prisma.sql`(${openNeed(day)}
  AND EXISTS (SELECT 1 FROM "Enterprise" e WHERE e.id = r."enterpriseId" AND e.status = 'VERIFIED'))`;

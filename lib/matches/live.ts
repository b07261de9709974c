import { Prisma } from "#prisma/generated/client.ts";

/** SQL conditions on a row `r`: the same as `matchableTalent` and `matchableNeed` of policy.ts, for the pool and the bulk write. */
export const liveTalents = Prisma.sql`(r.status = 'LISTED' AND r.matchable AND EXISTS (
  SELECT 1 FROM "Consent" c WHERE c."talentId" = r.id AND c.purpose = 'MATCHING' AND c."withdrawnAt" IS NULL))`;

export const liveNeeds = (day: string) => Prisma.sql`(r.status IN ('OPEN', 'PARTIALLY_FILLED')
  AND (r.deadline IS NULL OR r.deadline >= ${day}::date)
  AND EXISTS (SELECT 1 FROM "Enterprise" e WHERE e.id = r."enterpriseId" AND e.status = 'VERIFIED'))`;

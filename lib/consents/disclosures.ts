import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { DataCategory } from "#prisma/generated/enums.ts";

export type NewDisclosure = {
  talentId: string;
  categories: readonly DataCategory[];
  /** a key below `consents.disclosures`, e.g. "review" */
  purpose: string;
  matchId?: string;
};

const DAY = 86_400_000;

export const recordDisclosure = (tx: Tx, viewer: Viewer, disclosure: NewDisclosure) =>
  recordDisclosures(tx, viewer, [disclosure]);

/**
 * Notes who was shown what of whom, in the transaction that read it and in one statement however many were on the page, with the
 * consents that cover it: to the enterprise for that match, or to the workstation. The same person seeing the same again within
 * a day under the same consents is one disclosure.
 */
export async function recordDisclosures(tx: Tx, viewer: Viewer, shown: readonly NewDisclosure[]) {
  if (shown.length === 0) return;
  const rows = shown.map(({ talentId, matchId, purpose, categories }) => {
    const names = [...new Set(categories)].sort();
    return Prisma.sql`(${talentId}::uuid, ${matchId ?? null}::uuid, ${purpose}::text, ${names}::text[]::"DataCategory"[])`;
  });
  const ledger = isStaff(viewer)
    ? Prisma.sql`c."talentId" = s.talent AND c.purpose = 'MATCHING'`
    : Prisma.sql`c."matchId" = s.match AND c.category = ANY (s.categories)`;
  const since = new Date(now().getTime() - DAY);
  await tx.$executeRaw`
    INSERT INTO "Disclosure" (id, "talentId", "matchId", purpose, categories, "consentIds", "accountId", "enterpriseId", office, at)
    SELECT gen_random_uuid(), s.talent, s.match, s.purpose, s.categories, s.consents,
           w.account, w.enterprise, w.office, ${now()}::timestamptz
    FROM (SELECT s.*, ARRAY(SELECT c.id FROM "Consent" c WHERE ${ledger} AND c."withdrawnAt" IS NULL ORDER BY c.id) AS consents
          FROM (VALUES ${Prisma.join(rows)}) AS s(talent, match, purpose, categories)) s,
         (SELECT ${viewer.accountId}::uuid AS account, ${viewer.enterpriseId}::uuid AS enterprise, ${viewer.office}::"Office" AS office) w
    WHERE NOT EXISTS (
      SELECT 1 FROM "Disclosure" d
      WHERE d."talentId" = s.talent AND d.at > ${since}::timestamptz AND d.purpose = s.purpose AND d.categories = s.categories
        AND d."consentIds" = s.consents AND d."matchId" IS NOT DISTINCT FROM s.match
        AND (d."accountId", d."enterpriseId", d.office) IS NOT DISTINCT FROM (w.account, w.enterprise, w.office))`;
}

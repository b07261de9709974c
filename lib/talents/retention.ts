import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { erase } from "./erasure.ts";
import { mailTalent } from "./store.ts";

const YEARS_KEPT = 2;
const WARNED_DAYS = 60;
const DAY = 86_400_000;
/** How long the ledger of an erased person stays as proof: as long as a claim may be brought in Hong Kong. */
const PROOF_YEARS = 6;

/** Nothing was heard of the person since then: no edit, no fresh consent, no introduction. */
const silentSince = (time: Date): Prisma.TalentWhereInput => ({
  status: { notIn: ["ERASED", "SUBMITTED", "UNDER_REVIEW"] },
  updatedAt: { lt: time },
  consents: { none: { grantedAt: { gte: time } } },
  matches: { none: { status: "INTRODUCED", updatedAt: { gte: time } } },
});

/**
 * Hong Kong practice: an unsuccessful applicant's data is kept for two years at most without fresh consent. Sixty days before,
 * the person is asked; after that the profile is erased. A bounded number a run; the job comes every day.
 */
export async function retainTalents(): Promise<void> {
  const viewer = systemViewer("retention");
  const limit = new Date(now());
  limit.setUTCFullYear(limit.getUTCFullYear() - YEARS_KEPT);
  const warned = new Date(limit.getTime() + WARNED_DAYS * DAY);
  const select = { id: true, code: true, version: true, accountId: true, updatedAt: true } as const;
  const proof = new Date(now());
  proof.setUTCFullYear(proof.getUTCFullYear() - PROOF_YEARS);
  await db.consent.deleteMany({ where: { talent: { status: "ERASED" }, withdrawnAt: { lt: proof } } });
  const silent = await db.talent.findMany({
    where: silentSince(warned),
    select,
    orderBy: { updatedAt: "asc" },
    take: 500,
  });
  for (const one of silent) {
    await transaction(viewer, async (tx) => {
      if (
        one.updatedAt >= limit ||
        !(await tx.talent.count({ where: { AND: [{ id: one.id }, silentSince(limit)] } }))
      ) {
        const key = `retention:${one.id}:${one.updatedAt.toISOString().slice(0, 10)}`;
        await mailTalent(tx, one.id, {
          template: "talents.retention",
          params: { days: WARNED_DAYS },
          path: "/talent/privacy",
          key,
        });
        return;
      }
      await erase(tx, one);
      await audit(tx, viewer, { action: "talent.retentionEnded", record: ["talent", one.id] });
    });
  }
}

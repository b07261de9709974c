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

const A_RUN = 500;
const select = { id: true, code: true, version: true, accountId: true, updatedAt: true } as const;
const yearsAgo = (years: number) => {
  const time = new Date(now());
  time.setUTCFullYear(time.getUTCFullYear() - years);
  return time;
};

/**
 * Hong Kong practice: an unsuccessful applicant's data is kept for two years at most without fresh consent. Sixty days before, the
 * person is asked; whoever was asked so long ago and stayed silent is erased, and nobody who was not. A bounded number a run; the
 * job comes every day.
 */
export async function retainTalents(): Promise<void> {
  const viewer = systemViewer("retention");
  await db.consent.deleteMany({
    where: { talent: { status: "ERASED" }, withdrawnAt: { lt: yearsAgo(PROOF_YEARS) } },
  });
  const limit = yearsAgo(YEARS_KEPT);
  const asked = new Date(now().getTime() - WARNED_DAYS * DAY);
  const over = { AND: [silentSince(limit), { retentionWarnedAt: { lte: asked } }] };
  for (const one of await oldest(over))
    await transaction(viewer, async (tx) => {
      if (!(await tx.talent.count({ where: { AND: [{ id: one.id, version: one.version }, over] } }))) return;
      await erase(tx, one);
      await audit(tx, viewer, { action: "talent.retentionEnded", record: ["talent", one.id] });
    });
  const soon = silentSince(new Date(limit.getTime() + WARNED_DAYS * DAY));
  const unasked = {
    OR: [{ retentionWarnedAt: null }, { retentionWarnedAt: { lt: db.talent.fields.updatedAt } }],
  };
  for (const one of await oldest({ AND: [soon, unasked] }))
    await transaction(viewer, async (tx) => {
      await tx.talent.updateMany({ where: { id: one.id }, data: { retentionWarnedAt: now() } });
      await mailTalent(tx, one.id, {
        template: "talents.retention",
        params: { days: WARNED_DAYS },
        path: "/talent/privacy",
        key: `retention:${one.id}:${one.updatedAt.toISOString().slice(0, 10)}`,
      });
    });
}

const oldest = (where: Prisma.TalentWhereInput) =>
  db.talent.findMany({ where, select, orderBy: { updatedAt: "asc" }, take: A_RUN });

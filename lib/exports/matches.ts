import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { matchingConsented } from "#lib/consents/policy.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { BATCH, FIRST } from "./batches.ts";

export const MATCH_COLUMNS = [
  "id",
  "need",
  "needTitle",
  "talent",
  "status",
  "origin",
  "score",
  "needToTalent",
  "talentToNeed",
  "conflicts",
  "decidedOffice",
  "decidedAt",
  "reasonCode",
  "invitedAt",
  "talentDecidedAt",
  "talentReasonCode",
  "enterpriseDecidedAt",
  "enterpriseReasonCode",
  "computedAt",
] as const;

// reasons in free words may name a person and stay here
const exportSelect = {
  id: true,
  status: true,
  origin: true,
  score: true,
  needToTalent: true,
  talentToNeed: true,
  conflicts: true,
  decidedOffice: true,
  decidedAt: true,
  reasonCode: true,
  invitedAt: true,
  talentDecidedAt: true,
  talentReasonCode: true,
  enterpriseDecidedAt: true,
  enterpriseReasonCode: true,
  computedAt: true,
  need: { select: { code: true, title: true } },
  talent: { select: { code: true } },
} as const satisfies Prisma.MatchSelect;

/** Matches of people whose consent to be kept and matched is in force, in batches, by codes only. */
export async function* matchRecords(viewer: Viewer) {
  if (!isStaff(viewer)) throw new NotFoundError();
  let after: string = FIRST;
  for (;;) {
    const rows = await db.match.findMany({
      where: { id: { gt: after }, talent: { status: { not: "ERASED" }, ...matchingConsented } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: exportSelect,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ need, talent, conflicts, ...row }) => ({
      ...row,
      conflicts: conflicts.join("; "),
      need: need.code,
      needTitle: need.title,
      talent: talent.code,
    }));
    after = last.id;
  }
}

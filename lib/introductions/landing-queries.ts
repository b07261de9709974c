import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import { type LandingView, START_DRIFT_DAYS } from "./landing-schema.ts";

const DAY = 86_400_000;

/** The landing of a case that the caller found in scope. Before the countersignature only staff read of it. */
export async function readLanding(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  open: boolean,
): Promise<LandingView | null> {
  const staff = isStaff(viewer);
  const row = await tx.landing.findUnique({
    where: { introductionId },
    select: {
      landedOn: true,
      proofKind: true,
      proofId: true,
      note: true,
      recordedById: true,
      recordedOffice: true,
      recordedAt: true,
      countersignedById: true,
      countersignedAt: true,
      returnedReason: true,
    },
  });
  if (!row || (!staff && !row.countersignedAt)) return null;
  const proof = await tx.caseFile.findUnique({
    where: { id: row.proofId },
    select: { id: true, filename: true },
  });
  const names = staff
    ? await namesOf([row.recordedById, row.countersignedById], tx)
    : new Map<string, string>();
  const waits = open && row.countersignedAt === null && row.returnedReason === null;
  return {
    landedOn: row.landedOn,
    agreedStart: row.countersignedAt ? null : await otherStart(tx, introductionId, row.landedOn),
    proofKind: row.proofKind as LandingView["proofKind"],
    proof,
    note: staff ? row.note : "",
    recordedBy: names.get(row.recordedById) ?? null,
    recordedOffice: row.recordedOffice,
    recordedAt: row.recordedAt,
    countersignedBy: (row.countersignedById && names.get(row.countersignedById)) || null,
    countersignedAt: row.countersignedAt,
    returnedReason: staff ? row.returnedReason : null,
    can: {
      countersign:
        waits &&
        staff &&
        viewer.office !== null &&
        viewer.office !== row.recordedOffice &&
        viewer.accountId !== row.recordedById,
      recordAgain: open && staff && viewer.office !== null && row.returnedReason !== null,
    },
  };
}

/** The start that was agreed, where somebody arrived on quite another day. */
async function otherStart(tx: Tx, introductionId: string, landedOn: Date): Promise<Date | null> {
  const agreed = await tx.offer.findFirst({
    where: { introductionId, status: "ACCEPTED" },
    orderBy: { number: "desc" },
    select: { startOn: true },
  });
  const startOn = agreed?.startOn;
  return startOn && Math.abs(landedOn.getTime() - startOn.getTime()) > START_DRIFT_DAYS * DAY
    ? startOn
    : null;
}

import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { IntroductionStatus, Office } from "#prisma/generated/enums.ts";

export const landingTurnSelect = {
  recordedOffice: true,
  countersignedAt: true,
  returnedReason: true,
} as const satisfies Prisma.LandingSelect;
type Landing = Prisma.LandingGetPayload<{ select: typeof landingTurnSelect }>;

/** The office that a recorded landing waits for: to countersign it, or to record it again after it was sent back. */
export type LandingTurn = { what: "sign" | "again"; office: Office; mine: boolean };

/** Whose turn a landing makes it, whatever the case says else; null where there is none to wait for. Only staff read of it. */
export function landingTurn(
  viewer: Viewer,
  status: IntroductionStatus,
  landing: Landing | null,
): LandingTurn | null {
  if (!isStaff(viewer) || status !== "ACCEPTED" || !landing || landing.countersignedAt) return null;
  const { recordedOffice, returnedReason } = landing;
  const [what, office] =
    returnedReason === null
      ? (["sign", otherOffice(recordedOffice)] as const)
      : (["again", recordedOffice] as const);
  return { what, office, mine: office === viewer.office };
}

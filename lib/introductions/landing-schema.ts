import { z } from "zod";
import { day, optionalText, text } from "#lib/forms.ts";
import type { Office } from "#prisma/generated/enums.ts";

/** What shows that somebody has arrived. */
export const PROOF_KINDS = [
  "contract",
  "startOfWork",
  "workPermit",
  "residencePermit",
  "socialInsurance",
  "agreement",
  "other",
] as const;

export const landingInput = z.strictObject({
  introductionId: z.uuid(),
  landedOn: day(),
  proofKind: z.enum(PROOF_KINDS),
  note: optionalText(1000),
});
export type LandingInput = z.output<typeof landingInput>;

export const countersignInput = z.strictObject({
  introductionId: z.uuid(),
  /** when it was recorded, as the page showed it: what is countersigned is what was read */
  recordedAt: z.iso.datetime(),
});
export const returnLandingInput = z.strictObject({
  introductionId: z.uuid(),
  recordedAt: z.iso.datetime(),
  reason: text(1000),
});

/** So many days an arrival may differ from the agreed start without a word. */
export const START_DRIFT_DAYS = 7;

export type LandingView = {
  landedOn: Date;
  /** until it is countersigned: the start in the accepted terms, where the arrival differs from it by more than some days */
  agreedStart: Date | null;
  proofKind: (typeof PROOF_KINDS)[number];
  proof: { id: string; filename: string } | null;
  note: string;
  recordedBy: string | null;
  recordedOffice: Office;
  recordedAt: Date;
  countersignedBy: string | null;
  countersignedAt: Date | null;
  returnedReason: string | null;
  can: { countersign: boolean; recordAgain: boolean };
};

import { z } from "zod";
import { checkbox, day, optional, optionalText, text, whole } from "#lib/forms.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { CURRENCIES, MODES, PAY_PERIODS } from "#lib/terms/terms.ts";
import type { CaseSide, OfferStatus } from "#prisma/generated/enums.ts";

const terms = {
  mode: z.enum(MODES),
  title: text(160),
  place: optionalText(160),
  startOn: optional(day()),
  daysPerMonth: optional(whole(1, 31)),
  payMin: optional(whole(0, 100_000_000)),
  payMax: optional(whole(1, 100_000_000)),
  payCurrency: optional(z.enum(CURRENCIES)),
  payPeriod: optional(z.enum(PAY_PERIODS)),
  housing: optionalText(600),
  terms: optionalText(4000),
};

/** Somebody's word that this is not a slip of the thumb. */
const sure = checkbox();

export const offerInput = z.strictObject({
  introductionId: z.uuid(),
  ...terms,
  /** number and status of the newest terms that the form was opened with, e.g. "2:PROPOSED"; "" for none */
  seen: optionalText(20),
  /** why terms that were accepted are opened again */
  reason: optionalText(1000),
  /** of an enterprise */
  sure,
});
export type OfferInput = Omit<z.output<typeof offerInput>, "sure">;

export const acceptOfferInput = z.strictObject({
  introductionId: z.uuid(),
  offerId: z.uuid(),
  /** of a talent */
  sure,
  /** staff say how they know */
  note: optionalText(1000),
});
/** Terms that are declined, or taken back. */
export const endOfferInput = z.strictObject({
  introductionId: z.uuid(),
  offerId: z.uuid(),
  reason: text(1000),
});

export type OfferFile = { id: string; filename: string };
export type OfferView = {
  id: string;
  number: number;
  status: OfferStatus;
  mode: string;
  title: string;
  place: string;
  startOn: Date | null;
  daysPerMonth: number | null;
  payMin: number | null;
  payMax: number | null;
  payCurrency: (typeof CURRENCIES)[number] | null;
  payPeriod: (typeof PAY_PERIODS)[number] | null;
  housing: string;
  terms: string;
  evidence: OfferFile | null;
  side: CaseSide;
  recordedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
};
/** Values to begin new terms with: the newest, or what the need says. */
export type OfferStart = Record<string, string> & { lang?: AppLocale };

/** What the form was opened with, to compare at sending. */
export const seenOf = (offer: { number: number; status: OfferStatus } | null | undefined): string =>
  offer ? `${offer.number}:${offer.status}` : "";

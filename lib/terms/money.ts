import type { Pay } from "#lib/matching/types.ts";

/**
 * HKD 1 = CNY 0.92: the fixed rate of the matching rules (contract of the match collection, November 2026), also used for
 * the grey equivalent beside an amount. It is an aid to compare, not a quotation.
 */
export const CNY_PER_HKD = 0.92;
const PERIODS_A_YEAR = { year: 1, month: 12, day: 21.75 * 12 } as const;

export const toCny = (amount: number, currency: Pay["currency"]) =>
  currency === "HKD" ? amount * CNY_PER_HKD : amount;

/** An amount in CNY a year: a month is 21.75 working days. */
export const annualCny = (amount: number, currency: Pay["currency"], period: Pay["period"]) =>
  Math.round(toCny(amount, currency) * PERIODS_A_YEAR[period]);

import type { Pay } from "./types.ts";

/** Rates of the contract; a display rate may differ, the rule may not. */
export const cnyPerHkd = 0.92;
const periodsPerYear = { year: 1, month: 12, day: 21.75 * 12 };

export type YearlyPay = { min: number; max: number };

/** Yuan a year; without an upper end both ends are the lower one. */
export function yearlyPay(pay: Pay | null | undefined): YearlyPay | null {
  if (!pay || !Number.isFinite(pay.min)) return null;
  const factor = periodsPerYear[pay.period] * (pay.currency === "HKD" ? cnyPerHkd : 1);
  if (!Number.isFinite(factor)) return null;
  return { min: pay.min * factor, max: (pay.max ?? pay.min) * factor };
}

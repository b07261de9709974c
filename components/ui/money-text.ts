import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { numberFormatter } from "./formatters.ts";

export type Currency = "CNY" | "HKD";
const SIGN: Record<Currency, string> = { CNY: "¥", HKD: "HK$" };

/** "¥35–60 萬", "¥350,000–600,000": amounts of ten thousand and more are counted in 万 in Chinese. */
export function rangeText(
  min: number | null,
  max: number | null,
  currency: Currency,
  locale: AppLocale,
): string {
  const bounds = [min, max].filter((one): one is number => one !== null);
  const amounts = bounds[0] === bounds[1] ? bounds.slice(0, 1) : bounds;
  const inWan = locale !== "en" && Math.min(...amounts) >= 10_000;
  const format = numberFormatter(langTag(locale), { maximumFractionDigits: inWan ? 2 : 0 });
  const text = amounts.map((one) => format.format(inWan ? one / 10_000 : one)).join("–");
  return `${SIGN[currency]}${text}${inWan ? (locale === "zh-Hans" ? " 万" : " 萬") : ""}`;
}

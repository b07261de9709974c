import { useLocale, useTranslations } from "next-intl";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { CNY_PER_HKD } from "#lib/terms/money.ts";
import { cx } from "./cx.ts";
import { type Currency, rangeText } from "./money-text.ts";

export type MoneyProps = {
  min: number | null;
  max: number | null;
  currency: Currency;
  /** absent for a budget */
  period?: "year" | "month" | "day" | null;
  /** the other currency below, not behind */
  stacked?: boolean;
};

/** An amount in its own currency, and what it is about in the other in grey. */
export function Money({ min, max, currency, period, stacked = false }: MoneyProps) {
  const t = useTranslations("ui.money");
  const locale = useLocale() as AppLocale;
  if (min === null && max === null) return <span className="text-slate">{t("open")}</span>;
  const other: Currency = currency === "CNY" ? "HKD" : "CNY";
  const rate = currency === "CNY" ? 1 / CNY_PER_HKD : CNY_PER_HKD;
  const about = (amount: number | null) => amount && Number((amount * rate).toPrecision(3));
  const bounded = (text: string) =>
    min === null ? t("upTo", { text }) : max === null ? t("from", { text }) : text;
  const own = bounded(rangeText(min, max, currency, locale));
  return (
    <span className="tabular-nums">
      <span className="font-semibold">{period ? t(period, { text: own }) : own}</span>
      <span className={cx("text-sm text-mute", stacked ? "block" : "ml-2 whitespace-nowrap")}>
        {t("about", { text: rangeText(about(min), about(max), other, locale) })}
      </span>
    </span>
  );
}

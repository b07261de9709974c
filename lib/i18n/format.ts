import { createFormatter } from "use-intl/core";
import { type AppLocale, LOCALES, langTag } from "./locales.ts";

export const TIME_ZONE = "Asia/Hong_Kong";

/** Days before months and 24 hours in all languages. */
export const formatTag = (locale: AppLocale) => `${langTag(locale)}-u-hc-h23`;

const formatters = new Map(
  LOCALES.map((locale) => [locale, createFormatter({ locale: formatTag(locale), timeZone: TIME_ZONE })]),
);

/** Days, times and numbers as a language writes them here. */
export const formatterOf = (locale: AppLocale) => formatters.get(locale)!;

import { createFormatter, createTranslator } from "use-intl/core";
import { type AppLocale, langTag } from "./locales.ts";
import { messagesOf } from "./messages.ts";

export const TIME_ZONE = "Asia/Hong_Kong";

/** Days before months and 24 hours in all languages, as pages write them (components/ui/date-text.tsx). */
const formatsOf = (locale: AppLocale) => `${langTag(locale)}-u-hc-h23`;

type Values = Record<string, string | number | Date>;

/** A translator outside of a page: mails, jobs, exports and scripts. Throws for a key that is missing. */
export function translator(locale: AppLocale, namespace: string): (key: string, values?: Values) => string {
  const translate = createTranslator({
    locale: formatsOf(locale),
    messages: messagesOf(locale),
    namespace,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: Values) => string;
  return (key, values) => translate(key, values);
}

export const formatterOf = (locale: AppLocale) =>
  createFormatter({ locale: formatsOf(locale), timeZone: TIME_ZONE });

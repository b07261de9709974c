import { createTranslator } from "use-intl/core";
import { formatTag, TIME_ZONE } from "./format.ts";
import type { AppLocale } from "./locales.ts";
import { messagesOf } from "./messages.ts";

type Values = Record<string, string | number | Date>;

/** A translator outside of a page: mails, jobs, exports and scripts. Throws for a key that is missing. */
export function translator(locale: AppLocale, namespace: string): (key: string, values?: Values) => string {
  const translate = createTranslator({
    locale: formatTag(locale),
    messages: messagesOf(locale),
    namespace,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values?: Values) => string;
  return (key, values) => translate(key, values);
}

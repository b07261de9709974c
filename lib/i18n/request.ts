import { getRequestConfig } from "next-intl/server";
import { TIME_ZONE } from "./format.ts";
import { isLocale } from "./locales.ts";
import { messagesOf } from "./messages.ts";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : "zh-Hant";
  return { locale, messages: messagesOf(locale), timeZone: TIME_ZONE };
});

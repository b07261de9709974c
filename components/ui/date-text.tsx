import { useLocale, useTimeZone } from "next-intl";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { dateFormatter } from "./formatters.ts";

/** A day, or a moment with `time`, as it is in Hong Kong and Yantai. A string is YYYY-MM-DD or ISO 8601. */
export function DateText({
  value,
  time = false,
  year = true,
}: {
  value: Date | string;
  time?: boolean;
  year?: boolean;
}) {
  const [locale, timeZone] = [useLocale() as AppLocale, useTimeZone()];
  const date = typeof value === "string" ? new Date(value) : value;
  const text = dateFormatter(langTag(locale), {
    timeZone,
    day: "numeric",
    month: locale === "en" ? "short" : "long",
    ...(year ? { year: "numeric" } : {}),
    ...(time ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : {}),
  }).format(date);
  const machine = typeof value === "string" && value.length === 10 ? value : date.toISOString();
  return (
    <time dateTime={machine} className="whitespace-nowrap">
      {text}
    </time>
  );
}

import { dateFormatter } from "#components/ui/formatters.ts";
import { TIME_ZONE } from "#lib/i18n/format.ts";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";

const clock = { timeZone: TIME_ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "Wed 25 Nov 2026, 10:00–11:00", in the time of Hong Kong and Yantai. */
export function timeLabel(locale: AppLocale, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const tag = langTag(locale);
  const day = dateFormatter(tag, {
    timeZone: TIME_ZONE,
    weekday: "short",
    day: "numeric",
    month: locale === "en" ? "short" : "long",
    year: "numeric",
  }).format(startsAt);
  const [from, to] = [startsAt, endsAt].map((at) => dateFormatter(tag, clock).format(at));
  return `${day}${locale === "en" ? ", " : " "}${from}–${to}`;
}

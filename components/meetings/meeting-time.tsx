import { useLocale, useTranslations } from "next-intl";
import { Tag } from "#components/ui/surface.tsx";
import { today } from "#lib/clock.ts";
import { dayAt } from "#lib/days.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { Place } from "#lib/meetings/holidays.ts";
import { timeLabel } from "./time-label.ts";

type Time = { startsAt: Date; endsAt: Date; holidayIn: Place[] };

/** From when to when, in the time that Hong Kong and Yantai share; with a word where that day is a holiday in one of them. */
export function MeetingTime({ time, className }: { time: Time; className?: string }) {
  const locale = useLocale() as AppLocale;
  return (
    <span className={className}>
      <time dateTime={time.startsAt.toISOString()}>{timeLabel(locale, time)}</time>{" "}
      <Holiday places={time.holidayIn} />
    </span>
  );
}

export function Holiday({ places }: { places: Place[] }) {
  const t = useTranslations("meetings.holiday");
  if (places.length === 0) return null;
  return <Tag tone="warn">{t(places.length === 2 ? "both" : places[0]!)}</Tag>;
}

const DAY = 86_400_000;

/** How long it is until then, in words. */
export function Countdown({ startsAt }: { startsAt: Date }) {
  const t = useTranslations("meetings.countdown");
  const days = Math.round((Date.parse(dayAt(startsAt)) - Date.parse(today())) / DAY);
  return (
    <span className="font-semibold text-bau-700">
      {days > 1 ? t("days", { days }) : t(days === 1 ? "tomorrow" : "today")}
    </span>
  );
}

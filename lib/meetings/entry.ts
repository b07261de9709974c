import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { CalendarEntry } from "./ics.ts";

type Timed = Omit<CalendarEntry, "title" | "startsAt" | "endsAt"> & {
  kind: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** A meeting for a calendar, by its sort and the need; its own title stays out, because somebody may be named there. */
export function entryOf(
  { kind, startsAt, endsAt, ...meeting }: Timed,
  need: string,
  locale: AppLocale,
): CalendarEntry | null {
  if (!startsAt || !endsAt) return null;
  const label = translator(locale, "meetings")(`kinds.${kind}`);
  return { ...meeting, startsAt, endsAt, title: `${label} · ${need}` };
}

import { useLocale, useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { ChoiceField, SelectField, TextField } from "#components/ui/fields.tsx";
import { localOf } from "#lib/days.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { Place } from "#lib/meetings/holidays.ts";
import { MINUTES } from "#lib/meetings/schema.ts";
import type { CaseMeetings } from "#lib/meetings/views.ts";
import { timeLabel } from "./time-label.ts";

export type Days = Pick<CaseMeetings, "suggestions" | "holidays" | "unknown">;

type Props = {
  days: Days;
  typed: number;
  one?: boolean;
  /** for a need and not for one of its cases */
  need?: boolean;
};

/** How long, times at which both places work to tick, and free ones to type. */
export function TimeFields({ days, typed, one = false, need = false }: Props) {
  const t = useTranslations("meetings.times");
  const locale = useLocale() as AppLocale;
  const ticks = !one && days.suggestions.length > 0;
  return (
    <>
      <SelectField
        name="minutes"
        label={t("minutes")}
        options={MINUTES.map((value) => ({
          value: String(value),
          label: t("minutesOf", { minutes: value }),
        }))}
      />
      {ticks && (
        <ChoiceField
          name="suggested"
          multiple
          label={t("suggested")}
          help={t(need ? "suggestedHelpNeed" : "suggestedHelp")}
          options={days.suggestions.map((span) => ({
            value: localOf(span.startsAt),
            label: timeLabel(locale, span),
          }))}
        />
      )}
      <fieldset className="@container">
        <legend className="mb-2 font-semibold">{t(one ? "one" : "free")}</legend>
        <p className="mb-2 text-sm text-slate">{t("zone")}</p>
        <div className="grid gap-x-4 @lg:grid-cols-2">
          {Array.from({ length: typed }, (_, index) => (
            <TextField
              key={index}
              type="datetime-local"
              name={`times[${index}]`}
              label={
                one
                  ? t("startsAt")
                  : t(index > 0 ? "timeOf" : ticks ? "firstOf" : "first", { number: index + 1 })
              }
              optional={index > 0}
            />
          ))}
        </div>
      </fieldset>
      <HolidayNotes days={days} />
    </>
  );
}

/** Holidays of both places that lie ahead; and what the table does not know yet. */
function HolidayNotes({ days: { holidays, unknown } }: { days: Days }) {
  const t = useTranslations("meetings.holiday");
  const name = (places: Place[]) => t(places.length === 2 ? "both" : places[0]!);
  if (holidays.length === 0 && unknown.length === 0) return null;
  return (
    <div className="mb-5 text-sm text-slate">
      {holidays.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-sea-700">
            {t("ahead", { count: holidays.length })}
          </summary>
          <ul className="grid gap-1 sm:grid-cols-2">
            {holidays.map(({ day, places }) => (
              <li key={day}>
                <DateText value={day} /> · {name(places)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unknown.map(({ place, year }) => (
        <p key={place + year}>{t(`unknown.${place}`, { year })}</p>
      ))}
    </div>
  );
}

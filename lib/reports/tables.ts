import { now } from "#lib/clock.ts";
import { formatterOf } from "#lib/i18n/format.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { valueLabel } from "./labels.ts";
import { type Counts, type Figures, period } from "./queries.ts";
import { CASE_FIGURES, type FigureFilters, LOAD_FIGURES, MATCH_FIGURES } from "./schema.ts";

/** A table with its heading, in words: what a spreadsheet and a document show alike. */
export type FigureTable = { title: string; columns: string[]; rows: (string | number)[][]; note?: string };
export type FigureReport = {
  /** who reports */
  station: string;
  title: string;
  /** the period */
  subtitle: string;
  filters: string;
  source: string;
  tables: FigureTable[];
};

const round = (value: number | null) => (value === null ? "" : Math.round(value * 10) / 10);

/** The figures as tables in the reader's language. */
export function reportOf(figures: Figures, filters: FigureFilters, locale: AppLocale): FigureReport {
  const t = translator(locale, "figures");
  const terms = translator(locale, "terms");
  const cases = translator(locale, "cases");
  const counted = [...MATCH_FIGURES, ...CASE_FIGURES];
  const names = counted.map((figure) => t(`names.${figure}`));
  const line = (counts: Counts) => counted.map((figure) => counts[figure]);
  const by = t(`by.${filters.by}`);
  const chosen = (["office", "chain", "direction"] as const).flatMap((name) =>
    filters[name] ? [`${t(`filters.${name}`)}: ${valueLabel(terms, name, filters[name])}`] : [],
  );
  return {
    station: translator(locale, "layout")("station"),
    title: t("title"),
    subtitle: t("period", period(filters)),
    filters: chosen.join(" · ") || t("export.unfiltered"),
    source: t("export.source", {
      date: formatterOf(locale).dateTime(now(), { dateStyle: "long", timeStyle: "short" }),
    }),
    tables: [
      {
        title: t("table.funnel"),
        columns: [t("table.stage"), t("table.people")],
        rows: counted.map((figure, index) => [names[index]!, figures.total[figure]]),
      },
      {
        title: t("table.breakdown", { by }),
        columns: [by, ...names],
        rows: [
          ...figures.rows.map(({ value, counts }) => [valueLabel(terms, filters.by, value), ...line(counts)]),
          [t("table.all"), ...line(figures.total)],
        ],
        note: t("table.once"),
      },
      {
        title: t("stays.title"),
        columns: [
          t("stays.stage"),
          t("stays.left"),
          t("stays.there"),
          t("table.days", { name: t("stays.median") }),
          t("table.days", { name: t("stays.slow") }),
        ],
        rows: figures.stays.map((stay) => [
          cases(`status.STAFF.${stay.status}`),
          stay.left,
          stay.there,
          round(stay.left ? stay.medianDays : null),
          round(stay.left ? stay.slowDays : null),
        ]),
      },
      {
        title: t("load.title"),
        columns: [
          t("load.officer"),
          t("filters.office"),
          ...LOAD_FIGURES.map((figure) => t(`names.${figure}`)),
        ],
        rows: figures.load.map((load) => [
          load.name ?? t("load.nobody"),
          load.office ? terms(`offices.${load.office}`) : "",
          ...LOAD_FIGURES.map((figure) => load[figure]),
        ]),
      },
      {
        title: t("response.title"),
        columns: [
          t("table.hours", { name: t("response.median") }),
          t("table.hours", { name: t("response.slow") }),
          t("response.unanswered"),
        ],
        rows: [
          [
            round(figures.response.medianHours),
            round(figures.response.slowHours),
            figures.response.unanswered,
          ],
        ],
      },
    ],
  };
}

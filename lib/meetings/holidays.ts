import stored from "./holidays.json" with { type: "json" };

export const PLACES = ["hongkong", "mainland"] as const;
export type Place = (typeof PLACES)[number];

/**
 * Public holidays of both places, entered by year from their official lists. `published` is null where the year's own notice is not
 * entered yet: then only the days stand that the law itself fixes, and pages say so. `work`: weekends that the mainland works to
 * make up for a long holiday.
 */
type Year = { source: string; published: string | null; off: string[]; work: string[] };
const YEARS: Record<Place, Record<string, Year | undefined>> = stored;

export type DayIn = {
  works: boolean;
  holiday: boolean;
  /** the official notice of its year stands in the table */
  known: boolean;
};

/** What a day (YYYY-MM-DD) is in one of the two places. */
export function dayIn(place: Place, day: string): DayIn {
  const year = YEARS[place][day.slice(0, 4)];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const holiday = (year?.off ?? []).some((span) => {
    const [from = "", to = ""] = span.split("/");
    return from <= day && day <= to;
  });
  const weekend = weekday === 0 || weekday === 6;
  return {
    works: !holiday && (!weekend || (year?.work ?? []).includes(day)),
    holiday,
    known: Boolean(year?.published),
  };
}

/** Where a day is a public holiday. */
export const holidayIn = (day: string): Place[] => PLACES.filter((place) => dayIn(place, day).holiday);

/** Of which place and year the official notice is missing within some days. */
export function unknownYears(days: readonly string[]): { place: Place; year: string }[] {
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return years.flatMap((year) =>
    PLACES.filter((place) => !YEARS[place][year]?.published).map((place) => ({ place, year })),
  );
}

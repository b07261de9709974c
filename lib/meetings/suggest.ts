import { dayAt, momentOf } from "#lib/days.ts";
import { dayIn, PLACES } from "./holidays.ts";
import { overlaps, type Span, spanFrom } from "./times.ts";

const DAY = 86_400_000;
/** Common working hours, as minutes of the day. */
const WINDOWS = [
  [9 * 60 + 30, 12 * 60],
  [14 * 60, 17 * 60 + 30],
] as const;
const STEP = 30;
/** Nobody is asked to be there tomorrow morning. */
const LEAD = 24 * 3_600_000;
const SEARCHED = 60;

/** Both places work on that day. */
export const worksInBoth = (day: string) => PLACES.every((place) => dayIn(place, day).works);

const at = (day: string, minute: number) =>
  momentOf(
    `${day}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
  );

/**
 * The next times at which both offices and both sides usually work and nobody of the case has another appointment: one in the
 * morning and one in the afternoon of each day.
 */
export function suggestTimes({
  from,
  minutes,
  busy,
  most,
}: {
  from: Date;
  minutes: number;
  busy: readonly Span[];
  most: number;
}): Span[] {
  const found: Span[] = [];
  const earliest = new Date(from.getTime() + LEAD);
  for (let i = 0; i < SEARCHED && found.length < most; i++) {
    const day = dayAt(new Date(from.getTime() + i * DAY));
    if (!worksInBoth(day)) continue;
    for (const window of WINDOWS) {
      const free = firstFree(
        day,
        window,
        minutes,
        (span) => span.startsAt >= earliest && !busy.some((one) => overlaps(span, one)),
      );
      if (free && found.length < most) found.push(free);
    }
  }
  return found;
}

function firstFree(
  day: string,
  [opens, closes]: readonly [number, number],
  minutes: number,
  fits: (span: Span) => boolean,
): Span | null {
  // half an hour to settle in, where there is room for it
  const starts = [];
  for (let minute = opens; minute + minutes <= closes; minute += STEP) starts.push(minute);
  const [first, ...later] = starts;
  for (const minute of first === undefined ? [] : [...later, first]) {
    const span = spanFrom(at(day, minute), minutes);
    if (fits(span)) return span;
  }
  return null;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt, localOf, momentOf } from "#lib/days.ts";
import { dayIn, holidayIn, PLACES, unknownYears } from "./holidays.ts";
import { suggestTimes, worksInBoth } from "./suggest.ts";
import { overlaps, spanFrom } from "./times.ts";

const HK_2026 =
  "01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26";
const HK_2027 =
  "01-01 02-06 02-08 02-09 03-26 03-27 03-29 04-05 05-01 05-13 06-09 07-01 09-16 10-01 10-08 12-25 12-27";
const daysOf = (year: number) =>
  Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10));

test.each([
  [2026, HK_2026],
  [2027, HK_2027],
])("Hong Kong's seventeen general holidays of %d", (year, known) => {
  const found = daysOf(year).filter((day) => dayIn("hongkong", day).holiday);
  expect(found.map((day) => day.slice(5)).join(" ")).toBe(known);
});

test("the mainland works on the weekends that its notice names, and rests on the days around its holidays", () => {
  expect(dayIn("mainland", "2026-02-14")).toEqual({ works: true, holiday: false, known: true });
  expect(dayIn("mainland", "2026-02-21")).toMatchObject({ works: false, holiday: true });
  expect(dayIn("mainland", "2026-02-22").works).toBe(false);
  expect(daysOf(2026).filter((day) => dayIn("mainland", day).holiday)).toHaveLength(33);
  // a make-up Saturday is no day for both: Hong Kong rests
  expect(worksInBoth("2026-02-14")).toBe(false);
  expect(holidayIn("2026-10-01")).toEqual(["hongkong", "mainland"]);
  expect(holidayIn("2026-12-25")).toEqual(["hongkong"]);
});

test("a year without its notice says so and keeps the days fixed by law", () => {
  expect(unknownYears(["2026-12-01", "2027-01-05"]).map(({ place, year }) => `${place} ${year}`)).toEqual([
    "hongkong 2027",
    "mainland 2027",
  ]);
  expect(dayIn("mainland", "2027-10-02")).toMatchObject({ works: false, holiday: true, known: false });
  expect(dayIn("mainland", "2031-07-01")).toEqual({ works: true, holiday: false, known: false });
});

const moment = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

test("suggested times lie in the working hours of both places, a day ahead, and leave agreed ones free", () => {
  fc.assert(
    fc.property(
      moment,
      fc.constantFrom(30, 45, 60, 90, 120),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 24 * 60 }), fc.integer({ min: 15, max: 480 })), {
        maxLength: 12,
      }),
      (from, minutes, taken) => {
        const busy = taken.map(([after, length]) =>
          spanFrom(new Date(from.getTime() + after * 60_000), length),
        );
        const found = suggestTimes({ from, minutes, busy, most: 6 });
        expect(found.length).toBe(6);
        for (const span of found) {
          const [begins, ends] = [localOf(span.startsAt).slice(11), localOf(span.endsAt).slice(11)];
          expect(PLACES.every((place) => dayIn(place, dayAt(span.startsAt)).works)).toBe(true);
          expect((begins >= "09:30" && ends <= "12:00") || (begins >= "14:00" && ends <= "17:30")).toBe(true);
          expect(span.startsAt.getTime() - from.getTime()).toBeGreaterThanOrEqual(86_400_000);
          expect(busy.some((one) => overlaps(one, span))).toBe(false);
        }
        for (const [i, one] of found.entries())
          for (const other of found.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test("a time of the clock there and back", () => {
  fc.assert(
    fc.property(moment, (at) => {
      expect(momentOf(localOf(at))).toEqual(at);
    }),
  );
});

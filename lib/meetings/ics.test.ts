import fc from "fast-check";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { type CalendarEntry, calendarOf, folded } from "./ics.ts";

beforeAll(() => {
  process.env.DATABASE_URL = "postgresql://localhost/none";
  process.env.AUTH_SECRET = "a secret for tests that is long enough";
  process.env.MAIL_FROM = "Talent Bridge <bridge@example.com>";
});

const words = fc.string({ unit: "binary", maxLength: 200 }).map((text) => text.toWellFormed());
const second = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const entry: fc.Arbitrary<CalendarEntry> = fc
  .record({
    id: fc.uuid(),
    title: fc.oneof(words, fc.constant('面谈；讨论，\\n "条件";a,b\r\nBEGIN:VALARM')),
    place: words,
    url: fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }),
    startsAt: second,
    minutes: fc.integer({ min: 1, max: 600 }),
    sequence: fc.integer({ min: 0, max: 1000 }),
    updatedAt: second,
  })
  .map(({ minutes, ...rest }) => ({ ...rest, endsAt: new Date(rest.startsAt.getTime() + minutes * 60_000) }));

/** What a reader gets of a text: one sort of line break, blanks for other control characters. */
const readable = (text: string) =>
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");

test("what is written is read again by a parser, whatever people type", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 4 }),
      fc.constantFrom("REQUEST", "CANCEL", "PUBLISH"),
      (entries, method) => {
        const text = calendarOf(entries, method as "REQUEST", {
          name: "人才之桥",
          attendee: "a+very.long@example.com",
        });
        const calendar = new ICAL.Component(ICAL.parse(text));
        expect(calendar.getFirstPropertyValue("method")).toBe(method);
        const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
        expect(events).toHaveLength(entries.length);
        for (const [index, event] of events.entries()) {
          const meant = entries[index]!;
          expect(event.uid).toBe(`${meant.id}@talent-bridge`);
          expect(event.summary ?? "").toBe(readable(meant.title));
          expect(event.location ?? "").toBe(readable(meant.place));
          expect(event.sequence).toBe(meant.sequence);
          expect(event.startDate.toJSDate()).toEqual(meant.startsAt);
          expect(event.endDate.toJSDate()).toEqual(meant.endsAt);
          // nothing that was typed has become a part of its own
          expect(event.component.getAllSubcomponents()).toHaveLength(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("no line has more than 75 octets, none is cut within a character, and unfolding gives the line back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "桥", "é", "🌉", ",", " "), maxLength: 300 }),
      (line) => {
        const text = folded(line);
        for (const one of text.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(text).not.toContain("\uFFFD");
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text.replaceAll("\r\n ", "")).toBe(line);
      },
    ),
  );
});

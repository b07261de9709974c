import { env } from "#lib/env.ts";

/** What a calendar is told of a meeting: no name of a person, because calendars are shared and synchronised. */
export type CalendarEntry = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  url: string;
  sequence: number;
  updatedAt: Date;
};
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

const stamp = (date: Date) => date.toISOString().replace(/[-:]|\.\d{3}/g, "");
/** RFC 5545, 3.3.11: TEXT has no control characters but the line break, which is written as \n. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, "\\n");
const plain = (value: string) => value.replace(/[\u0000-\u0020\u007f]/g, "");

const LINE = 73;

/** RFC 5545, 3.1: no line has more than 75 octets, a longer one goes on after a blank; no character is cut. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}

function event(entry: CalendarEntry, method: CalendarMethod, attendee?: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.id}@talent-bridge`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.updatedAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(entry.url ? [`URL:${plain(entry.url)}`] : []),
    ...(method === "PUBLISH" ? [] : [`ORGANIZER:mailto:${organiser()}`]),
    // programmes put into the calendar what names their own reader; nobody else is named
    ...(attendee
      ? [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${plain(attendee)}`]
      : []),
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

const organiser = () => /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM;

/** Meetings as an iCalendar file (RFC 5545); times in UTC, which every calendar shows in its own zone. */
export function calendarOf(
  entries: readonly CalendarEntry[],
  method: CalendarMethod,
  { name, attendee }: { name?: string; attendee?: string } = {},
): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Talent Bridge//Meetings//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(name ? [`X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT1H"] : []),
    ...entries.flatMap((entry) => event(entry, method, attendee)),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

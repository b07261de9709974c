import { viewerOfAccount } from "#lib/auth/session.ts";
import { hashToken } from "#lib/auth/tokens.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translate.ts";
import { actableBy } from "#lib/introductions/acting.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { entryOf } from "./entry.ts";
import { calendarOf } from "./ics.ts";
import { meetingsOf } from "./policy.ts";

const DAY = 86_400_000;
const MOST = 500;

const entrySelect = {
  id: true,
  kind: true,
  place: true,
  url: true,
  startsAt: true,
  endsAt: true,
  sequence: true,
  updatedAt: true,
  introduction: { select: { need: { select: { title: true } } } },
} as const satisfies Prisma.MeetingSelect;

/** Whether the viewer has a calendar address, since when, and when a calendar last read it. */
export const getCalendarFeed = (viewer: Viewer) =>
  db.calendarFeed.findUnique({
    where: { accountId: viewer.accountId ?? "00000000-0000-4000-8000-000000000000" },
    select: { createdAt: true, lastReadAt: true },
  });

/**
 * The agreed meetings of whoever a secret address belongs to, as they may read them now: what they were not let into or are no longer
 * is not there. Officers have those of the cases they own. Null for an address that is not, or whose account may not sign in.
 */
export async function readCalendarFeed(token: string): Promise<string | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { accountId: true },
  });
  const viewer = feed && (await viewerOfAccount(feed.accountId));
  if (!viewer) return null;
  const locale = fromDbLocale(viewer.locale);
  const meetings = await db.meeting.findMany({
    where: {
      status: { in: ["CONFIRMED", "HELD"] },
      startsAt: { gt: new Date(now().getTime() - 60 * DAY) },
      introduction: { AND: [actableBy(viewer), isStaff(viewer) ? { ownerId: viewer.accountId } : {}] },
      ...meetingsOf(viewer),
    },
    orderBy: { startsAt: "asc" },
    take: MOST,
    select: entrySelect,
  });
  await db.calendarFeed.updateMany({ where: { accountId: feed.accountId }, data: { lastReadAt: now() } });
  const entries = meetings.flatMap(
    ({ introduction, ...meeting }) => entryOf(meeting, introduction.need.title, locale) ?? [],
  );
  return calendarOf(entries, "PUBLISH", { name: translator(locale, "meetings")("feed.name") });
}

/** One agreed meeting for a calendar; null when it is not the viewer's or no time is agreed. */
export async function getMeetingCalendar(
  viewer: Viewer,
  id: string,
  locale: AppLocale,
): Promise<string | null> {
  const found = await db.meeting.findFirst({
    where: { id, status: "CONFIRMED", introduction: actableBy(viewer), ...meetingsOf(viewer) },
    select: entrySelect,
  });
  if (!found) return null;
  const { introduction, ...meeting } = found;
  const entry = entryOf(meeting, introduction.need.title, locale);
  return entry && calendarOf([entry], "PUBLISH");
}

import { getViewer } from "#lib/auth/current.ts";
import { isLocale } from "#lib/i18n/locales.ts";
import { getMeetingCalendar } from "#lib/meetings/feed-queries.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One meeting as a file for the viewer's calendar. */
export async function GET(request: Request, { params }: { params: Promise<{ meetingId: string }> }) {
  const [viewer, { meetingId }] = [await getViewer(), await params];
  const lang = new URL(request.url).searchParams.get("lang");
  const calendar =
    viewer && UUID.test(meetingId)
      ? await getMeetingCalendar(viewer, meetingId, isLocale(lang) ? lang : "en")
      : null;
  if (calendar === null) return new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="meeting.ics"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

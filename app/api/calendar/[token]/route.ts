import { readCalendarFeed } from "#lib/meetings/feed-queries.ts";

const TOKEN = /^[\w-]{43}$/;

/** Meetings for a calendar programme, by the secret address of their reader; nobody signs in here. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const calendar = TOKEN.test(token) ? await readCalendarFeed(token) : null;
  const headers = { "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  if (calendar === null) return new Response(null, { status: 404, headers });
  return new Response(calendar, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "x-content-type-options": "nosniff",
    },
  });
}

import { watchingSession } from "#lib/auth/current.ts";
import { liveSource } from "#lib/conversations/live.ts";
import { openStreams } from "#lib/live/open-streams.ts";
import { liveStream } from "#lib/live/stream.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Server-sent events for an open page: `?case=` on a page of a case, `?since=` or Last-Event-ID for where it left off. */
export async function GET(request: Request) {
  const session = await watchingSession();
  if (!session) return new Response(null, { status: 401 });
  if (openStreams().full) return new Response(null, { status: 503, headers: { "retry-after": "10" } });
  const { searchParams } = new URL(request.url);
  const of = searchParams.get("case");
  if (of !== null && !UUID.test(of)) return new Response(null, { status: 404 });
  const since = request.headers.get("last-event-id") || searchParams.get("since");
  return new Response(liveStream(session.token, session.viewer, liveSource(session.viewer, of, since)), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold events back
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    },
  });
}

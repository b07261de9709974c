import { watchingSession } from "#lib/auth/current.ts";
import { PARTIES } from "#lib/conversations/limits.ts";
import { listMessages } from "#lib/conversations/queries.ts";
import { isLocale } from "#lib/i18n/locales.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an open page fetches after it was told of news: `?after=` a number, or `?before=` one; and who has read how far. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ introductionId: string; party: string }> },
) {
  const [session, { introductionId, party: name }] = [await watchingSession(), await params];
  const party = PARTIES.find((one) => one === name);
  const query = new URL(request.url).searchParams;
  const number = (key: string) => {
    const value = query.get(key);
    return value !== null && /^\d{1,8}$/.test(value) ? Number(value) : undefined;
  };
  const after = number("after");
  const locale = query.get("lang");
  const page =
    session && party && UUID.test(introductionId)
      ? await listMessages(
          session.viewer,
          { introductionId, party },
          after === undefined ? { before: number("before") } : { after },
          isLocale(locale) ? locale : undefined,
        )
      : null;
  const headers = { "cache-control": "private, no-store" };
  return page
    ? Response.json(page, { headers })
    : new Response(null, { status: session ? 404 : 401, headers });
}

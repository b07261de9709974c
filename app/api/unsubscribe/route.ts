import { unsubscribe } from "#lib/notifications/preferences.ts";
import { localeOfAccount } from "#lib/notifications/queries.ts";
import { readUnsubscribeToken } from "#lib/notifications/unsubscribe.ts";
import { publicUrl } from "#lib/public-url.ts";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

/** A mail program's one click (RFC 8058): without a session, without a question, as often as it likes. */
export async function POST(request: Request) {
  const stopped = await unsubscribe(tokenOf(request));
  return new Response(null, { status: stopped ? 200 : 404 });
}

/** Somebody who follows the address by hand is asked first: scanners of mails follow links too. */
export async function GET(request: Request) {
  const token = tokenOf(request);
  const stopped = readUnsubscribeToken(token);
  const locale = stopped && (await localeOfAccount(stopped.accountId));
  if (!locale) return new Response(null, { status: 404 });
  return Response.redirect(`${publicUrl()}/${locale}/unsubscribe?token=${encodeURIComponent(token)}`, 303);
}

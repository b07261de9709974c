import { getViewer } from "#lib/auth/current.ts";
import { convertMessage } from "#lib/conversations/queries.ts";
import { isLocale } from "#lib/i18n/locales.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A message in the other Chinese script, by automatic conversion. */
export async function GET(request: Request, { params }: { params: Promise<{ messageId: string }> }) {
  const [viewer, { messageId }] = [await getViewer(), await params];
  const to = new URL(request.url).searchParams.get("to");
  const text =
    viewer && isLocale(to) && UUID.test(messageId) ? await convertMessage(viewer, messageId, to) : null;
  const headers = { "cache-control": "private, no-store" };
  return text === null ? new Response(null, { status: 404, headers }) : Response.json({ text }, { headers });
}

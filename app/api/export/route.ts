import { Readable } from "node:stream";
import { getViewer } from "#lib/auth/current.ts";
import { openExport } from "#lib/exports/commands.ts";
import { MEDIA_TYPES } from "#lib/exports/write.ts";

/** The file of an export, to the officer who has just given their password for it. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  const ticket = new URL(request.url).searchParams.get("ticket") ?? "";
  const file = viewer && (await openExport(viewer, ticket));
  if (!file) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      "content-type": MEDIA_TYPES[file.format],
      "content-disposition": `attachment; filename="${file.name}"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

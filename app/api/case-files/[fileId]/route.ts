import { Readable } from "node:stream";
import { getViewer } from "#lib/auth/current.ts";
import { openCaseFile } from "#lib/introductions/files.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A file of a case, as an attachment that no browser opens by itself, to the sides that it is meant for. */
export async function GET(_request: Request, { params }: { params: Promise<{ fileId: string }> }) {
  const [viewer, { fileId }] = [await getViewer(), await params];
  const file = viewer && UUID.test(fileId) ? await openCaseFile(viewer, fileId) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

import { Readable } from "node:stream";
import { getViewer } from "#lib/auth/current.ts";
import { openDocument } from "#lib/talents/cv-commands.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A CV, as an attachment that no browser opens by itself: to its owner, to staff, and to an enterprise it is introduced to. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }) {
  const [viewer, { documentId }] = [await getViewer(), await params];
  const file = viewer && UUID.test(documentId) ? await openDocument(viewer, documentId) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.size),
      "content-disposition": `attachment; filename="cv.${file.extension}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

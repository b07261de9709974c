import { getViewer } from "#lib/auth/current.ts";
import { today } from "#lib/clock.ts";
import { NotFoundError } from "#lib/errors.ts";
import { getOwnCopy } from "#lib/talents/copy-query.ts";

/** Everything that is held of the signed-in talent, as one JSON file. */
export async function GET() {
  const viewer = await getViewer();
  if (viewer?.role !== "TALENT") return new Response(null, { status: 404 });
  try {
    const copy = await getOwnCopy(viewer);
    return new Response(JSON.stringify({ madeOn: today(), ...copy }, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="talent-bridge-${copy.code}.json"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}

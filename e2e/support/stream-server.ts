// A web process of its own for tests of live pages: serves what app/api/stream serves, to the session of the header `x-token`.
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { readSession } from "#lib/auth/session.ts";
import { liveSource } from "#lib/conversations/live.ts";
import { disconnect } from "#lib/db.ts";
import { liveStream } from "#lib/live/stream.ts";

const server = createServer(async (request, response) => {
  const token = String(request.headers["x-token"]);
  const session = await readSession(token, { watching: true });
  if (!session) return void response.writeHead(401).end();
  const { searchParams } = new URL(request.url ?? "/", "http://localhost");
  const since = request.headers["last-event-id"] ?? searchParams.get("since");
  const source = liveSource(session.viewer, searchParams.get("case"), since as string | null);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const stream = Readable.fromWeb(liveStream(token, session.viewer, source) as never);
  response.on("close", () => stream.destroy());
  stream.on("error", () => response.end());
  stream.pipe(response);
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));
// as Next does: no new connections, and the end when the open ones have ended
process.once("SIGTERM", () => server.close(() => void disconnect().then(() => process.exit(0))));

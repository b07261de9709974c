// The yardstick: a bare Node server that runs one statement through `pg` and answers its rows as JSON.
import { createServer } from "node:http";
import pg from "pg";

export type Bare = { url: string; sql: string; values: (string | null)[]; pool: number };

const { url, sql, values, pool } = JSON.parse(process.argv[2]!) as Bare;
const connections = new pg.Pool({ connectionString: url, max: pool });
const server = createServer((_, answer) => {
  connections.query({ name: "main", text: sql, values }).then(
    ({ rows }) => answer.setHeader("content-type", "application/json").end(JSON.stringify(rows)),
    (error) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));

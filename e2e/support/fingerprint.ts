import pg from "pg";
import { runningPort, urlsFor } from "#scripts/database/embedded.ts";

// what changes by being looked at
const RESTLESS = new Set(["Session", "RateLimit", "EngineState", "EngineQuestion", "_prisma_migrations"]);

/** A connection to the database of the product under test, past row-level security. */
export async function connect(): Promise<pg.Client> {
  const dataDir = process.env.DATA_DIR!;
  const client = new pg.Client(urlsFor(dataDir, runningPort(dataDir)!)("superuser"));
  await client.connect();
  return client;
}

/** A hash of every row of every table, by table: equal before and after a call that was refused. */
export async function fingerprint(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
  );
  const result: Record<string, string> = {};
  for (const { name } of rows) {
    if (RESTLESS.has(name)) continue;
    const hash = await client.query(
      `SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
    );
    result[name] = hash.rows[0].hash;
  }
  return result;
}

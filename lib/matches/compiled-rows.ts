import pg from "pg";
import { copyOut, uuidAt } from "#lib/copy-out.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { RowReader } from "#lib/matching/index/codec.ts";
import { RowStore } from "#lib/matching/index/rows.ts";

/** A listed profile's row as bytes, the state of the profile that it was made from, and by which versions. */
export type CompiledRow = { talentId: string; stamp: string; made: number; row: Uint8Array<ArrayBuffer> };
/** Rows of all listed profiles as far as there are any; of those in `stale` the row is of an older version. */
export type ReadRows = { store: RowStore; missing: Set<string>; stale: Set<string> };

/** Every listed profile with its row, if there is one, and whether that is of the given versions (the query of `readRows`). */
const listedRows = (made: number) => `
  SELECT p.id, c.row, c.stamp = p.stamp AND c.made = ${made}
  FROM "PoolRecord" p LEFT JOIN "CompiledTalent" c ON c."talentId" = p.id
  WHERE p.side = 'TALENT' AND p.live`;

/** Reads the answer of a query for (uuid, row as bytea or null, whether it is current) into a store. */
export async function readRows(client: pg.Client, query: string, reader: RowReader): Promise<ReadRows> {
  const read: ReadRows = { store: new RowStore(), missing: new Set(), stale: new Set() };
  await copyOut(client, query, (bytes, starts, lengths) => {
    const id = uuidAt(bytes, starts[0] as number);
    const at = starts[1] as number;
    if (at < 0 || lengths[1] === 0 || !reader.read(read.store, id, bytes, at)) read.missing.add(id);
    else if (bytes[starts[2] as number] !== 1) read.stale.add(id);
  });
  return read;
}

/** All listed profiles, over a connection of its own without the time limits of short work. */
export async function readListedRows(reader: RowReader, made: number): Promise<ReadRows> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    application_name: "bridge-index",
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    // a whole-table join is best hashed, and read once
    await client.query("SET work_mem = '256MB'");
    return await readRows(client, listedRows(made), reader);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Rows of some profiles that are of their newest state and of these versions. */
export async function findRows(ids: readonly string[], made: number): Promise<Map<string, Uint8Array>> {
  const rows = await db.$queryRaw<{ id: string; row: Uint8Array }[]>`
    SELECT c."talentId"::text AS id, c.row FROM "CompiledTalent" c JOIN "PoolRecord" p ON p.id = c."talentId"
    WHERE c."talentId" = ANY(${ids}::uuid[]) AND p.live AND c.stamp = p.stamp AND c.made = ${made}`;
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/**
 * Keeps rows for the next start and for other workers. A profile that changed meanwhile, or is not listed any more, gets none:
 * its record is held until the end, so that a trigger that takes the row away comes after.
 */
export async function storeRows(rows: readonly CompiledRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ talentId }) => talentId);
  await db.$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT id, stamp FROM "PoolRecord" WHERE id = ANY(${ids}::uuid[]) AND live ORDER BY id FOR SHARE)
    INSERT INTO "CompiledTalent" ("talentId", stamp, made, row)
    SELECT r.id, r.stamp, r.made, r.row
    FROM unnest(${ids}::uuid[], ${rows.map(({ stamp }) => stamp)}::text[], ${rows.map(({ made }) => made)}::int[],
      ${rows.map(({ row }) => Buffer.from(row))}::bytea[]) AS r(id, stamp, made, row)
    JOIN held ON held.id = r.id AND held.stamp = r.stamp
    ORDER BY r.id
    ON CONFLICT ("talentId") DO UPDATE SET stamp = EXCLUDED.stamp, made = EXCLUDED.made, row = EXCLUDED.row`;
}

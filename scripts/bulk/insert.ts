import type pg from "pg";

/** Rows of one table in one statement; columns by name, what a row leaves out is null. */
async function insert(client: pg.Client, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!)
    .map((name) => client.escapeIdentifier(name))
    .join(", ");
  const name = client.escapeIdentifier(table);
  await client.query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${name}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Rows of several tables in the order given, in one transaction. */
export async function insertAll(client: pg.Client, tables: Record<string, object[]>): Promise<void> {
  await client.query("BEGIN");
  for (const [table, rows] of Object.entries(tables)) {
    await insert(client, table, rows);
    rows.length = 0;
  }
  await client.query("COMMIT");
}

// JSON null in a JSON column would be the JSON value null; none of the generated rows has one
const UNIQUE_OR_KEY = "NOT i.indisprimary AND NOT i.indisunique";

/** Takes the plain indexes away while the tables are filled. Returns the statements that make them again. */
export async function dropIndexes(client: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
     JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'public' AND t.relname = ANY($1) AND ${UNIQUE_OR_KEY}`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
  return rows.map((row) => row.definition);
}

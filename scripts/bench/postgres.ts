import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { readRows } from "#lib/matches/compiled-rows.ts";
import { monthIndex } from "#lib/matching/dates.ts";
import { encodeRow, type Names, type Numbered, RowReader } from "#lib/matching/index/codec.ts";
import type { TalentRow } from "#lib/matching/index/layout.ts";
import { buildSegment, finish, type Segment } from "#lib/matching/index/segment.ts";
import { openDatabase } from "../database/connect.ts";
import { seeds } from "./set.ts";
import { random, syntheticTalent } from "./synthetic.ts";

/** The synthetic set's numbers are its names. */
const names: Names = { concept: String, language: String, licence: String };
const numbered: Numbered = { concept: Number, language: Number, licence: Number };
const MONTH = "2026-11";
const SCHEMA = "bench_match";
const BATCH = 10_000;

/** Tables of its own in a schema of its own: the product's compiled rows, and the same profiles for plain queries. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'; SET jit = off; SET random_page_cost = 1.1",
  );
  await client.query(`
    CREATE SCHEMA ${SCHEMA};
    SET search_path = ${SCHEMA};
    CREATE UNLOGGED TABLE bench_pool (id uuid, stamp text);
    CREATE UNLOGGED TABLE bench_compiled ("talentId" uuid, stamp text, made int, row bytea);
    CREATE UNLOGGED TABLE bench_plain (id int4, direction int2, modes int2, education int2, months int4, pay int4,
      available int4, concepts int4[], strengths float4[])`);
  return client;
}

/** The database of DATABASE_URL, else an embedded one in a folder that is removed with it. */
export async function openBench(): Promise<{ client: pg.Client; close(): Promise<void> }> {
  const folder = process.env.DATABASE_URL ? null : mkdtempSync(path.join(tmpdir(), "bench-match-"));
  if (folder) process.env.DATA_DIR = folder;
  const database = await openDatabase();
  const client = await connect(database.urls.owner);
  return {
    client,
    async close() {
      await client.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
      await client.end();
      await database.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const uuidOf = (i: number) => `00000000-0000-4000-8000-${i.toString(16).padStart(12, "0")}`;

/** Writes the set as the product's rows lie in PostgreSQL, and for plain queries. */
export async function fill(client: pg.Client, talents: number): Promise<void> {
  const next = random(seeds.talents);
  const month = monthIndex(MONTH) as number;
  for (let done = 0; done < talents; done += BATCH) {
    const count = Math.min(BATCH, talents - done);
    const rows = Array.from({ length: count }, (_, i) => syntheticTalent(next, done + i));
    const ids = rows.map((_, i) => uuidOf(done + i));
    const bytes = rows.map((row) => Buffer.from(encodeRow(row, names, { month, growing: false })));
    await client.query(
      `WITH r AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::bytea[]) AS r(id, row)),
         pool AS (INSERT INTO bench_pool SELECT id, '1@0' FROM r)
       INSERT INTO bench_compiled SELECT id, '1@0', 1, row FROM r`,
      [ids, bytes],
    );
    await client.query(
      `INSERT INTO bench_plain SELECT * FROM json_to_recordset($1) AS r(id int4, direction int2, modes int2, education int2,
         months int4, pay int4, available int4, concepts int4[], strengths float4[])`,
      [JSON.stringify(rows.map((row, i) => plain(done + i, row)))],
    );
  }
  await client.query("ALTER TABLE bench_pool ADD PRIMARY KEY (id)");
  await client.query(`ALTER TABLE bench_compiled ADD PRIMARY KEY ("talentId")`);
  await client.query("CREATE INDEX ON bench_plain USING gin (concepts)");
  await client.query("ALTER TABLE bench_plain ADD PRIMARY KEY (id)");
  await client.query(`CREATE UNLOGGED TABLE bench_posting AS SELECT c.concept, t.id AS talent, c.strength
    FROM bench_plain t, unnest(t.concepts, t.strengths) AS c(concept, strength) ORDER BY c.concept`);
  await client.query("CREATE INDEX ON bench_posting (concept) INCLUDE (talent, strength)");
  for (const table of ["bench_pool", "bench_compiled", "bench_plain", "bench_posting"])
    await client.query(`VACUUM ANALYZE ${table}`);
}

const plain = (id: number, row: TalentRow) => ({
  id,
  direction: row.direction,
  modes: row.intentions ?? 15,
  education: row.education?.held ?? 9,
  months: row.months ?? 10_000,
  pay: row.pay ?? 0,
  available: row.available ?? 0,
  concepts: row.concepts.map((each) => each.concept),
  strengths: row.concepts.map((each) => each.strength),
});

/** The product's own way from rows in PostgreSQL to a searchable segment. */
export async function readSegment(client: pg.Client): Promise<Segment> {
  const query = `SELECT p.id, c.row, c.stamp = p.stamp AND c.made = 1
    FROM bench_pool p LEFT JOIN bench_compiled c ON c."talentId" = p.id`;
  const { store, missing } = await readRows(
    client,
    query,
    new RowReader(numbered, monthIndex(MONTH) as number),
  );
  if (missing.size > 0) throw new Error(`${missing.size} rows could not be read`);
  return finish(buildSegment(store));
}

// npm run bulk -- --talents 100000 --needs 5000 [--matches-per-need 10] [--introductions 1000] [--seed 1]: fills a fresh embedded database (DATA_DIR) for measurements.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { dropIndexes } from "./bulk/insert.ts";
import { fillIntroductions } from "./bulk/introductions.ts";
import type { Part } from "./bulk/part.ts";
import { openDatabase } from "./database/connect.ts";
import { runningPort, urlsFor } from "./database/embedded.ts";
import { migrate } from "./database/migrate.ts";

const { values } = parseArgs({
  options: {
    talents: { type: "string", default: "100000" },
    needs: { type: "string", default: "5000" },
    "matches-per-need": { type: "string", default: "10" },
    introductions: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
  },
});
const begun = performance.now();
const say = (line: string) =>
  console.log(`[bulk ${((performance.now() - begun) / 1000).toFixed(1)} s] ${line}`);
const TABLES = [
  "Account",
  "Talent",
  "TalentIdentity",
  "TalentContact",
  "TeamMember",
  "Consent",
  "Need",
  "Match",
  "Introduction",
  "IntroductionStage",
  "AuditEvent",
];

function numberOf(name: keyof typeof values): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be a whole number.`);
  return number;
}

/** Staff by the product's own commands, so that they can sign in. Returns the officers' ids. */
async function makeStaff(client: pg.Client): Promise<{ id: string; office: "HONG_KONG" | "YANTAI" }[]> {
  const { seedReference } = await import("#prisma/seed/seed.ts");
  const { seedStaff } = await import("#prisma/seed/staff.ts");
  await seedReference();
  await seedStaff();
  // the demo is not seeded on top of it
  await client.query(`INSERT INTO "Marker" (name, at) VALUES ('demo', now()) ON CONFLICT DO NOTHING`);
  await (await import("#lib/db.ts")).disconnect();
  return (await client.query(`SELECT id, office FROM "Account" WHERE role = 'OFFICER' ORDER BY id`)).rows;
}

/** Both threads make talents; when all are there, both make needs and matches. */
async function fill(part: Omit<Part, "thread" | "threads">) {
  const threads = Math.min(4, availableParallelism());
  const workers = Array.from(
    { length: threads },
    (_, thread) =>
      new Worker(new URL("./bulk/part.ts", import.meta.url), {
        workerData: { ...part, thread, threads } satisfies Part,
      }),
  );
  let ready = 0;
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on("message", (message) => {
            if (message !== "talents" || ++ready < threads) return;
            say(`${part.talents} talents`);
            for (const one of workers) one.postMessage("go");
          });
          worker.once("error", (error) => {
            for (const one of workers) void one.terminate();
            reject(error);
          });
          worker.once("exit", () => resolve());
        }),
    ),
  );
}

let stop = async () => {};
try {
  if (process.env.DATABASE_URL)
    throw new Error("The bulk generator fills the embedded database only: unset DATABASE_URL.");
  const part = {
    talents: numberOf("talents"),
    needs: numberOf("needs"),
    matchesPerNeed: numberOf("matches-per-need"),
    seed: numberOf("seed"),
  };
  const database = await openDatabase();
  stop = database.stop;
  await migrate(database.urls);
  const url = urlsFor(process.env.DATA_DIR!, runningPort(process.env.DATA_DIR!)!)("superuser");
  const client = new pg.Client(url);
  await client.connect();
  if ((await client.query(`SELECT 1 FROM "Account" LIMIT 1`)).rowCount)
    throw new Error("This database is in use: set DATA_DIR to a fresh folder.");
  const officers = await makeStaff(client);
  const now = Date.now();
  const indexes = await dropIndexes(client, TABLES);
  await fill({
    ...part,
    url,
    now,
    officers: officers.map(({ id }) => id),
    enterprises: Math.max(1, Math.ceil(part.needs / 10)),
    pool: 150,
  });
  say(`${part.needs} needs with their matches`);
  const cases = await fillIntroductions(client, {
    seed: part.seed,
    now,
    officers,
    count: numberOf("introductions"),
  });
  say(`${cases} introductions`);
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const index of indexes) await client.query(index);
  await client.query("VACUUM (ANALYZE)");
  const counts = await client.query(
    `SELECT (SELECT count(*) FROM "Talent") AS talents, (SELECT count(*) FROM "Need") AS needs, (SELECT count(*) FROM "Match") AS matches, pg_size_pretty(pg_database_size(current_database())) AS size`,
  );
  const { talents, needs, matches, size } = counts.rows[0];
  await client.end();
  say(
    `done: ${talents} talents, ${needs} needs, ${matches} matches, ${cases} introductions, ${size}, in ${process.env.DATA_DIR}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stop();
}

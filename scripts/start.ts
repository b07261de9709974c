// `npm start`: database, migrations, demo on an empty embedded database, build when stale, web server and worker; one Ctrl-C stops all.

import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { buildIfStale } from "./build.ts";
import { Children } from "./children.ts";
import { type Database, migrateIfOwner, openDatabase, requireApplicationRole } from "./database/connect.ts";
import { emptyDatabase } from "./database/migrate.ts";

const development = process.argv.includes("--dev");
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
const say = (line: string) => console.log(`[bridge ${seconds()}] ${line}`);
const port = process.env.PORT || "3000";
process.env.PORT = port;
process.env.PUBLIC_URL ||= `http://localhost:${port}`;
process.env.NEXT_TELEMETRY_DISABLED = "1";

const abort = new AbortController();
const children = new Children({ say, gaveUp: (line) => void shutDown(1, line) });
let opening: Promise<Database> | undefined;
let building: Promise<void> | undefined;
const stopping = () => abort.signal.aborted;

/** The application first, PostgreSQL last. A repeated signal changes nothing. */
async function shutDown(code: number, line: string) {
  if (stopping()) return;
  say(line);
  abort.abort();
  await children.stop();
  await building?.catch(() => {});
  await opening?.then((database) => database.stop()).catch(() => {});
  say("stopped");
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void shutDown(0, "stopping"));

/** @throws Error one line when another program listens there; one that is just ending gets a moment */
async function requirePort() {
  if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new Error(`PORT must be a number, not "${port}".`);
  const problem = () =>
    new Promise<string | undefined>((resolve) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
      server.listen(Number(port), () => server.close(() => resolve(undefined)));
    });
  for (const deadline = Date.now() + 3000; ; await pause(100)) {
    const code = await problem();
    if (!code || stopping()) return;
    if (code === "EADDRINUSE" && Date.now() < deadline) continue;
    throw new Error(
      code === "EADDRINUSE"
        ? `Port ${port} is in use by another program: stop it, or set PORT to another number.`
        : `Port ${port} cannot be used (${code}): set PORT to another number.`,
    );
  }
}

/** Tables, reference data, and the demo on an empty embedded database. */
async function prepare(database: Database) {
  const applied = await migrateIfOwner(database);
  if (applied.length) say(`migrations applied: ${applied.join(", ")}`);
  const { checkReadiness } = await import("#lib/health.ts");
  if ((await checkReadiness()) === "migrations_pending")
    throw new Error(
      "The database is not up to date: run `npm run db -- migrate` with MIGRATE_DATABASE_URL set.",
    );
  const { halfSeeded, seedDemoOnce, seedReference } = await import("#prisma/seed/seed.ts");
  if (database.embedded && (await halfSeeded())) {
    say("an earlier start was ended while it seeded the demo; seeding it anew");
    await emptyDatabase(database.urls);
  }
  await seedReference();
  if (database.embedded && (await seedDemoOnce())) say("demo seeded (fictional people and enterprises)");
  await (await import("#lib/db.ts")).disconnect();
}

async function serve() {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const args = development ? ["dev", "-p", port] : ["start", "-p", port, "--keepAliveTimeout", "65000"];
  children.run({ name: "web server", args: [next, ...args] });
  children.run({ name: "worker", args: ["scripts/worker.ts"] });
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(30_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!stopping() && !(await ready())) await pause(100);
  if (stopping()) return;
  children.served();
  say(`Talent Bridge is served at ${process.env.PUBLIC_URL}`);
}

try {
  opening = openDatabase({ join: false, signal: abort.signal, say });
  const database = await opening;
  void database.gaveUp?.then((line) => shutDown(1, line));
  (await import("#lib/env.ts")).env();
  if (!database.embedded) await requireApplicationRole(database);
  await requirePort();
  say(
    database.embedded
      ? `PostgreSQL is up, data in ${process.env.DATA_DIR}`
      : "using the database of DATABASE_URL",
  );
  building = development || stopping() ? undefined : buildIfStale(say, abort.signal);
  building?.catch(() => {});
  await prepare(database);
  await building;
  if (!stopping()) await serve();
} catch (error) {
  // what fails because we are stopping is no failure
  if (!stopping()) {
    console.error(error instanceof Error ? error.message : error);
    await shutDown(1, "could not start");
  }
}

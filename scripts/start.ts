// `npm start`: database, migrations, demo on an empty embedded database, build when stale, web server and worker; one Ctrl-C stops all.
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { buildIfStale } from "./build.ts";
import { migrateIfOwner, openDatabase } from "./database/connect.ts";

const development = process.argv.includes("--dev");
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
const say = (line: string) => console.log(`[bridge ${seconds()}] ${line}`);
const port = process.env.PORT || "3000";
process.env.PORT = port;
process.env.PUBLIC_URL ||= `http://localhost:${port}`;
process.env.NEXT_TELEMETRY_DISABLED = "1";

const children = new Set<ChildProcess>();
let stopping = false;
let stopDatabase = async () => {};

/** The application first, PostgreSQL last. A repeated signal changes nothing. */
async function shutDown(code: number, line: string) {
  if (stopping) return;
  stopping = true;
  say(line);
  const closed = [...children].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of children) child.kill("SIGTERM");
  await Promise.race([Promise.all(closed), pause(8000)]);
  for (const child of children) child.kill("SIGKILL");
  await stopDatabase().catch((error) => console.error(String(error)));
  say("stopped");
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void shutDown(0, "stopping"));

function run(name: string, args: string[], extra: Record<string, string> = {}) {
  // a group of its own, so that Ctrl-C reaches it through us, in order
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    env: { ...process.env, ...extra },
  });
  children.add(child);
  child.once("close", (code) => {
    children.delete(child);
    if (stopping) return;
    if (name === "worker") {
      say(`the worker ended (${code}); starting it again`);
      setTimeout(() => !stopping && run(name, args, extra), 1000);
    } else void shutDown(1, `the ${name} ended unexpectedly (${code})`);
  });
  return child;
}

try {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const built = development ? Promise.resolve() : buildIfStale(say);
  const database = await openDatabase({ join: false });
  stopDatabase = database.stop;
  if (stopping) await database.stop();
  void database.exited?.then((code) => shutDown(1, `PostgreSQL ended unexpectedly (${code})`));
  say(
    database.embedded
      ? `PostgreSQL is up, data in ${process.env.DATA_DIR}`
      : "using the database of DATABASE_URL",
  );
  const applied = await migrateIfOwner(database);
  if (applied.length) say(`migrations applied: ${applied.join(", ")}`);
  const { seedDemoOnce, seedReference } = await import("#prisma/seed/seed.ts");
  await seedReference();
  if (database.embedded && (await seedDemoOnce())) say("demo seeded (fictional people and enterprises)");
  await (await import("#lib/db.ts")).disconnect();
  await built;
  if (!stopping) {
    run(
      "web server",
      development ? [next, "dev", "-p", port] : [next, "start", "-p", port, "--keepAliveTimeout", "65000"],
    );
    run("worker", ["scripts/worker.ts"]);
    const ready = async () =>
      fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!stopping && !(await ready())) await pause(100);
    if (!stopping) say(`Talent Bridge is served at ${process.env.PUBLIC_URL}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await shutDown(1, "could not start");
}

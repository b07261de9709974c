import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "../database/embedded.ts";
import { migrate } from "../database/migrate.ts";
import { accepted, contactFields, readForm, submit } from "./forms.ts";
import {
  clearAway,
  freePort,
  newFolder,
  processesOf,
  rowsOf,
  type Started,
  startProduct,
  statusOf,
} from "./product.ts";
import { lives, until } from "./wait.ts";

/** Runs with a started product and clears it away, whatever happens. */
async function withProduct<T>(
  work: (
    dataDir: string,
    start: (env?: Record<string, string>, port?: number) => Promise<Started>,
  ) => Promise<T>,
): Promise<T> {
  const dataDir = newFolder();
  const started: Started[] = [];
  const start = async (env?: Record<string, string>, port?: number) => {
    const one = await startProduct(dataDir, env, port);
    started.push(one);
    return one;
  };
  try {
    return await work(dataDir, start);
  } catch (error) {
    throw new Error(
      `${(error as Error).message}\n${started.map((one) => one.said()).join("\n— next start —\n")}`,
      { cause: error },
    );
  } finally {
    for (const one of started) await clearAway(one);
  }
}

/** One line of the starter's own, the rest are its bracketed notes. */
const linesOf = (said: string) => said.split("\n").filter((line) => line && !line.startsWith("[bridge "));

async function nothingRuns(pids: (number | null)[]) {
  for (const pid of pids) if (pid) assert.equal(await lives(pid), false, `process ${pid} was left`);
}

/** An empty folder is served with its demo; a second start has what was written. */
export const firstAndSecondStart = () =>
  withProduct(async (_, start) => {
    let begun = Date.now();
    const first = await start();
    await first.served();
    const firstTook = Date.now() - begun;
    const form = await readForm(first, "/en/contact", "contact");
    assert.ok(accepted(await submit(form, contactFields("kept"))));
    first.starter.kill("SIGTERM");
    assert.equal(await first.ended, 0);
    begun = Date.now();
    const second = await start();
    await second.served();
    const secondTook = Date.now() - begun;
    assert.equal((await rowsOf(second, `SELECT 1 FROM "ContactMessage" WHERE body = 'kept'`)).length, 1);
    assert.ok(!second.said().includes("demo seeded"));
    return `first ${(firstTook / 1000).toFixed(1)} s, second ${(secondTook / 1000).toFixed(1)} s`;
  });

/** Another program has the port: one line, an exit code, no PostgreSQL left. */
export const portTaken = () =>
  withProduct(async (dataDir, start) => {
    const port = await freePort();
    const other = createServer().listen(port);
    const product = await start({}, port);
    assert.equal(await product.ended, 1);
    other.close();
    assert.deepEqual(linesOf(product.said()), [
      `Port ${port} is in use by another program: stop it, or set PORT to another number.`,
    ]);
    assert.ok(existsSync(path.join(dataDir, "postgres")));
    await nothingRuns([(await processesOf(product)).postgres]);
    return "refused";
  });

/** A second start on the same folder is refused in one line; the first goes on. */
export const twoStarts = () =>
  withProduct(async (_, start) => {
    const both = [await start(), await start()];
    const refused = await Promise.race(both.map((one) => one.ended.then(() => one)));
    assert.equal(await refused.ended, 1);
    assert.match(
      linesOf(refused.said()).join("\n"),
      /^Talent Bridge is already running on the data folder .* \(process \d+\)\. Stop it first, or set DATA_DIR to another folder\.$/,
    );
    const first = both.find((one) => one !== refused)!;
    await first.served();
    assert.equal(await statusOf(first, "/api/health/ready"), 200);
    return "the second was refused";
  });

/** A signal to the whole group, twice, under requests: no request fails half-way, all ends in time, PostgreSQL last. */
export const signalToGroup = (signal: "SIGTERM" | "SIGINT", times: number) =>
  withProduct(async (_, start) => {
    const product = await start();
    await product.served();
    const { web, worker, postgres } = await processesOf(product);
    const statuses: number[] = [];
    let asking = true;
    const clients = Array.from({ length: 4 }, async () => {
      while (asking) statuses.push(await statusOf(product, "/en/needs"));
    });
    await until("requests are answered", () => statuses.length > 5);
    const begun = Date.now();
    for (let time = 0; time < times; time++) process.kill(-product.starter.pid!, signal);
    const early: string[] = [];
    await until(
      "PostgreSQL has ended",
      async () => {
        if (await lives(postgres!)) return false;
        for (const [name, pid] of Object.entries({ web, worker })) if (await lives(pid!)) early.push(name);
        return true;
      },
      20_000,
      5,
    );
    assert.equal(await product.ended, 0);
    const took = Date.now() - begun;
    asking = false;
    await Promise.all(clients);
    assert.deepEqual(early, [], "PostgreSQL ended before these");
    assert.deepEqual(
      [...new Set(statuses)].filter((status) => status >= 500 || status < 0),
      [],
    );
    assert.ok(took < 15_000, `took ${took} ms`);
    await nothingRuns([web, worker, postgres]);
    return `${took} ms`;
  });

/** A signal at any moment of a first start ends it, leaves nothing running, and the next start is whole. */
export const signalWhileStarting = (moments: number[]) =>
  withProduct(async (_, start) => {
    for (const moment of moments) {
      const product = await start();
      await new Promise((resolve) => setTimeout(resolve, moment));
      process.kill(-product.starter.pid!, "SIGTERM");
      const asked = Date.now();
      await product.ended;
      assert.ok(Date.now() - asked < 15_000);
      assert.match(product.said(), /^(\[bridge [^\n]*\n)*$/, "it says nothing but its notes");
      await nothingRuns([(await processesOf(product)).postgres]);
    }
    const last = await start();
    await last.served();
    const [demo] = await rowsOf<{ accounts: number; marks: number }>(
      last,
      `SELECT (SELECT count(*)::int FROM "Account") AS accounts, (SELECT count(*)::int FROM "Marker" WHERE name = 'demo') AS marks`,
    );
    assert.equal(demo!.marks, 1);
    return `${moments.length} ended starts, then a whole demo of ${demo!.accounts} accounts`;
  });

/** kill -9 of the starter: web server and worker follow it, the next start stops the PostgreSQL that is left. */
export const killStarter = () =>
  withProduct(async (_, start) => {
    const first = await start();
    await first.served();
    const form = await readForm(first, "/en/contact", "contact");
    assert.ok(accepted(await submit(form, contactFields("kept"))));
    const { web, worker, postgres } = await processesOf(first);
    first.starter.kill("SIGKILL");
    await first.ended;
    await until(
      "the web server and the worker end",
      async () => !(await lives(web!)) && !(await lives(worker!)),
    );
    assert.ok(await lives(postgres!));
    const second = await start({}, Number(new URL(first.baseUrl).port));
    await second.served();
    assert.equal(await lives(postgres!), false);
    assert.equal((await rowsOf(second, `SELECT 1 FROM "ContactMessage" WHERE body = 'kept'`)).length, 1);
    return "the next start has all";
  });

/** With DATABASE_URL nothing embedded starts, nothing is seeded, and what is unsafe is refused in one line. */
export const externalDatabase = () =>
  withProduct(async (dataDir, start) => {
    const folder = newFolder();
    const cluster = await startEmbedded({ dataDir: folder });
    try {
      const [app, owner, superuser] = [cluster.url("app"), cluster.url("owner"), cluster.url("superuser")];
      const secret = { AUTH_SECRET: "s".repeat(40) };
      const refused = async (env: Record<string, string>, line: RegExp) => {
        const product = await start(env);
        assert.equal(await product.ended, 1);
        assert.match(linesOf(product.said()).join("\n"), line);
        assert.equal(linesOf(product.said()).length, 1, "one line");
      };
      await refused({ DATABASE_URL: app, MIGRATE_DATABASE_URL: owner }, /AUTH_SECRET: is missing/);
      await refused({ DATABASE_URL: app, ...secret }, /not up to date.*npm run db -- migrate/);
      await migrate({ app, owner });
      await refused({ DATABASE_URL: superuser, ...secret }, /neither owner nor superuser; "postgres" is/);
      await refused({ DATABASE_URL: owner, ...secret }, /neither owner nor superuser; "bridge_owner" is/);
      await refused(
        { DATABASE_URL: app.replace(/:\d+\//, ":1/"), ...secret },
        /cannot be used: .*ECONNREFUSED/,
      );
      const product = await start({ DATABASE_URL: app, MIGRATE_DATABASE_URL: owner, ...secret });
      await product.served();
      const client = new pg.Client(owner);
      await client.connect();
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM "Account") AS accounts, (SELECT count(*)::int FROM "Marker") AS marks, (SELECT count(*)::int FROM "Talent") AS talents`,
      );
      await client.end();
      assert.deepEqual(rows[0], { accounts: 0, marks: 0, talents: 0 });
      assert.equal(existsSync(path.join(dataDir, "postgres")), false);
      const begun = Date.now();
      product.starter.kill("SIGTERM");
      assert.equal(await product.ended, 0);
      return `stopped in ${Date.now() - begun} ms`;
    } finally {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { postmasterPid, runningPort } from "../database/embedded.ts";
import { type Product, processesOf, rowsOf, statusOf, superuser } from "./product.ts";
import { lives, until } from "./wait.ts";
import { isReady, nothingLost, writersOf } from "./writers.ts";

/**
 * kill -9 of PostgreSQL, with its port taken so that it cannot come back before somebody has looked. Returns what frees the
 * port. Where PostgreSQL was faster it is killed again.
 */
async function killAndBar({ dataDir }: Product, postgres: number): Promise<() => void> {
  const port = runningPort(dataDir)!;
  const bar = createServer((socket) => socket.destroy());
  const listens = () =>
    new Promise<boolean>((resolve) => {
      bar.once("error", () => resolve(false));
      bar.listen(port, "127.0.0.1", () => resolve(true));
    });
  let pid = postgres;
  process.kill(pid, "SIGKILL");
  await until(
    "its port is ours",
    async () => {
      if (await listens()) return true;
      const now = runningPort(dataDir) === null ? null : postmasterPid(dataDir);
      if (!now || now === pid) return false;
      pid = now;
      process.kill(pid, "SIGKILL");
      return false;
    },
    20_000,
    1,
  );
  return () => bar.close();
}

/** kill -9 of PostgreSQL under writing clients: ready goes 503 and comes back, liveness stays, a page says so, nothing is lost. */
export async function killPostgres(product: Product, times: number): Promise<string> {
  const writers = await writersOf(product);
  const live: number[] = [];
  let slowest = 0;
  try {
    for (let round = 0; round < times; round++) {
      const before = writers.count;
      await until("writes are acknowledged", () => writers.count > before + 5, 60_000);
      const { web, worker, postgres } = await processesOf(product);
      const killed = Date.now();
      const free = await killAndBar(product, postgres!);
      await until("ready says 503", async () => (await statusOf(product, "/api/health/ready")) === 503);
      live.push(await statusOf(product, "/api/health/live"));
      free();
      await until("ready says 200 again", () => isReady(product), 60_000);
      slowest = Math.max(slowest, Date.now() - killed);
      live.push(await statusOf(product, "/api/health/live"));
      const after = await processesOf(product);
      assert.notEqual(after.postgres, postgres);
      assert.deepEqual([after.web, after.worker], [web, worker], "the web server and the worker went on");
    }
    const before = writers.count;
    await until("writes are acknowledged again", () => writers.count > before, 60_000);
  } finally {
    await writers.stop();
  }
  assert.deepEqual(new Set(live), new Set([200]), "liveness");
  const { acknowledged } = await nothingLost(product, writers);
  return `${times} kills, ${acknowledged} writes kept, ready again within ${slowest} ms`;
}

/** kill -9 of the web server while it writes, again and again; the starter starts it again. */
export async function killWebServer(product: Product, times: number): Promise<string> {
  const writers = await writersOf(product);
  try {
    for (let round = 0; round < times; round++) {
      const before = writers.count;
      await until("writes are acknowledged", () => writers.count > before + 1 + (round % 5), 60_000);
      const web = await until("there is a web server", async () => (await processesOf(product)).web);
      // in development it is two processes, and both are killed
      process.kill(-web, "SIGKILL");
      await until(
        "it is served again",
        async () => {
          const now = await processesOf(product);
          return now.web !== null && now.web !== web && isReady(product);
        },
        60_000,
      );
    }
  } finally {
    await writers.stop();
  }
  const { acknowledged } = await nothingLost(product, writers);
  return `${times} kills, ${acknowledged} writes kept`;
}

/** kill -9 of the worker while it carries out a job: the job is taken up again and its effect is there once. */
export async function killWorker(product: Product): Promise<string> {
  const client = await superuser(product);
  try {
    const [match] = (
      await client.query(
        `UPDATE "Match" SET status = 'APPROVED', "decidedAt" = now(), "notifyAt" = now() - interval '1 minute'
         WHERE id = (SELECT m.id FROM "Match" m JOIN "Talent" t ON t.id = m."talentId" JOIN "Need" n ON n.id = m."needId" JOIN "Enterprise" e ON e.id = n."enterpriseId"
                     WHERE m.status = 'SUGGESTED' AND t.status = 'LISTED' AND t."accountId" IS NOT NULL AND n.status = 'OPEN' AND e.status = 'VERIFIED' ORDER BY m.priority DESC LIMIT 1) RETURNING id`,
      )
    ).rows;
    assert.ok(match, "the demo has a suggestion to invite for");
    // the job stops in the middle of its transaction, at the row that we hold
    await client.query("BEGIN");
    await client.query(`SELECT 1 FROM "Match" WHERE id = $1 FOR UPDATE`, [match.id]);
    const [{ id: job }] = (await rowsOf<{ id: string }>(
      product,
      `INSERT INTO pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, heartbeat_seconds)
       SELECT name, jsonb_build_object('matchId', $1::text), policy, retry_limit, 1, false, expire_seconds, 10 FROM pgboss.queue WHERE name = 'matches.inviteTalent' RETURNING id`,
      [match.id],
    )) as [{ id: string }];
    const stateOf = async () =>
      (
        await rowsOf<{ state: string; retry_count: number }>(
          product,
          "SELECT state, retry_count FROM pgboss.job WHERE id = $1",
          [job],
        )
      )[0]!;
    await until("the worker has taken the job", async () => (await stateOf()).state === "active");
    const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%"Match"%'`;
    await until("the job waits in its transaction", async () => (await rowsOf(product, waits)).length > 0);
    const { worker } = await processesOf(product);
    process.kill(worker!, "SIGKILL");
    await until("the worker has ended", async () => !(await lives(worker!)));
    await client.query("COMMIT");
    const begun = Date.now();
    await until(
      "the job is done by another worker",
      async () => (await stateOf()).state === "completed",
      120_000,
      200,
    );
    const took = Date.now() - begun;
    assert.ok((await stateOf()).retry_count >= 1);
    const [effect] = await rowsOf<{ status: string; events: number; mails: number }>(
      product,
      `SELECT status::text, (SELECT count(*)::int FROM "AuditEvent" WHERE "recordId" = m.id::text AND action = 'match.invited') AS events,
         (SELECT count(*)::int FROM "Notification" n JOIN "MailMessage" o ON o."idempotencyKey" LIKE '%' || n.id::text
          WHERE n.key LIKE 'match:' || m.id::text || ':%' AND o.template = 'matches.invitation') AS mails
       FROM "Match" m WHERE id = $1`,
      [match.id],
    );
    assert.deepEqual(effect, { status: "INVITED", events: 1, mails: 1 });
    return `retried after ${Math.round(took / 1000)} s, one invitation, one mail`;
  } finally {
    await client.end().catch(() => {});
  }
}

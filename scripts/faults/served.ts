import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { postmasterPid, runningPort } from "../database/embedded.ts";
import { accepted, contactFields, type Form, readForm, submit, withNewKey } from "./forms.ts";
import { childrenOf, type Product, processesOf, rowsOf, statusOf, superuser } from "./product.ts";
import { lives, until } from "./wait.ts";

const contactForm = (product: Product) => readForm(product, "/en/contact", "contact");
const isReady = async (product: Product) => (await statusOf(product, "/api/health/ready")) === 200;

/** Clients that write messages and register people without a pause, and what was acknowledged to them. */
class Writers {
  acknowledged = { messages: [] as string[], accounts: [] as string[] };
  sent = { messages: [] as string[], accounts: [] as string[] };
  #on = true;
  #running: Promise<void>[];

  constructor(contact: Form, registration: Form, clients = 3) {
    this.#running = [
      ...Array.from({ length: clients }, () => this.#repeat(() => this.#message(contact))),
      this.#repeat(() => this.#registration(registration)),
    ];
  }

  async #repeat(once: () => Promise<void>) {
    while (this.#on) await once().catch(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }

  async #message(form: Form) {
    const mark = `fault ${randomUUID()}`;
    this.sent.messages.push(mark);
    if (accepted(await submit(withNewKey(form), contactFields(mark)))) this.acknowledged.messages.push(mark);
  }

  async #registration(form: Form) {
    const email = `fault-${randomUUID()}@test.example`;
    const fields = {
      kind: "individual",
      displayName: "Fault Test",
      email,
      password: "a long enough password",
      consent: "on",
    };
    this.sent.accounts.push(email);
    const answer = await submit(withNewKey(form), fields);
    if (answer.status === 303) this.acknowledged.accounts.push(email);
  }

  get count() {
    return this.acknowledged.messages.length + this.acknowledged.accounts.length;
  }

  async stop() {
    this.#on = false;
    await Promise.all(this.#running);
  }
}

async function writersOf(product: Product): Promise<Writers> {
  return new Writers(
    await contactForm(product),
    await readForm(product, "/en/register/talent", "register-talent"),
  );
}

/** Every acknowledged write is there; every other is whole or absent: a row, its audit event, its mail and its job, or none. */
async function nothingLost(product: Product, { acknowledged, sent }: Writers) {
  const messages = await rowsOf<{ body: string; events: number }>(
    product,
    `SELECT body, (SELECT count(*)::int FROM "AuditEvent" e WHERE e."recordId" = m.id::text AND e.action = 'contactMessage.received') AS events
     FROM "ContactMessage" m WHERE body = ANY($1)`,
    [sent.messages],
  );
  const found = messages.map((row) => row.body);
  assert.deepEqual(
    acknowledged.messages.filter((mark) => !found.includes(mark)),
    [],
    "acknowledged messages that are gone",
  );
  assert.equal(new Set(found).size, found.length, "a message is there twice");
  assert.deepEqual(
    messages.filter((row) => row.events !== 1),
    [],
    "a message without its audit event",
  );
  const accounts = await rowsOf<{
    email: string;
    credentials: number;
    talents: number;
    identities: number;
    consents: number;
    events: number;
    mails: number;
    jobs: number;
  }>(
    product,
    `SELECT a.email, (SELECT count(*)::int FROM "Credential" c WHERE c."accountId" = a.id) AS credentials,
       (SELECT count(*)::int FROM "Talent" t WHERE t."accountId" = a.id) AS talents,
       (SELECT count(*)::int FROM "TalentIdentity" i JOIN "Talent" t ON t.id = i."talentId" WHERE t."accountId" = a.id) AS identities,
       (SELECT count(*)::int FROM "Consent" c JOIN "Talent" t ON t.id = c."talentId" WHERE t."accountId" = a.id) AS consents,
       (SELECT count(*)::int FROM "AuditEvent" e WHERE e."recordId" = a.id::text AND e.action = 'account.registered') AS events,
       (SELECT count(*)::int FROM "MailMessage" m WHERE m.recipient = a.email) AS mails,
       (SELECT count(*)::int FROM pgboss.job j JOIN "MailMessage" m ON m.id::text = j.data->>'mailId' WHERE m.recipient = a.email) AS jobs
     FROM "Account" a WHERE a.email = ANY($1)`,
    [sent.accounts],
  );
  const there = accounts.map((row) => row.email);
  assert.deepEqual(
    acknowledged.accounts.filter((email) => !there.includes(email)),
    [],
    "acknowledged registrations that are gone",
  );
  for (const { email, ...parts } of accounts)
    assert.deepEqual(
      parts,
      { credentials: 1, talents: 1, identities: 1, consents: 1, events: 1, mails: 1, jobs: 1 },
      `half of ${email}`,
    );
  return { acknowledged: found.length + there.length };
}

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

/** A frozen PostgreSQL keeps its connections open and answers nothing: what asks gets an answer all the same. */
export async function frozenDatabase(product: Product): Promise<string> {
  const { postgres } = await processesOf(product);
  const all = [postgres!, ...childrenOf(postgres!).map(({ pid }) => pid)];
  const signal = (name: NodeJS.Signals) => {
    for (const pid of all)
      try {
        process.kill(pid, name);
      } catch {
        // a connection that ended meanwhile
      }
  };
  signal("SIGSTOP");
  const begun = Date.now();
  const timed = async (pathname: string) => {
    const status = await statusOf(product, pathname, 30_000);
    return { status, took: Date.now() - begun };
  };
  try {
    const [live, ready, page] = await Promise.all(
      ["/api/health/live", "/api/health/ready", "/en/needs"].map(timed),
    );
    assert.equal(live!.status, 200);
    assert.equal(ready!.status, 503);
    assert.ok(live!.took < 5000 && ready!.took < 5000, `live ${live!.took} ms, ready ${ready!.took} ms`);
    assert.notEqual(page!.status, 0, "the page hangs");
    return `ready 503 after ${ready!.took} ms, a page's answer after ${page!.took} ms`;
  } finally {
    signal("SIGCONT");
    await until("ready again", () => isReady(product), 60_000);
    await until("pages again", async () => (await statusOf(product, "/en/needs")) === 200, 60_000);
  }
}

/** kill -9 of the web server while it writes, again and again; the starter starts it again. */
export async function killWebServer(product: Product, times: number): Promise<string> {
  const writers = await writersOf(product);
  try {
    for (let round = 0; round < times; round++) {
      const before = writers.count;
      await until("writes are acknowledged", () => writers.count > before + 1 + (round % 5), 60_000);
      const { web } = await processesOf(product);
      process.kill(web!, "SIGKILL");
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
         (SELECT count(*)::int FROM "MailMessage" WHERE template LIKE 'matches.%' AND "idempotencyKey" LIKE '%' || m.id::text || '%') AS mails
       FROM "Match" m WHERE id = $1`,
      [match.id],
    );
    assert.deepEqual(effect, { status: "INVITED", events: 1, mails: 1 });
    return `retried after ${Math.round(took / 1000)} s, one invitation, one mail`;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same form sent at once by several tabs, and once more afterwards: one row, the same answer. */
export async function doubleSubmit(product: Product): Promise<string> {
  const form = withNewKey(await contactForm(product));
  const mark = `fault ${randomUUID()}`;
  const answers = await Promise.all(Array.from({ length: 5 }, () => submit(form, contactFields(mark))));
  answers.push(await submit(form, contactFields(mark)));
  assert.deepEqual(
    answers.map((answer) => [answer.status, answer.location]),
    answers.map(() => [303, answers[0]!.location]),
  );
  const rows = await rowsOf(product, `SELECT 1 FROM "ContactMessage" WHERE body = $1`, [mark]);
  assert.equal(rows.length, 1);
  return `${answers.length} answers, 1 row`;
}

/** Another session holds what a page and a form need: both answer within five seconds, what was typed is sent back, nothing hangs. */
export async function hungDatabase(product: Product): Promise<string> {
  const form = withNewKey(await contactForm(product));
  const mark = `fault ${randomUUID()}`;
  const client = await superuser(product);
  const times: Record<string, number> = {};
  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const begun = Date.now();
    const answer = await work;
    times[name] = Date.now() - begun;
    return answer;
  };
  const told = () =>
    Object.entries(times)
      .map(([name, time]) => `${name} ${time} ms`)
      .join(", ");
  try {
    await client.query("BEGIN");
    await client.query(`LOCK TABLE "ContactMessage", "Need", "_prisma_migrations" IN ACCESS EXCLUSIVE MODE`);
    const [answer, page, ready, live] = await Promise.all([
      timed("form", submit(form, contactFields(mark))),
      timed(
        "page",
        fetch(`${product.baseUrl}/en/needs`).then(async (got) => ({
          status: got.status,
          body: await got.text(),
        })),
      ),
      timed("ready", statusOf(product, "/api/health/ready")),
      timed("live", statusOf(product, "/api/health/live")),
    ]);
    assert.equal(ready, 503);
    assert.equal(live, 200);
    assert.notEqual(answer.status, 303);
    assert.ok(answer.body.includes(mark), "what was typed is sent back");
    assert.ok(
      page.status >= 500 || page.body.includes("$RX") || page.body.includes("Something went wrong"),
      `the page answered ${page.status}`,
    );
    assert.ok(Math.max(...Object.values(times)) < 5000, told());
    await client.query("COMMIT");
  } finally {
    await client.end().catch(() => {});
  }
  await until("ready again", () => isReady(product));
  // the person presses the button once more
  assert.ok(accepted(await submit(form, contactFields(mark))));
  assert.equal((await rowsOf(product, `SELECT 1 FROM "ContactMessage" WHERE body = $1`, [mark])).length, 1);
  return told();
}

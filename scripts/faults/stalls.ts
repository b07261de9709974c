import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { accepted, contactFields, submit, withNewKey } from "./forms.ts";
import { childrenOf, type Product, processesOf, rowsOf, statusOf, superuser } from "./product.ts";
import { until } from "./wait.ts";
import { contactForm, isReady } from "./writers.ts";

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

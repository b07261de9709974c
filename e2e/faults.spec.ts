import * as kills from "#scripts/faults/kills.ts";
import { superuser } from "#scripts/faults/product.ts";
import * as stalls from "#scripts/faults/stalls.ts";
import * as starting from "#scripts/faults/starting.ts";
import { expect, test } from "./fixtures.ts";

// The short forms; the long ones are `npm run faults`.
const product = { baseUrl: process.env.BASE_URL!, dataDir: process.env.DATA_DIR! };

test.describe("bad luck under the running product", () => {
  test("a form that is sent several times at once makes one row", () => stalls.doubleSubmit(product));
  test("a lock held by another session: clear answers within five seconds", () =>
    stalls.hungDatabase(product));
  test("a frozen PostgreSQL: nothing hangs", () => stalls.frozenDatabase(product));
  test("kill -9 of PostgreSQL: nothing lost, ready again by itself", () => kills.killPostgres(product, 2));
  test("kill -9 of the web server while it writes: every write is whole or absent", () =>
    kills.killWebServer(product, 5));
  test("kill -9 of the worker in a job: its effect is there once", () => kills.killWorker(product));

  test("a page that cannot be read says so, and comes back on request", async ({ visitor }) => {
    const page = await visitor("en");
    const client = await superuser(product);
    try {
      await client.query("BEGIN");
      await client.query(`LOCK TABLE "Need" IN ACCESS EXCLUSIVE MODE`);
      await page.goto("/en/needs");
      await expect(page.getByRole("heading", { name: "Something went wrong on our side" })).toBeVisible();
      await client.query("COMMIT");
    } finally {
      await client.end();
    }
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    await expect(page.getByText("Something went wrong")).toBeHidden();
  });
});

test.describe("starting and stopping", () => {
  test("a port that is taken", () => starting.portTaken());
  test("two starts on one folder", () => starting.twoStarts());
  test("a signal to the group, twice, under requests", () => starting.signalToGroup("SIGTERM", 2));
  test("signals while it starts", () => starting.signalWhileStarting([300, 1500]));
  test("kill -9 of the starter", () => starting.killStarter());
  test("a database of one's own", () => starting.externalDatabase());
});

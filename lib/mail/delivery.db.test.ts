import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mood, SmtpServer } from "#e2e/support/smtp-server.ts";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { JOB_QUEUES } from "#lib/jobs/names.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { makeAccount } from "#lib/matches/test-support.ts";
import { deliverMail } from "./jobs.ts";
import { dropMails, sendMail } from "./outbox.ts";

useDatabase();
const port = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, () => {
    const found = (server.address() as { port: number }).port;
    server.close(() => resolve(found));
  });
});
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

const viewer = systemViewer("test");
const smtp = new SmtpServer(port);
const MAILS = 12;
let workers: Awaited<ReturnType<typeof startWorker>>[] = [];

beforeAll(async () => {
  // the same queue with its pauses made short
  await db.$executeRaw`UPDATE pgboss.queue SET retry_delay = 1, retry_delay_max = 1, retry_backoff = false WHERE name = 'mail.send'`;
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await smtp.stop();
});

const write = (key: string, more = {}) =>
  transaction(viewer, (tx) =>
    sendMail(tx, {
      to: `${key}@test.example`,
      locale: "en",
      template: "accounts.verify",
      path: "/verify",
      key,
      ...more,
    }),
  );
const rows = () => db.mailMessage.findMany({ where: { idempotencyKey: { startsWith: "outage" } } });

async function until(holds: () => boolean | Promise<boolean>) {
  for (let i = 0; i < 2500 && !(await holds()); i++) await pause(10);
  expect(await holds()).toBe(true);
}

test("a server that is down, busy, mute and dropping gets every mail later, each exactly once", async () => {
  // asked for twice, as a repeated job does
  for (let index = 0; index < MAILS; index++)
    await Promise.all([write(`outage-${index}`), write(`outage-${index}`)]);
  workers = [await startWorker(), await startWorker()];
  const attempts = async () => Math.min(...(await rows()).map((row) => row.attempts));
  await until(async () => (await attempts()) >= 1);

  await smtp.start();
  for (const mood of ["busy", "mute", "drops"] as const satisfies Mood[]) {
    smtp.mood = mood;
    const before = await attempts();
    await until(async () => (await attempts()) > before);
  }
  expect(smtp.accepted).toEqual([]);
  expect((await rows()).every((row) => row.status === "QUEUED")).toBe(true);
  // kept by the server, which hangs up before it says so: it will see them again under the same Message-ID
  smtp.mood = "keepsAndDrops";
  await until(() => smtp.accepted.length >= 1);
  smtp.mood = "works";
  await until(async () => (await rows()).every((row) => row.status === "SENT"));

  const ids = (await rows()).map((row) => `${row.id}@talent-bridge`).sort();
  expect(ids).toHaveLength(MAILS);
  expect([...new Set(smtp.accepted.map(({ id }) => id))].sort()).toEqual(ids);
  const acknowledged = smtp.accepted.filter(({ mood }) => mood === "works");
  expect(acknowledged.map(({ id }) => id).sort()).toEqual(ids);
  const offered = smtp.offered;
  for (const { id } of await rows()) await deliverMail({ mailId: id });
  expect(smtp.offered).toBe(offered);
}, 90_000);

test("a mail that was read in the portal before it went out is taken back", async () => {
  const after = new Date(Date.now() + 3_600_000);
  await write("later", { after });
  await transaction(viewer, (tx) => dropMails(tx, ["later"]));
  const mail = await db.mailMessage.findUniqueOrThrow({ where: { idempotencyKey: "later" } });
  await deliverMail({ mailId: mail.id });
  expect(smtp.accepted.some(({ to }) => to === "later@test.example")).toBe(false);
});

const mailOf = (key: string) => db.mailMessage.findUniqueOrThrow({ where: { idempotencyKey: key } });
const deliver = (mailId: string) =>
  deliverMail({ mailId }).then(
    () => "done",
    (error: Error) => error.message,
  );
/** Written for later, so that no worker takes it before the test does. */
async function writeForLater(key: string, more = {}) {
  await write(key, { after: new Date(Date.now() + 3_600_000), ...more });
  return (await mailOf(key)).id;
}

test("of two who send one mail at once, one does; a claim that ran out is taken again", async () => {
  const id = await writeForLater("both");
  // the second finds the claim, or the mail gone out already
  const answers = await Promise.all([deliver(id), deliver(id)]);
  expect(answers.filter((answer) => answer !== "is being sent")).toContain("done");
  expect(await deliver(id)).toBe("done");
  expect(smtp.accepted.filter(({ to }) => to === "both@test.example")).toHaveLength(1);
  const other = await writeForLater("crashed");
  const claimed = new Date(Date.now() + 60_000);
  await db.mailMessage.update({ where: { id: other }, data: { claimedUntil: claimed } });
  expect(await deliver(other)).toBe("is being sent");
  await at(new Date(claimed.getTime() + 1), () => deliver(other));
  expect(await mailOf("crashed")).toMatchObject({ status: "SENT", claimedUntil: null });
});

test("what an account was told does not go out once it is disabled; a link to an address does", async () => {
  const { accountId, email } = await makeAccount();
  const own = await writeForLater("left", { to: email, accountId });
  const link = await writeForLater("link", { to: email });
  await db.account.update({ where: { id: accountId! }, data: { disabledAt: new Date() } });
  for (const id of [own, link]) expect(await deliver(id)).toBe("done");
  expect([(await mailOf("left")).status, (await mailOf("link")).status]).toEqual(["DROPPED", "SENT"]);
});

test("a mail is given up when its reader is refused, and waits when its sender is", async () => {
  const id = await writeForLater("refused");
  smtp.mood = "refusesSender";
  expect(await deliver(id)).toBe("smtp EENVELOPE 554");
  expect((await mailOf("refused")).status).toBe("QUEUED");
  smtp.mood = "refusesReader";
  expect(await deliver(id)).toBe("done");
  expect((await mailOf("refused")).status).toBe("FAILED");
  smtp.mood = "works";
});

test("a mail has a text and an HTML part, and one-click unsubscribe only where it may be stopped", async () => {
  const stop = "http://localhost:3000/api/unsubscribe?token=x";
  await write("optional", { unsubscribe: stop });
  await write("fixed");
  await until(() => smtp.accepted.filter(({ to }) => /^(optional|fixed)@/.test(to)).length === 2);
  const source = (to: string) => smtp.accepted.find((one) => one.to === `${to}@test.example`)!.source;
  expect(source("optional")).toMatch(/^Content-Type: text\/plain/m);
  expect(source("optional")).toMatch(/^Content-Type: text\/html/m);
  expect(source("optional")).toContain(`List-Unsubscribe: <${stop}>`);
  expect(source("optional")).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(source("optional").split("token=3Dx").length).toBeGreaterThan(2);
  expect(source("fixed")).not.toContain("List-Unsubscribe");
});

test("the real queue goes on for much longer than an hour, and is back within ten minutes of the server", () => {
  const { retryLimit, retryDelay, retryDelayMax } = JOB_QUEUES["mail.send"];
  // pg-boss doubles the pause up to its maximum and takes between half and the whole of it
  const pauses = Array.from({ length: retryLimit }, (_, attempt) =>
    Math.min(retryDelayMax, retryDelay * 2 ** Math.min(attempt, 16)),
  );
  const least = pauses.reduce((sum, seconds) => sum + seconds / 2, 0);
  expect(least).toBeGreaterThan(12 * 3600);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(600);
});

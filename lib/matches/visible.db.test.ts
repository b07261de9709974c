import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { listEngines } from "./engine-state.ts";
import { makeEnterprise, makeNeed, makeTalent, UNRELATED } from "./test-support.ts";

useDatabase();

const workers: ChildProcess[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

/** A worker as the product starts it, on the test's database. */
function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["scripts/worker.ts"], {
    env: { ...process.env, MIGRATE_DATABASE_URL: "", LOG_LEVEL: "silent", BRIDGE_EMBEDDED: "1" },
    stdio: "ignore",
  });
  workers.push(worker);
  return worker;
}
const until = (holds: () => Promise<unknown>) => vi.waitFor(holds, { timeout: 150_000, interval: 50 });
const readyEngines = async () => (await listEngines()).filter(({ alive, facts }) => alive && facts.ready);

async function edit(talentId: string, data: object): Promise<Date> {
  const at = now();
  await transaction(systemViewer("test"), async (tx) => {
    await tx.talent.update({
      where: { id: talentId },
      data: { ...data, version: { increment: 1 }, updatedAt: at },
    });
    await enqueue(tx, "matches.refreshTalent", { talentId }, { key: talentId });
  });
  return at;
}

test("what is committed stands in the lists by itself, whichever worker is alive; killing one loses nothing", {
  timeout: 400_000,
}, async () => {
  const { enterpriseId } = await makeEnterprise();
  const needId = await makeNeed(enterpriseId);
  const fitting = await makeTalent();
  const others = await Promise.all(Array.from({ length: 12 }, () => makeTalent(UNRELATED)));
  const first = startWorker();
  const second = startWorker();
  await until(async () => expect(await readyEngines()).toHaveLength(2));
  // lists that nobody had asked for are ranked by themselves
  await until(async () =>
    expect(await db.match.count({ where: { needId, talentId: fitting.talentId } })).toBe(1),
  );
  const [match] = await db.match.findMany({ where: { needId } });
  expect(match!.indexVersion).toMatch(/^\d+\/\w+\/[\d.]+$/);

  await edit(fitting.talentId, UNRELATED);
  await until(async () => expect(await db.match.count({ where: { needId } })).toBe(0));

  // one worker dies with work of its own in hand; the other takes all up
  const changes = others.map(({ talentId }) =>
    edit(talentId, { headline: "離岸結構工程師", skills: ["SACS", "導管架"] }),
  );
  first.kill("SIGKILL");
  await Promise.all(changes);
  await until(async () =>
    expect(
      await db.match.count({ where: { needId, talentId: { in: others.map((one) => one.talentId) } } }),
    ).toBe(12),
  );
  // one that stops in order takes its word back, one that was killed is noticed by its silence
  second.kill("SIGTERM");
  await until(async () => expect(await readyEngines()).toHaveLength(0));
});

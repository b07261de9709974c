// npm run bench:visible -- [--edits 60] [--back-to-back] [--json OUT.json]: how long after its commit a change stands in "Match", on a database filled by `npm run bulk` (DATA_DIR).
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { percentiles } from "./bench/figures.ts";
import { openDatabase } from "./database/connect.ts";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "60" },
    // each change as soon as the one before is seen, also while the worker is still at it
    "back-to-back": { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const spaced = !values["back-to-back"];
const LIMIT_MS = 30_000;
const LOOK_MS = 5;

const database = await openDatabase();
const { db, transaction, disconnect } = await import("#lib/db.ts");
const { systemViewer } = await import("#lib/auth/viewer.ts");
const { now } = await import("#lib/clock.ts");
const { enqueue } = await import("#lib/jobs/queue.ts");
const { listEngines } = await import("#lib/matches/engine-state.ts");
const { rankedWith } = await import("#lib/matches/versions.ts");
const { Generation } = await import("#lib/matches/generation.ts");
const { needInputOf, needRecord } = await import("#lib/matches/records.ts");
const { DEPTH_OF_NEED, FIRST_SEEN } = await import("#lib/matches/policy.ts");
const viewer = systemViewer("bench");

/** A worker as the product starts it. */
function startWorker() {
  const child = spawn(process.execPath, ["scripts/worker.ts"], {
    env: { ...process.env, LOG_LEVEL: "warn" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function untilReady() {
  const begun = performance.now();
  for (;;) {
    const engine = (await listEngines()).find(
      ({ alive, facts }) => alive && facts.ready && facts.stale === 0,
    );
    if (engine) return { facts: engine.facts, seconds: (performance.now() - begun) / 1000 };
    await pause(250);
  }
}

/** Ms until the first ten of a list were computed after the change; null when they never were. */
async function untilVisible(
  list: { needId: string } | { talentId: string },
  after: Date,
): Promise<number | null> {
  const begun = performance.now();
  while (performance.now() - begun < LIMIT_MS) {
    if ((await db.match.count({ where: { ...list, computedAt: { gte: after } } })) >= FIRST_SEEN)
      return performance.now() - begun;
    await pause(LOOK_MS);
  }
  return null;
}

/**
 * Every need's list as it is in use, or a changed profile would enter them all: the best by the index's own score, without
 * explanations. Ranking all by the engine would take half an hour.
 */
async function fillLists(): Promise<number> {
  const generation = await Generation.read();
  const needs = [...generation.needs.ids()];
  for (let from = 0; from < needs.length; from += 100) {
    const rows = (
      await db.need.findMany({ where: { id: { in: needs.slice(from, from + 100) } }, select: needRecord })
    ).flatMap((row) =>
      generation.talents
        .find(generation.needRow(needInputOf(row)), { depth: DEPTH_OF_NEED })
        .map(({ talentId, order }) => ({ needId: row.id, talentId, order })),
    );
    await db.$executeRaw`
      INSERT INTO "Match" (id, "needId", "talentId", score, "needToTalent", "talentToNeed", priority, explanation,
        "engineVersion", "dictionaryVersion", "weightsVersion", "computedAt", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), r."needId", r."talentId", r."order", 0, 0, r."order", '{}', '', '', '', ${now()}, ${now()}, ${now()}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("needId" uuid, "talentId" uuid, "order" float8)
      ON CONFLICT DO NOTHING`;
  }
  return db.match.count();
}

const openNeeds = await db.need.findMany({
  where: { status: { in: ["OPEN", "PARTIALLY_FILLED"] }, enterprise: { status: "VERIFIED" } },
  orderBy: { id: "asc" },
  take: 2000,
  select: { id: true, title: true, mustHave: true, direction: true, modes: true },
});
const edits = Number(values.edits);
const people = await db.talent.findMany({
  where: {
    status: "LISTED",
    matchable: true,
    blockedEmployers: { isEmpty: true },
    consents: { some: { purpose: "MATCHING", withdrawnAt: null } },
  },
  orderBy: { id: "asc" },
  take: 4 * edits,
  select: { id: true, skills: true },
});
const needAt = (i: number) => openNeeds[(i * 41) % openNeeds.length]!;

/** A profile comes to fit a need as nobody else does: it enters that need's list. */
async function editTalent(i: number): Promise<number | null> {
  const need = needAt(i);
  const { id, skills } = people[i % people.length]!;
  const at = now();
  await transaction(viewer, async (tx) => {
    await tx.talent.update({
      where: { id },
      data: {
        headline: need.title,
        summary: need.mustHave.join("；"),
        skills: [...new Set([...skills, ...need.mustHave])],
        direction: need.direction,
        intentions: need.modes,
        version: { increment: 1 },
        updatedAt: at,
      },
    });
    await enqueue(tx, "matches.refreshTalent", { talentId: id }, { key: id });
  });
  return untilVisible({ talentId: id }, at);
}

/** A need asks for something else: somebody else is the best for it. */
async function editNeed(i: number): Promise<number | null> {
  const [need, other] = [needAt(i), needAt(i + 1)];
  const at = now();
  await transaction(viewer, async (tx) => {
    await tx.need.update({
      where: { id: need.id },
      data: { title: other.title, mustHave: other.mustHave, version: { increment: 1 }, updatedAt: at },
    });
    await enqueue(tx, "matches.refreshNeed", { needId: need.id }, { key: need.id });
  });
  return untilVisible({ needId: need.id }, at);
}

/** Until the worker has done what the last change asked for; filling up other lists may go on. */
async function untilIdle(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<[{ busy: boolean }]>`
      SELECT EXISTS (SELECT 1 FROM pgboss.job
        WHERE name IN ('matches.refreshNeed', 'matches.refreshTalent') AND state IN ('created', 'retry', 'active')) AS busy`;
    if (!row.busy) return;
    await pause(50);
  }
}

async function measure(name: string, edit: (i: number) => Promise<number | null>) {
  const times: number[] = [];
  let never = 0;
  for (let i = 0; i < edits; i++) {
    if (spaced) await untilIdle();
    const ms = await edit(i);
    if (ms === null) never++;
    else times.push(ms);
  }
  const figures = { ...percentiles(times), never };
  console.log(`${name}: ${JSON.stringify(figures)} ms from commit to the first ten`);
  return figures;
}

// lists that nobody ranked yet would be ranked in the background, which is another thing to measure
await db.poolRecord.updateMany({ data: { rankedWith: rankedWith() } });
const worker = startWorker();
try {
  const { facts, seconds } = await untilReady();
  console.log(`${await fillLists()} suggestions`);
  console.log(`the worker was ready after ${seconds.toFixed(1)} s: ${JSON.stringify(facts)}`);
  await editTalent(edits);
  await editNeed(edits);
  const report = {
    talents: facts.talents,
    needs: facts.needs,
    edits,
    readySeconds: Number(seconds.toFixed(1)),
    talentEdit: await measure("profile edits", editTalent),
    needEdit: await measure("need edits", editNeed),
    memoryMiB: (await untilReady()).facts.memoryMiB,
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await worker.stop();
  await disconnect();
  await database.stop();
}

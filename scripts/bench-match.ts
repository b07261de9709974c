import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type pg from "pg";
import { peakMiB, percentiles, secondsSince, timed } from "./bench/figures.ts";
import { memoryLimit } from "./bench/limit.ts";
import { compareWithPlain } from "./bench/plain-query.ts";
import { fill, openBench, readSegment } from "./bench/postgres.ts";
import { refreshAll } from "./bench/refresh.ts";
import { type BenchSet, built, makeSet } from "./bench/set.ts";

const usage =
  "bench:match -- [--talents 1000000] [--needs 10000] [--queries 1000] [--compare 200] [--postgres] [--json OUT.json]";
const DEPTH = 50;
const WARM_UP = 100;
const PLAIN_QUERIES = 10;

/** A failure that the person who runs the command can put right. */
class UsageError extends Error {}

function options() {
  const { values } = parseArgs({
    options: {
      talents: { type: "string", default: "1000000" },
      needs: { type: "string", default: "10000" },
      queries: { type: "string", default: "1000" },
      compare: { type: "string", default: "200" },
      // also without DATABASE_URL: in a database that is thrown away afterwards
      postgres: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  const number = (name: "talents" | "needs" | "queries" | "compare") => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1)
      throw new UsageError(`--${name} must be a whole number from 1 (usage: ${usage})`);
    return value;
  };
  return {
    talents: number("talents"),
    needs: number("needs"),
    queries: number("queries"),
    compare: number("compare"),
    postgres: values.postgres,
    json: values.json,
  };
}

/** A step that meets every row before any comes again, so that queries are spread over all. */
const spread = (i: number, size: number): number => (i * 7919) % size;
const needAt = (set: BenchSet, i: number) =>
  set.needs[spread(i, set.needs.length)] as BenchSet["needs"][number];

function measure(set: BenchSet, queries: number) {
  let scoredTalents = 0;
  let scoredNeeds = 0;
  const needToTalent = timed(queries, WARM_UP, (i) => {
    set.talentIndex.find(needAt(set, i), { depth: DEPTH, explained: true });
    scoredTalents += set.talentIndex.scored;
  });
  const talentToNeed = timed(queries, WARM_UP, (i) => {
    set.needIndex.findFor(set.segment, spread(i, set.segment.size), { depth: DEPTH, explained: true });
    scoredNeeds += set.needIndex.scored;
  });
  const calls = queries + WARM_UP;
  return {
    needToTalent: percentiles(needToTalent.wall),
    talentToNeed: percentiles(talentToNeed.wall),
    cpuMean: { needToTalent: needToTalent.cpuMean, talentToNeed: talentToNeed.cpuMean },
    scored: { talents: Math.round(scoredTalents / calls), needs: Math.round(scoredNeeds / calls) },
  };
}

/** Every compared list is equal to that of an exhaustive scan: the same ids in the same order with the same scores. */
function compare(set: BenchSet, count: number) {
  let exact = true;
  timed(count, 0, (i) => {
    const scanned = JSON.stringify(set.talentIndex.scan(needAt(set, i), { depth: DEPTH }));
    exact &&= scanned === JSON.stringify(set.talentIndex.find(needAt(set, i), { depth: DEPTH }));
  });
  timed(count, 0, (i) => {
    const row = spread(i, set.segment.size);
    const scanned = JSON.stringify(set.needIndex.scanFor(set.segment, row, { depth: DEPTH }));
    exact &&= scanned === JSON.stringify(set.needIndex.findFor(set.segment, row, { depth: DEPTH }));
  });
  // the first calls of the scans compile them; only the later ones are timed
  const baseline = timed(Math.min(count, 20), 0, (i) =>
    set.talentIndex.scan(needAt(set, i), { depth: DEPTH }),
  );
  return { exact, baseline: baseline.wall };
}

/** The set from rows in PostgreSQL where there is one, else from memory. */
async function prepare(talents: number, needs: number, client: pg.Client | null): Promise<BenchSet> {
  const began = performance.now();
  console.log(`making ${talents} talents and ${needs} needs`);
  if (!client) return makeSet(talents, needs);
  await fill(client, talents);
  console.log(`written to PostgreSQL in ${secondsSince(began)} s`);
  return built(() => readSegment(client), needs);
}

async function run(given: ReturnType<typeof options>, client: pg.Client | null) {
  const growth = { talents: Math.max(1, Math.round(given.talents / 10)), p50: 0 };
  if (given.talents >= 10_000) {
    console.log(`${growth.talents} talents first, for the growth`);
    const small = await makeSet(growth.talents, given.needs);
    growth.p50 = measure(small, Math.min(given.queries, 300)).needToTalent.p50;
  }
  const set = await prepare(given.talents, given.needs, client);
  const buildFrom = client ? "postgresql" : "memory";
  console.log(`index built in ${set.buildSeconds.toFixed(2)} s from ${buildFrom}`);
  const figures = measure(set, given.queries);
  console.log(
    `needs: ${JSON.stringify(figures.needToTalent)}, talents: ${JSON.stringify(figures.talentToNeed)} ms`,
  );
  const rssMiB = peakMiB();
  const limit = memoryLimit(set, given.queries);
  const plain = client && (await compareWithPlain(client, set, PLAIN_QUERIES));
  if (plain) console.log(`plain PostgreSQL: ${JSON.stringify(plain)}`);
  const compared = compare(set, given.compare);
  console.log(
    `${given.compare} lists each way ${compared.exact ? "equal" : "DIFFER FROM"} an exhaustive scan`,
  );
  const refreshed = await refreshAll(set.segment, given.needs);
  return {
    talents: given.talents,
    needs: given.needs,
    queries: given.queries,
    buildSeconds: Number(set.buildSeconds.toFixed(3)),
    buildFrom,
    rssMiB,
    needToTalent: figures.needToTalent,
    talentToNeed: figures.talentToNeed,
    exhaustive: { p50: percentiles(compared.baseline).p50 },
    exact: compared.exact,
    compared: given.compare,
    refreshAllSeconds: Number(refreshed.seconds.toFixed(3)),
    refreshWorkers: refreshed.workers,
    rssWithWorkersMiB: peakMiB(),
    cpuMean: figures.cpuMean,
    scored: figures.scored,
    limit,
    plain,
    growthExponent:
      growth.p50 > 0 ? Number(Math.log10(figures.needToTalent.p50 / growth.p50).toFixed(3)) : null,
  };
}

async function main(): Promise<void> {
  const given = options();
  const database = given.postgres || process.env.DATABASE_URL ? await openBench() : null;
  try {
    const report = await run(given, database?.client ?? null);
    console.log(JSON.stringify(report, null, 2));
    if (given.json) writeFileSync(given.json, `${JSON.stringify(report, null, 2)}\n`);
    if (!report.exact) throw new Error("a list differs from that of an exhaustive scan");
  } finally {
    await database?.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `bench:match: ${error.message.split("\n")[0]}` : String(error));
  process.exitCode = 1;
});

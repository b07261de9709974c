// npm run bench:pages -- [--json OUT.json] [--seconds 8] [--connections 16]: the heaviest pages on the database of DATA_DIR (see `npm run bulk`),
// for one reader alone and for many at once, each beside a server that does nothing but the page's main query.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DEMO_PASSWORD } from "#lib/accounts/demo.ts";
import type { Bare } from "./bench/bare.ts";
import type { Load, Times } from "./bench/client.ts";
import { emptyPageBytes, scriptBytes } from "./bench/scripts-of.ts";
import { type Statement, statementsOf } from "./bench/statements.ts";
import { runningPort, urlsFor } from "./database/embedded.ts";
import { readForm } from "./faults/forms.ts";
import { type Product, rowsOf, type Started, startProduct, superuser } from "./faults/product.ts";
import { until } from "./faults/wait.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    seconds: { type: "string", default: "8" },
    connections: { type: "string", default: "16" },
  },
});
const dataDir = path.resolve(process.env.DATA_DIR || ".data");
const connections = Number(options.connections);
const seconds = Number(options.seconds) / 2;
const POOL = 10;

type Page = { name: string; path: string; main: RegExp };
type Figures = { p50: number; p95: number; perSecond: number; failures: number };
type Row = {
  page: string;
  statements: number;
  /** one request after the other, p50 in ms */
  alone: { product: number; bare: number };
  product: Figures;
  bare: Figures;
  ratio: number;
  scriptKb: number;
  ownScriptKb: number;
};

async function pagesOf(product: Product): Promise<Page[]> {
  const [match] = await rowsOf<{ id: string }>(
    product,
    `SELECT id FROM "Match" WHERE status = 'SUGGESTED' ORDER BY priority DESC, id LIMIT 1`,
  );
  const [opened] = await rowsOf<{ id: string }>(
    product,
    `SELECT id FROM "Introduction" WHERE status = 'MEETING' AND "ownerId" IS NOT NULL ORDER BY "dueOn", id LIMIT 1`,
  );
  if (!match || !opened) throw new Error("This database holds no cases: fill it by `npm run bulk` first.");
  return [
    { name: "needs", path: "/zh-Hant/needs", main: /FROM "public"\."Need"[\s\S]*ORDER BY/ },
    {
      name: "staff/talents",
      path: "/zh-Hant/staff/talents",
      main: /FROM "Talent" WHERE[\s\S]*ORDER BY "updatedAt" DESC/,
    },
    { name: "staff/matches", path: "/zh-Hant/staff/matches", main: /FROM "public"\."Match"[\s\S]*ORDER BY/ },
    {
      name: "staff/matches/[id]",
      path: `/zh-Hant/staff/matches/${match.id}`,
      main: /"explanation"[\s\S]*FROM "public"\."Match"/,
    },
    {
      name: "staff/introductions (board)",
      path: "/zh-Hant/staff/introductions",
      main: /CROSS JOIN LATERAL \(SELECT \* FROM "Introduction"/,
    },
    {
      name: "staff/introductions (table)",
      path: "/zh-Hant/staff/introductions?view=table",
      main: /FROM \(SELECT \* FROM "Introduction" i WHERE[\s\S]*ORDER BY/,
    },
    {
      name: "staff/introductions (ended)",
      path: "/zh-Hant/staff/introductions?view=table&ended=1",
      main: /FROM \(SELECT \* FROM "Introduction" i WHERE[\s\S]*ORDER BY/,
    },
    {
      name: "staff/introductions/[id]",
      path: `/zh-Hant/staff/introductions/${opened.id}`,
      main: /"handOverTo"[\s\S]*FROM "public"\."Introduction"/,
    },
    {
      name: "staff (today)",
      path: "/zh-Hant/staff",
      main: /FROM "CaseTask" t JOIN "Introduction"[\s\S]*LIMIT/,
    },
    {
      name: "staff/figures/cases (landed)",
      path: "/zh-Hant/staff/figures/cases?figure=landed",
      main: /FROM \(SELECT \* FROM "Introduction" i WHERE[\s\S]*ORDER BY/,
    },
  ];
}

async function signIn(product: Product, email: string): Promise<string> {
  const form = await readForm(product, "/zh-Hant/sign-in", "sign-in");
  const data = new FormData();
  for (const [name, value] of [...form.hidden, ["email", email], ["password", DEMO_PASSWORD]] as [
    string,
    string,
  ][])
    data.append(name, value);
  const answer = await fetch(form.url, {
    method: "POST",
    body: data,
    redirect: "manual",
    headers: { Origin: product.baseUrl },
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .find((one) => one?.includes("session"));
  if (!cookie) throw new Error(`${email} could not sign in (${answer.status}).`);
  return cookie;
}

/** One stretch of load from a process of its own. */
function load(url: string, cookie: string, at = connections): Times {
  const given: Load = { url, cookie, connections: at, seconds };
  const done = spawnSync(process.execPath, ["scripts/bench/client.ts", JSON.stringify(given)], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

function figuresOf(runs: Times[]): Figures {
  const times = runs.flatMap((run) => run.times).sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1));
  const total = runs.reduce((sum, run) => sum + run.seconds, 0);
  return {
    p50: at(0.5),
    p95: at(0.95),
    perSecond: Number((times.length / total).toFixed(0)),
    failures: runs.reduce((sum, run) => sum + run.failures, 0),
  };
}

async function startBare(main: Statement): Promise<{ url: string; stop: () => void }> {
  const given: Bare = { ...main, url: urlsFor(dataDir, runningPort(dataDir)!)("app"), pool: POOL };
  const child = spawn(process.execPath, ["scripts/bench/bare.ts", JSON.stringify(given)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
}

/** The counts beside a list are kept for ten seconds: only then does a page ask for all that it can ask for. */
async function coldStatements(product: Product, get: () => Promise<string>): Promise<Statement[]> {
  const forgotten = async () => {
    const then = Date.now() + 11_000;
    await until("the counts are forgotten", () => Date.now() > then, 15_000, 200);
  };
  const client = await superuser(product);
  try {
    return await statementsOf(client, dataDir, get, forgotten);
  } finally {
    await client.end();
  }
}

async function measure(product: Product, cookie: string, page: Page): Promise<Row & { queries: string[] }> {
  const url = product.baseUrl + page.path;
  const get = async () => {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}`);
    return answer.text();
  };
  const statements = await coldStatements(product, get);
  const main = statements.find(({ sql }) => page.main.test(sql));
  if (!main)
    throw new Error(
      `${page.name}: its main query was not seen among\n${statements.map(({ sql }) => sql.slice(0, 200)).join("\n")}`,
    );
  const bare = await startBare(main);
  try {
    load(url, cookie);
    load(bare.url, "");
    // turn and turn about, so that both meet the same machine
    const runs = { product: [] as Times[], bare: [] as Times[] };
    for (let turn = 0; turn < 2; turn++) {
      runs.product.push(load(url, cookie));
      runs.bare.push(load(bare.url, ""));
    }
    const [ours, theirs] = [figuresOf(runs.product), figuresOf(runs.bare)];
    const alone = {
      product: figuresOf([load(url, cookie, 1)]).p50,
      bare: figuresOf([load(bare.url, "", 1)]).p50,
    };
    const bytes = await scriptBytes(await get(), product.baseUrl);
    const kb = (count: number) => Number((count / 1000).toFixed(1));
    return {
      page: page.name,
      statements: statements.length,
      alone,
      product: ours,
      bare: theirs,
      ratio: Number((ours.p50 / theirs.p50).toFixed(1)),
      scriptKb: kb(bytes),
      ownScriptKb: kb(bytes - emptyPageBytes()),
      queries: statements.map(({ sql }) => sql),
    };
  } finally {
    bare.stop();
  }
}

let product: Started | undefined;
try {
  product = await startProduct(dataDir, { LOG_LEVEL: "error" });
  await product.served();
  const [counts] = await rowsOf<{ talents: number; needs: number; matches: number }>(
    product,
    `SELECT (SELECT count(*)::int FROM "Talent") AS talents, (SELECT count(*)::int FROM "Need") AS needs, (SELECT count(*)::int FROM "Match") AS matches`,
  );
  console.log(
    `${counts!.talents} talents, ${counts!.needs} needs, ${counts!.matches} matches; ${connections} connections`,
  );
  const cookie = await signIn(product, "staff.hk@demo.example");
  const rows: (Row & { queries: string[] })[] = [];
  for (const page of await pagesOf(product)) rows.push(await measure(product, cookie, page));
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.page,
        {
          queries: row.statements,
          "alone ms": row.alone.product,
          "bare alone": row.alone.bare,
          "p50 ms": row.product.p50,
          "p95 ms": row.product.p95,
          "req/s": row.product.perSecond,
          "bare p50": row.bare.p50,
          "bare p95": row.bare.p95,
          "bare req/s": row.bare.perSecond,
          ratio: row.ratio,
          "JS kB gzip": row.scriptKb,
          "above empty": row.ownScriptKb,
          failed: row.product.failures + row.bare.failures,
        },
      ]),
    ),
  );
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ ...counts, connections, emptyPageKb: emptyPageBytes() / 1000, pages: rows }, null, 2)}\n`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  product?.starter.kill("SIGTERM");
  await product?.ended;
}

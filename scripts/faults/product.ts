import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { postmasterPid, runningPort, urlsFor } from "../database/embedded.ts";
import { holderOfFolder } from "../database/holding.ts";
import { lives, until } from "./wait.ts";

/** The product as it is served: where it is reached and where its data lie. */
export type Product = { baseUrl: string; dataDir: string };
export type Started = Product & {
  starter: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
  served: () => Promise<void>;
};

export const newFolder = () => mkdtempSync(path.join(tmpdir(), "tb-faults-"));

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** `npm start` (or, with FAULTS_DEV=1, `npm run dev`) in a process group of its own, as a terminal starts it. */
export async function startProduct(
  dataDir: string,
  env: Record<string, string> = {},
  port?: number,
): Promise<Started> {
  const chosen = String(port ?? (await freePort()));
  const baseUrl = `http://localhost:${chosen}`;
  const starter = spawn(
    process.execPath,
    ["scripts/start.ts", ...(process.env.FAULTS_DEV ? ["--dev"] : [])],
    {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      env: {
        ...process.env,
        DATABASE_URL: "",
        MIGRATE_DATABASE_URL: "",
        AUTH_SECRET: "",
        BRIDGE_EMBEDDED: "",
        PORT: chosen,
        DATA_DIR: dataDir,
        PUBLIC_URL: baseUrl,
        BRIDGE_TEST: "1",
        LOG_LEVEL: "warn",
        ...env,
      },
    },
  );
  let said = "";
  for (const stream of [starter.stdout, starter.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  // the end of the process, not of its output: an orphan of a killed starter keeps that open
  const ended = new Promise<number | null>((resolve) => starter.once("exit", resolve));
  const served = async () => {
    await until(
      "the product is served",
      () => said.includes("is served at") || starter.exitCode !== null,
      300_000,
    );
    if (starter.exitCode !== null) throw new Error(`the product did not start:\n${said}`);
  };
  return { baseUrl, dataDir, starter, said: () => said, ended, served };
}

/** Ends a product that a test has started, whatever it left, and removes its data. */
export async function clearAway(product: Product & Partial<Started>): Promise<void> {
  const pids = await processesOf(product).catch(() => null);
  product.starter?.kill("SIGKILL");
  // each is the head of a process group of its own
  for (const pid of [pids?.web, pids?.worker, postmasterPid(product.dataDir)])
    if (pid && (await lives(pid))) process.kill(-pid, "SIGKILL");
  const postgres = postmasterPid(product.dataDir);
  if (postgres) await until("PostgreSQL ends", async () => !(await lives(postgres)));
  rmSync(product.dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** What runs of the product now. */
export async function processesOf({ dataDir }: Product) {
  const starter = existsSync(dataDir) ? await holderOfFolder(dataDir) : null;
  if (!starter) return { starter: null, web: null, worker: null, postgres: postmasterPid(dataDir) };
  const children = childrenOf(starter);
  const named = (pattern: RegExp) => children.find(({ command }) => pattern.test(command))?.pid ?? null;
  return {
    starter,
    web: named(/next-server|next\/dist\/bin\/next/),
    worker: named(/scripts\/worker\.ts/),
    postgres: postmasterPid(dataDir),
  };
}

export function childrenOf(parent: number): { pid: number; command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        if (ppid !== parent) return [];
        return [
          { pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ") },
        ];
      } catch {
        return [];
      }
    });
}

/** A connection past row-level security; it survives the end of its server without a crash. */
export async function superuser({ dataDir }: Product): Promise<pg.Client> {
  const client = new pg.Client(urlsFor(dataDir, runningPort(dataDir)!)("superuser"));
  client.on("error", () => {});
  await client.connect();
  return client;
}

export async function rowsOf<T extends pg.QueryResultRow>(
  product: Product,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = await superuser(product);
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The status of a path; 0 where nobody answers within `patience` ms, -1 where an answer breaks off. */
export async function statusOf({ baseUrl }: Product, pathname: string, patience = 8000): Promise<number> {
  let status = 0;
  try {
    const answer = await fetch(baseUrl + pathname, {
      signal: AbortSignal.timeout(patience),
      redirect: "manual",
    });
    status = -1;
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return status;
  }
}

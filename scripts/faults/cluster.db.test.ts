import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Embedded, postmasterPid, runningPort, startEmbedded } from "../database/embedded.ts";
import { programsFor, systemUser } from "../database/system-user.ts";
import { lives, until } from "./wait.ts";

let dataDir: string;
let running: Embedded[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "tb-faults-"));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const one of running.splice(0)) await one.stop();
  const left = postmasterPid(dataDir);
  if (left && (await lives(left))) process.kill(left, "SIGQUIT");
  if (left) await until("PostgreSQL ends", async () => !(await lives(left)));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: { signal?: AbortSignal; say?: (line: string) => void } = {}) {
  const started = await startEmbedded({ dataDir, ...options });
  running.push(started);
  return started;
}

/** A process that holds the cluster; resolves once it says that it is up. */
async function holder(options: { uid?: number; gid?: number } = {}) {
  const child = hold(options);
  await until("the cluster is up", () => child.said().includes("up postgresql:"));
  return child;
}

function hold(options: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, ["scripts/faults/hold-cluster.ts", dataDir], {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { pid: child.pid!, kill: () => child.kill("SIGKILL"), said: () => said, ended };
}

async function query<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values?: unknown[],
): Promise<T[]> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const makeNotes = (one: Embedded) => query(one.url("owner"), "CREATE TABLE note (n int PRIMARY KEY)");
const addNote = (one: Embedded, n: number) => query(one.url("owner"), "INSERT INTO note VALUES ($1)", [n]);
const notesOf = async (one: Embedded) =>
  (await query<{ n: number }>(one.url("owner"), "SELECT n FROM note ORDER BY n")).map((row) => row.n);

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  it("starts on an empty folder, keeps its data, and acknowledges only what is on disk", async () => {
    const first = await start();
    await makeNotes(first);
    await addNote(first, 1);
    const settings = await query<{ name: string; setting: string }>(
      first.url("app"),
      "SELECT name, setting FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync', 'full_page_writes') ORDER BY 1",
    );
    expect(settings.map((row) => row.setting)).toEqual(["on", "on", "on"]);
    await first.stop();
    expect(await notesOf(await start())).toEqual([1]);
  });

  it("connects nobody without a password, not even in the first moment", async () => {
    const one = await start();
    const open = one.url("superuser", "postgres").replace(/:[0-9a-f]+@/, ":wrong@");
    await expect(query(open, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("stops the PostgreSQL of a killed starter and starts its own", async () => {
    const killed = await holder();
    const orphan = postmasterPid(dataDir)!;
    const [url] = /postgresql:\S+/.exec(killed.said())!;
    await query(url.replace("bridge_app", "bridge_app"), "SELECT 1");
    killed.kill();
    await killed.ended;
    expect(await lives(orphan)).toBe(true);
    const next = await start();
    expect(await lives(orphan)).toBe(false);
    expect(postmasterPid(dataDir)).not.toBe(orphan);
    await expect(query(next.url("app"), "SELECT 1")).resolves.toHaveLength(1);
  });

  it("survives a pid file whose number belongs to another process by now, and leaves that alone", async () => {
    const first = await start();
    await makeNotes(first);
    await first.stop();
    const bystander = spawn("sleep", ["60"]);
    children.push(bystander);
    writeFileSync(
      path.join(dataDir, "postgres/postmaster.pid"),
      `${bystander.pid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n0 0\nready\n`,
    );
    expect(runningPort(dataDir)).toBeNull();
    expect(await notesOf(await start())).toEqual([]);
    expect(await lives(bystander.pid!)).toBe(true);
  });

  it("makes the cluster anew when it was killed while making it", async () => {
    const killed = hold();
    await until("initdb has begun", () =>
      readdirSync(dataDir).some(
        (name) => name.startsWith("making-") && readdirSync(path.join(dataDir, name, "data")).length > 3,
      ),
    );
    killed.kill();
    await killed.ended;
    const next = await start();
    await expect(query(next.url("app"), "SELECT 1")).resolves.toHaveLength(1);
    await next.stop();
    running = [];
    // by now the orphaned initdb has ended
    await start();
    expect(readdirSync(dataDir).filter((name) => name.startsWith("making-"))).toEqual([]);
  });

  it("makes roles and database that a killed first start left out", async () => {
    const first = await start();
    const superuser = first.url("superuser", "postgres");
    await query(superuser, "DROP DATABASE talent_bridge");
    await query(superuser, "DROP ROLE bridge_app");
    await first.stop();
    const next = await start();
    await expect(query(next.url("app"), "SELECT 1")).resolves.toHaveLength(1);
  });

  it("never removes a data folder that is not its own", async () => {
    mkdirSync(path.join(dataDir, "postgres"));
    writeFileSync(path.join(dataDir, "postgres/thesis.txt"), "years of work");
    await expect(start()).rejects.toThrow(/not empty/);
    expect(readdirSync(path.join(dataDir, "postgres"))).toEqual(["thesis.txt"]);
  });

  it("refuses a second start on the folder in one line, and the first goes on", async () => {
    const first = await start();
    const second = hold();
    expect(await second.ended).toBe(1);
    expect(second.said().trim()).toBe(
      `Talent Bridge is already running on the data folder ${dataDir} (process ${process.pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
    await expect(query(first.url("app"), "SELECT 1")).resolves.toHaveLength(1);
  });

  it("lets exactly one of two starts at once through", async () => {
    const both = [hold(), hold()];
    const ups = () => both.filter((one) => one.said().includes("up postgresql:")).length;
    const refusals = () => both.filter((one) => one.said().includes("is already running")).length;
    await until("one is up and one refused", () => ups() === 1 && refusals() === 1);
  });

  it("comes back by itself on the same port when PostgreSQL is killed, with all that was acknowledged", async () => {
    const said: string[] = [];
    const one = await start({ say: (line) => said.push(line) });
    await makeNotes(one);
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      let writing = true;
      const writer = (async () => {
        const client = new pg.Client(one.url("owner"));
        client.on("error", () => {});
        await client.connect();
        for (let n = round * 100_000; writing; n++) {
          try {
            await client.query("INSERT INTO note VALUES ($1)", [n]);
            acknowledged.push(n);
          } catch {
            break;
          }
        }
        await client.end().catch(() => {});
      })();
      const before = acknowledged.length;
      await until("some writes", () => acknowledged.length > before + 50);
      const pid = postmasterPid(dataDir)!;
      process.kill(pid, "SIGKILL");
      await until(
        "PostgreSQL answers again",
        async () => postmasterPid(dataDir) !== pid && (await query(one.url("app"), "SELECT 1")).length,
      );
      writing = false;
      await writer;
      const there = new Set(await notesOf(one));
      expect(acknowledged.filter((n) => !there.has(n))).toEqual([]);
    }
    expect(
      said.filter((line) => line.includes("ended unexpectedly (SIGKILL); starting it again")),
    ).toHaveLength(3);
  });

  it("comes back when another program had its port for a while", async () => {
    const said: string[] = [];
    const one = await start({ say: (line) => said.push(line) });
    const [pid, port] = [postmasterPid(dataDir)!, runningPort(dataDir)!];
    const bar = createServer((socket) => socket.destroy());
    const listens = () =>
      new Promise<boolean>((resolve) => {
        bar.once("error", () => resolve(false));
        bar.listen(port, "127.0.0.1", () => resolve(true));
      });
    process.kill(pid, "SIGKILL");
    await until("the port is taken", listens, 20_000, 1);
    await until("it was tried in vain", () => said.some((line) => /could not bind|in use/.test(line)));
    bar.close();
    await until("it answers again", async () => (await query(one.url("app"), "SELECT 1")).length, 30_000);
    // it answers a moment before its starter has noticed
    await until("it says so", () => said.at(-1) === "PostgreSQL is up again");
  });

  it.each([
    ["at once", () => true],
    // again and again, because the stop has to meet the next process half-way
    ...Array.from({ length: 4 }, (_, round) => [
      `once the next process runs, round ${round + 1}`,
      (before: number) => postmasterPid(dataDir) !== before,
    ]),
  ] as [string, (before: number) => boolean][])(
    "stops when it is stopped while it starts again: %s",
    async (_, begun) => {
      const one = await start();
      // a log to read over, so that the next process takes a while
      await query(
        one.url("owner"),
        "CREATE TABLE bulk AS SELECT repeat('x', 500) FROM generate_series(1, 60000)",
      );
      const pid = postmasterPid(dataDir)!;
      process.kill(pid, "SIGKILL");
      await until("it is time", () => begun(pid), 5000, 1);
      await one.stop();
      running = [];
      const left = postmasterPid(dataDir);
      expect(left !== null && (await lives(left))).toBe(false);
      const next = await start();
      await expect(query(next.url("app"), "SELECT 1")).resolves.toHaveLength(1);
    },
  );

  it.each([0, 20, 200, 500])(
    "leaves nothing running when it is ended %i ms into its start",
    async (after) => {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), after);
      const started = await startEmbedded({ dataDir, signal: abort.signal }).catch(() => null);
      await started?.stop();
      const left = postmasterPid(dataDir);
      expect(left !== null && (await lives(left))).toBe(false);
      // and the next start finds a folder that it can use
      const next = await start();
      await expect(query(next.url("app"), "SELECT 1")).resolves.toHaveLength(1);
    },
  );
});

describe.skipIf(process.getuid?.() !== 0)("the embedded PostgreSQL of root", { timeout: 60_000 }, () => {
  it("runs below a folder that is closed to others", async () => {
    chmodSync(dataDir, 0o700);
    const one = await start();
    const [row] = await query<{ rolsuper: boolean }>(
      one.url("app"),
      "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
    );
    expect(row?.rolsuper).toBe(false);
  });

  it("takes its programs from a copy when they too lie below a closed folder", () => {
    const closed = path.join(dataDir, "closed");
    const native = path.join(closed, "native");
    mkdirSync(path.join(native, "bin"), { recursive: true });
    writeFileSync(path.join(native, "bin", "postgres"), "a program");
    chmodSync(closed, 0o700);
    const user = systemUser(path.join(dataDir, "postgres"), dataDir);
    const version = `test-${process.pid}`;
    const copy = programsFor(user, native, version);
    try {
      expect(copy).not.toBe(native);
      expect(
        spawnSync("cat", [path.join(copy, "bin", "postgres")], {
          uid: user.uid,
          gid: user.gid,
        }).stdout.toString(),
      ).toBe("a program");
      expect(programsFor(user, native, version)).toBe(copy);
      chmodSync(closed, 0o755);
      chmodSync(dataDir, 0o755);
      expect(programsFor(user, native, version)).toBe(native);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  // `nobody` must be able to read the project
  const ordinary = { uid: 65_534, gid: 65_534 };
  const reads = spawnSync(process.execPath, ["-e", "require('fs').readFileSync('package.json')"], ordinary);
  it.skipIf(reads.status !== 0)(
    "takes over the cluster of an ordinary user, who is refused that of another",
    async () => {
      chownSync(dataDir, ordinary.uid, ordinary.gid);
      const own = await holder(ordinary);
      own.kill();
      await own.ended;
      const asRoot = await start();
      await expect(query(asRoot.url("app"), "SELECT 1")).resolves.toHaveLength(1);
      await asRoot.stop();
      running = [];
      const again = await holder(ordinary);
      again.kill();
      await again.ended;
      chownSync(path.join(dataDir, "postgres"), 1, 1);
      const refused = hold(ordinary);
      expect(await refused.ended).toBe(1);
      expect(refused.said()).toMatch(/belongs to another user/);
      chownSync(path.join(dataDir, "postgres"), ordinary.uid, ordinary.gid);
    },
  );
});

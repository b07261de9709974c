import pg from "pg";
import { runningPort, startEmbedded, urlsFor } from "./embedded.ts";
import { type MigrationUrls, migrate } from "./migrate.ts";
import { secretsOf } from "./secrets.ts";

export type Database = {
  urls: MigrationUrls;
  embedded: boolean;
  stop: () => Promise<void>;
  /** resolves with a line when the embedded PostgreSQL ended and could not be started again */
  gaveUp?: Promise<string>;
};
type Options = {
  /** use the cluster that is already running for this folder; never so for the starter */
  join: boolean;
  signal?: AbortSignal;
  say?: (line: string) => void;
};

/**
 * The database for a command: the external one when DATABASE_URL is set; else the embedded one, joined where it is running
 * already and started for the command where it is not. Fills the environment that lib/env.ts reads.
 */
export async function openDatabase({ join, signal, say }: Options = { join: true }): Promise<Database> {
  if (process.env.DATABASE_URL) {
    const app = process.env.DATABASE_URL;
    const owner = process.env.MIGRATE_DATABASE_URL || app;
    return { urls: { app, owner }, embedded: false, stop: async () => {} };
  }
  const dataDir = process.env.DATA_DIR || ".data";
  const port = join ? runningPort(dataDir) : null;
  const started = port === null ? await startEmbedded({ dataDir, signal, say }) : null;
  const url = started?.url ?? urlsFor(dataDir, port!);
  process.env.DATABASE_URL = url("app");
  process.env.MIGRATE_DATABASE_URL = url("owner");
  process.env.AUTH_SECRET ||= secretsOf(dataDir).auth;
  process.env.DATA_DIR = dataDir;
  process.env.BRIDGE_EMBEDDED = "1";
  return {
    urls: { app: url("app"), owner: url("owner") },
    embedded: true,
    stop: async () => started?.stop(),
    gaveUp: started?.gaveUp,
  };
}

/** Migrates where the owner is known; with only the application's role the operator migrates by `npm run db -- migrate`. */
export async function migrateIfOwner(database: Database): Promise<string[]> {
  if (!database.embedded && !process.env.MIGRATE_DATABASE_URL) return [];
  return migrate(database.urls);
}

/**
 * Refuses to serve an external database as a role that row-level security does not bind.
 * @throws Error one line
 */
export async function requireApplicationRole({ urls: { app } }: Database): Promise<void> {
  const client = new pg.Client({ connectionString: app, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`The database of DATABASE_URL cannot be used: ${message || code}.`);
  }
  try {
    const { rows } = await client.query(`
      SELECT rolname, rolsuper OR rolbypassrls OR EXISTS (
        SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE')) AS above
      FROM pg_roles WHERE rolname = current_user`);
    if (rows[0]?.above)
      throw new Error(
        `DATABASE_URL must name a role that is neither owner nor superuser; "${rows[0].rolname}" is. Put the owner into MIGRATE_DATABASE_URL.`,
      );
  } finally {
    await client.end();
  }
}

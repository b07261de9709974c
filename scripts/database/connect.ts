import { runningPort, secretsOf, startEmbedded, urlsFor } from "./embedded.ts";
import { type MigrationUrls, migrate } from "./migrate.ts";

export type Database = {
  urls: MigrationUrls;
  embedded: boolean;
  stop: () => Promise<void>;
  exited?: Promise<number | null>;
};

/**
 * The database for a command: the external one when DATABASE_URL is set; else the embedded one, joined where it is running
 * already and started for the command where it is not. Fills the environment that lib/env.ts reads.
 */
export async function openDatabase(options: { join: boolean } = { join: true }): Promise<Database> {
  if (process.env.DATABASE_URL) {
    const app = process.env.DATABASE_URL;
    return {
      urls: { app, owner: process.env.MIGRATE_DATABASE_URL ?? app },
      embedded: false,
      stop: async () => {},
    };
  }
  const dataDir = process.env.DATA_DIR || ".data";
  const port = options.join ? runningPort(dataDir) : null;
  const started = port === null ? await startEmbedded({ dataDir }) : null;
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
    exited: started?.exited,
  };
}

/** Migrates where the owner is known; with only the application's role the operator migrates by `npm run db -- migrate`. */
export async function migrateIfOwner(database: Database): Promise<string[]> {
  if (!database.embedded && !process.env.MIGRATE_DATABASE_URL) return [];
  return migrate(database.urls);
}

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "#lib/db.ts";

/** Gives a test file (*.db.test.ts) a migrated, empty database of its own through the application's own role. Call it at the top of the file. */
export function useDatabase() {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const urls = inject("databaseUrls");
  const dataDir = mkdtempSync(path.join(tmpdir(), "bridge-files-"));
  const administer = async (sql: string) => {
    const client = new pg.Client(urls.superuser);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  process.env.DATABASE_URL = urls.app.replace(/[^/]+$/, name);
  process.env.MIGRATE_DATABASE_URL = urls.owner.replace(/[^/]+$/, name);
  process.env.AUTH_SECRET = "a secret for tests that is long enough";
  process.env.PUBLIC_URL = "http://localhost:3000";
  process.env.DATA_DIR = dataDir;
  process.env.LOG_LEVEL = "silent";
  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name} TEMPLATE talent_bridge OWNER bridge_owner`);
  });
  afterAll(async () => {
    await disconnect();
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#scripts/database/embedded.ts";
import { migrate } from "#scripts/database/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrls: { superuser: string; owner: string; app: string };
  }
}

/** One throw-away PostgreSQL for a run of database tests; each file gets a copy of its migrated database. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(path.join(tmpdir(), "bridge-test-"));
  const cluster = await startEmbedded({ dataDir, unsafe: true });
  const urls = {
    superuser: cluster.url("superuser", "postgres"),
    owner: cluster.url("owner"),
    app: cluster.url("app"),
  };
  await migrate(urls);
  project.provide("databaseUrls", urls);
  return async () => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

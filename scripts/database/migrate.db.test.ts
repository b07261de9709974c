import pg from "pg";
import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { migrate } from "./migrate.ts";

useDatabase();

test("a first migration that was ended half-way is made anew, and only while nothing is stored", async () => {
  const urls = { owner: process.env.MIGRATE_DATABASE_URL!, app: process.env.DATABASE_URL! };
  const client = new pg.Client(urls.owner);
  await client.connect();
  await client.query(
    "UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name LIKE '%init'",
  );
  await client.query('DROP TABLE "SavedView"');
  expect(await migrate(urls)).toContain("20261123000000_init");
  expect((await client.query('SELECT 1 FROM "SavedView"')).rowCount).toBe(0);
  await client.query(
    `INSERT INTO "Account" (id, email, "displayName", role, locale, "createdAt", "updatedAt") VALUES (gen_random_uuid(), 'a@example.com', 'A', 'TALENT', 'en', now(), now())`,
  );
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%init'");
  await expect(migrate(urls)).rejects.toThrow(/migration/);
  expect((await client.query('SELECT 1 FROM "Account"')).rowCount).toBe(1);
  await client.end();
});

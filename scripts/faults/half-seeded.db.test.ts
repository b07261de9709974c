import { expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { db, disconnect } from "#lib/db.ts";
import { checkReadiness } from "#lib/health.ts";
import { halfSeeded, seedReference } from "#prisma/seed/seed.ts";
import { emptyDatabase } from "../database/migrate.ts";

useDatabase();

const mark = (name: string) => db.marker.create({ data: { name, at: new Date() } });

it("knows a demo whose seeding was ended, and makes the database as new", { timeout: 60_000 }, async () => {
  expect(await halfSeeded()).toBe(false);
  await mark("demo.begun");
  await seedReference();
  expect(await halfSeeded()).toBe(true);
  const urls = { app: process.env.DATABASE_URL!, owner: process.env.MIGRATE_DATABASE_URL! };
  await disconnect();
  await emptyDatabase(urls);
  expect(await halfSeeded()).toBe(false);
  expect(await db.marker.count()).toBe(0);
  expect(await checkReadiness()).toBeNull();
  // the application's role may still write
  await mark("demo.begun");
  await mark("demo");
  expect(await halfSeeded()).toBe(false);
});

it("says that migrations are pending on an empty database, not that it cannot be reached", async () => {
  const { Client } = (await import("pg")).default;
  const owner = new Client(process.env.MIGRATE_DATABASE_URL);
  await owner.connect();
  await owner.query(`ALTER TABLE _prisma_migrations RENAME TO gone`);
  expect(await checkReadiness()).toBe("migrations_pending");
  await owner.query("ALTER TABLE gone RENAME TO _prisma_migrations");
  await owner.query(`BEGIN`);
  await owner.query(`LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE`);
  const begun = Date.now();
  expect(await checkReadiness()).toMatch(/database_(slow|unreachable)/);
  expect(Date.now() - begun).toBeLessThan(5000);
  await owner.query("ROLLBACK");
  await owner.end();
  expect(await checkReadiness()).toBeNull();
});

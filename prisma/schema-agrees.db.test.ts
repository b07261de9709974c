import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { diffToSchema } from "#scripts/database/schema-engine.ts";

useDatabase();

test("the migrations lead to exactly the schema", async () => {
  expect(await diffToSchema(process.env.MIGRATE_DATABASE_URL!)).toContain("This is an empty migration");
});

import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "./auth/viewer.ts";
import { db, transaction } from "./db.ts";

useDatabase();
const system = systemViewer("test");

test("a read beside an open transaction's own connection is refused here, before a dozen of them stop a process", async () => {
  await expect(transaction(system, () => db.account.count())).rejects.toThrow("inside a transaction");
  await expect(transaction(system, () => transaction(system, async () => 1))).rejects.toThrow(
    "inside a transaction",
  );
  expect(await transaction(system, (tx) => tx.account.count())).toBe(await db.account.count());
});

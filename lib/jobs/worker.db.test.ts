import { expect, test, vi } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";
import { enqueue } from "./queue.ts";
import { HANDLERS } from "./registry.ts";
import { startWorker } from "./worker.ts";

useDatabase();

test("a job that fails is tried again by itself, and the others of its fetch are done once", async () => {
  const done: string[] = [];
  let failures = 1;
  HANDLERS["files.remove"] = async ({ storageKey }) => {
    if (storageKey === "bad" && failures-- > 0) throw new Error("once");
    done.push(storageKey);
  };
  await transaction(systemViewer("test"), async (tx) => {
    for (const storageKey of ["a", "bad", "b"]) await enqueue(tx, "files.remove", { storageKey });
  });
  const worker = await startWorker();
  try {
    await vi.waitFor(() => expect([...done].sort()).toEqual(["a", "b", "bad"]), {
      timeout: 20_000,
      interval: 50,
    });
  } finally {
    await worker.stop();
  }
  expect(done.indexOf("bad")).toBe(2);
});

test("a job enqueued in a transaction that fails does not exist", async () => {
  const done: string[] = [];
  HANDLERS["files.remove"] = async ({ storageKey }) => {
    done.push(storageKey);
  };
  const viewer = systemViewer("test");
  await transaction(viewer, async (tx) => {
    await enqueue(tx, "files.remove", { storageKey: "ghost" });
    throw new Error("rolled back");
  }).catch(() => {});
  await transaction(viewer, (tx) => enqueue(tx, "files.remove", { storageKey: "real" }));
  const worker = await startWorker();
  try {
    await vi.waitFor(() => expect(done).toContain("real"), { timeout: 20_000, interval: 50 });
  } finally {
    await worker.stop();
  }
  expect(done).toEqual(["real"]);
});

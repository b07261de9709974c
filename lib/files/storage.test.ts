import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFolderStorage, type FileStorage, StorageError } from "./storage.ts";

let root: string;
let storage: FileStorage;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "files-"));
  storage = createFolderStorage(path.join(root, "store"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function readBack(key: string) {
  const found = await storage.get(key);
  return found && Buffer.concat(await found.stream.toArray());
}

async function filesOnDisk() {
  const entries = await readdir(path.join(root, "store"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function* chunks(count: number, failAt = -1) {
  for (let index = 0; index < count; index++) {
    if (index === failAt) throw new Error("connection lost");
    yield Buffer.alloc(1000, index);
  }
}

describe("a folder of files", () => {
  it("gives back what was put, with its size and hash", async () => {
    const bytes = Buffer.from("履歷");
    const stored = await storage.put(bytes);
    expect(stored).toMatchObject({ size: 6, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect(await readBack(stored.key)).toEqual(bytes);
    expect((await storage.get(stored.key))?.size).toBe(6);
  });

  it("takes a stream", async () => {
    const { key, size } = await storage.put(chunks(5));
    expect(size).toBe(5000);
    expect((await readBack(key))?.length).toBe(5000);
  });

  it("keeps a hundred files that come at once apart", async () => {
    const stored = await Promise.all(
      Array.from({ length: 100 }, (_, index) => storage.put(Buffer.from(`file ${index}`))),
    );
    expect(new Set(stored.map(({ key }) => key)).size).toBe(100);
    const texts = await Promise.all(stored.map(({ key }) => readBack(key)));
    expect(texts.map(String)).toEqual(stored.map((_, index) => `file ${index}`));
  });

  it("leaves nothing of a file whose stream breaks off", async () => {
    await expect(storage.put(chunks(5, 3))).rejects.toMatchObject({ code: "storageFailed" });
    expect(await filesOnDisk()).toEqual([]);
  });

  it("leaves nothing of a file that is too large", async () => {
    await expect(storage.put(chunks(5), { maxBytes: 3500 })).rejects.toMatchObject({ code: "tooLarge" });
    expect(await filesOnDisk()).toEqual([]);
  });

  it("says that the disk is full, and recovers", async () => {
    async function* full() {
      yield Buffer.alloc(10);
      throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    }
    await expect(storage.put(full())).rejects.toMatchObject({ code: "storageFull" });
    expect(await filesOnDisk()).toEqual([]);
    await expect(storage.put(Buffer.from("later"))).resolves.toMatchObject({ size: 5 });
  });

  it("recovers from a folder that cannot be made at first", async () => {
    await writeFile(path.join(root, "store"), "in the way");
    await expect(storage.put(Buffer.from("a"))).rejects.toBeInstanceOf(StorageError);
    await rm(path.join(root, "store"));
    await expect(storage.put(Buffer.from("a"))).resolves.toMatchObject({ size: 1 });
  });

  it("sweeps up what a killed process left, and not what another is writing", async () => {
    await storage.put(Buffer.from("a"));
    const parts = path.join(root, "store", ".parts");
    await writeFile(path.join(parts, "old"), "half");
    await utimes(path.join(parts, "old"), new Date(0), new Date(0));
    await writeFile(path.join(parts, "young"), "half");
    await createFolderStorage(path.join(root, "store")).put(Buffer.from("b"));
    expect(await readdir(parts)).toEqual(["young"]);
  });

  it("removes, and removing again is no error", async () => {
    const { key } = await storage.put(Buffer.from("a"));
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.get(key)).toBeNull();
  });

  it.each([
    "../../etc/passwd",
    "/etc/passwd",
    "",
    "..",
    `${"a".repeat(47)}/`,
    `${"a".repeat(48)}\0`,
    "A".repeat(48),
  ])("knows no key %j", async (key) => {
    await writeFile(path.join(root, "outside"), "secret");
    expect(await storage.get(key)).toBeNull();
    await storage.remove(key);
    expect(await readdir(root)).toContain("outside");
  });
});

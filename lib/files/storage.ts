import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { type FileErrorCode, limits } from "./errors.ts";

/** What was written: the server-made key, bytes, and the SHA-256 in hex. */
export type StoredFile = { key: string; size: number; sha256: string };

/** Where files are kept. A folder here; an object store can be a second implementation. */
export interface FileStorage {
  /** Whole or not at all: a key is returned only when every byte is on disk. Throws StorageError. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, options?: { maxBytes?: number }): Promise<StoredFile>;
  /** null when there is no such file */
  get(key: string): Promise<{ size: number; stream: Readable } | null>;
  /** Removing what is not there is no error, so that a retry is safe. */
  remove(key: string): Promise<void>;
}

export class StorageError extends Error {
  readonly code: Extract<FileErrorCode, "tooLarge" | "storageFull" | "storageFailed">;
  constructor(code: StorageError["code"], options?: ErrorOptions) {
    super(code, options);
    this.name = "StorageError";
    this.code = code;
  }
}

const keyPattern = /^[0-9a-f]{48}$/;
const partLifetime = 60 * 60 * 1000;

/** @param root folder of its own, made when missing; nothing else should write there */
export function createFolderStorage(root: string): FileStorage {
  const base = path.resolve(root);
  const parts = path.join(base, ".parts");
  const folderOf = (key: string) => path.join(base, key.slice(0, 2));
  let opening: Promise<void> | undefined;
  const prepare = () => {
    opening ??= openFolder(parts).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  return {
    async put(content, options = {}) {
      const key = randomBytes(24).toString("hex");
      const part = path.join(parts, key);
      try {
        await prepare();
        const written = await writePart(part, content, options.maxBytes ?? limits.bytes);
        await mkdir(folderOf(key), { recursive: true, mode: 0o700 });
        await rename(part, path.join(folderOf(key), key));
        await syncFolder(folderOf(key));
        await syncFolder(base);
        return { key, ...written };
      } catch (error) {
        await rm(part, { force: true }).catch(() => {});
        throw asStorageError(error);
      }
    },
    async get(key) {
      if (!keyPattern.test(key)) return null;
      const file = path.join(folderOf(key), key);
      const found = await stat(file).catch(missingAsNull);
      return found ? { size: found.size, stream: createReadStream(file) } : null;
    },
    async remove(key) {
      if (!keyPattern.test(key)) return;
      await rm(path.join(folderOf(key), key), { force: true });
    },
  };
}

async function writePart(part: string, content: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(part, "wx", 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.length;
      if (size > maxBytes) throw new StorageError("tooLarge");
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest("hex") };
}

/** Without this a power cut can forget the name of a file whose bytes are safe. */
async function syncFolder(folder: string) {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openFolder(parts: string) {
  await mkdir(parts, { recursive: true, mode: 0o700 });
  await sweepParts(parts);
}

/** Left by a killed process; young ones may belong to another process that is still writing. */
async function sweepParts(parts: string) {
  for (const name of await readdir(parts)) {
    const part = path.join(parts, name);
    const found = await stat(part).catch(missingAsNull);
    if (found && Date.now() - found.mtimeMs > partLifetime) await rm(part, { force: true });
  }
}

function missingAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw asStorageError(error);
}

function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const full = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
  return new StorageError(full ? "storageFull" : "storageFailed", { cause: error });
}

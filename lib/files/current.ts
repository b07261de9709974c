import path from "node:path";
import { env } from "#lib/env.ts";
import { createFolderStorage, type FileStorage } from "./storage.ts";

let storage: { root: string; files: FileStorage } | undefined;

/** Where this installation keeps its files. */
export function fileStorage(): FileStorage {
  const root = path.join(env().DATA_DIR, "files");
  if (storage?.root !== root) storage = { root, files: createFolderStorage(root) };
  return storage.files;
}

import { fileStorage } from "./current.ts";

/** Removes a file whose row is gone. What is not there any more is no error, so that a retry is safe. */
export async function removeFile({ storageKey }: { storageKey: string }) {
  await fileStorage().remove(storageKey);
}

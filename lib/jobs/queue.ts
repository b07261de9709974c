import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "#lib/db.ts";
import type { JobData, JobName } from "./names.ts";

let sender: PgBoss | undefined;

/** Enqueues a job inside the transaction that caused it: it exists exactly if the change does. `key` folds equal waiting jobs into one. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: JobData[N],
  options: { key?: string; startAfter?: Date } = {},
) {
  const database = fromPrisma(tx);
  sender ??= new PgBoss({ db: database, supervise: false, schedule: false, migrate: false });
  await sender.send(name, data, { db: database, singletonKey: options.key, startAfter: options.startAfter });
}

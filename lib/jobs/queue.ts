import { AsyncLocalStorage } from "node:async_hooks";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "#lib/db.ts";
import type { JobData, JobName } from "./names.ts";

// pg-boss looks a queue up once by the sender's own connection: that has to be the transaction of the call, not of the first call
const current = new AsyncLocalStorage<Tx>();
let sender: PgBoss | undefined;

const newSender = () =>
  new PgBoss({
    db: { executeSql: (text, values) => fromPrisma(current.getStore()!).executeSql(text, values) },
    supervise: false,
    schedule: false,
    migrate: false,
  });

/** Enqueues a job inside the transaction that caused it: it exists exactly if the change does. `key` folds equal waiting jobs into one; those with a lower `priority` (0 unless said) wait for the others. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  data: JobData[N],
  options: { key?: string; startAfter?: Date; priority?: number } = {},
) {
  sender ??= newSender();
  const boss = sender;
  await current.run(tx, () =>
    boss.send(name, data, {
      db: fromPrisma(tx),
      singletonKey: options.key,
      startAfter: options.startAfter,
      priority: options.priority ?? 0,
    }),
  );
}

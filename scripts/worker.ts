// `npm run worker`: carries out jobs. As many as wanted may run on one database.
import { openDatabase, requireApplicationRole } from "./database/connect.ts";

let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
let worker: { stop(): Promise<void> } | undefined;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await worker?.stop();
    await database?.stop();
    process.exit(0);
  });

try {
  database = await openDatabase();
  if (!process.env.BRIDGE_EMBEDDED) await requireApplicationRole(database);
  (await import("#lib/taxonomy/live.ts")).followDictionary();
  const { startWorker } = await import("#lib/jobs/worker.ts");
  worker = await startWorker();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

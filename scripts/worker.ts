// `npm run worker`: carries out jobs. As many as wanted may run on one database.
import { openDatabase } from "./database/connect.ts";

if (!process.env.DATABASE_URL) await openDatabase();
const { startWorker } = await import("#lib/jobs/worker.ts");
const worker = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    await worker.stop();
    process.exit(0);
  });

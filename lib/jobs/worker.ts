import { PgBoss } from "pg-boss";
import { disconnect } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { HANDLERS, SCHEDULES } from "./registry.ts";

/** Starts taking jobs from every queue that has a handler. A failed job is retried by its queue's rules, then rests in `dead`. */
export async function startWorker() {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    migrate: false,
    max: 4,
    maintenanceIntervalSeconds: 60,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => log.warn({ error: error.message }, "job queue"));
  await boss.start({ attempts: 30 });
  for (const [name, handler] of Object.entries(HANDLERS)) {
    await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
      if (!job) return;
      const started = performance.now();
      await handler(job.data as never);
      log.info({ job: name, id: job.id, ms: Math.round(performance.now() - started) }, "job done");
    });
  }
  for (const [name, cron] of Object.entries(SCHEDULES))
    await boss.schedule(name, cron, {}, { tz: "Asia/Hong_Kong" });
  log.info("worker ready");
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: 7000 });
      await disconnect();
    },
  };
}

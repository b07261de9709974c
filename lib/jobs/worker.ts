import { type JobResult, PgBoss } from "pg-boss";
import { disconnect } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { startAnswering } from "#lib/matches/answer.ts";
import { answerFromIndex } from "#lib/matches/answers.ts";
import { startEngine } from "#lib/matches/engine-worker.ts";
import { JOB_QUEUES, type JobName } from "./names.ts";
import { HANDLERS, SCHEDULES } from "./registry.ts";

/** Queues that tell workers of new jobs are asked by the clock only in case one was not heard. */
const TOLD = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2, batchSize: 4 };
const ASKED = { pollingIntervalSeconds: 0.5, batchSize: 20 };
/** Each takes long, and a worker that is asked to stop finishes what it has fetched. */
const LONG = { pollingIntervalSeconds: 0.5, batchSize: 4 };
/** At a slow server each takes a minute: what is fetched at once is sent before its jobs expire. */
const MAILS = { ...LONG, burstWhenBatchFull: true };
const pollingOf = (name: string) =>
  name === "mail.send"
    ? MAILS
    : name === "matches.refill"
      ? LONG
      : "notify" in JOB_QUEUES[name as JobName]
        ? TOLD
        : ASKED;

/** Starts taking jobs from every queue that has a handler. A failed job is retried by its queue's rules, then rests in `dead`. */
export async function startWorker() {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    migrate: false,
    max: 4,
    maintenanceIntervalSeconds: 60,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    useListenNotify: true,
  });
  boss.on("error", (error) => log.warn({ error: error.message }, "job queue"));
  await boss.start({ attempts: 30 });
  for (const [name, handler] of Object.entries(HANDLERS)) {
    // several a fetch, one after the other, each settled for itself
    await boss.work(name, { ...pollingOf(name), perJobResults: true }, async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await carryOut(name, job.id, () => handler(job.data as never)));
      return results;
    });
  }
  for (const [name, cron] of Object.entries(SCHEDULES))
    await boss.schedule(name, cron, {}, { tz: "Asia/Hong_Kong" });
  let stopAnswering = async () => {};
  const engine = startEngine(() => {
    stopAnswering = startAnswering(answerFromIndex);
  });
  log.info("worker ready");
  return {
    async stop() {
      await stopAnswering();
      await engine.stop();
      await boss.stop({ graceful: true, timeout: 7000 });
      await disconnect();
    },
  };
}

async function carryOut(job: string, id: string, work: () => Promise<void>): Promise<JobResult> {
  const started = performance.now();
  try {
    await work();
    log.info({ job, id, ms: Math.round(performance.now() - started) }, "job done");
    return { id, status: "completed" };
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 300) : String(error);
    log.warn({ job, id, error: message }, "job failed");
    return { id, status: "failed", output: { message } };
  }
}

import { deliverMail } from "#lib/mail/jobs.ts";
import { expireNeeds, pauseNeedsOfEnterprise } from "#lib/needs/jobs.ts";
import type { JobData, JobName } from "./names.ts";

type Handlers = { [N in JobName]?: (data: JobData[N]) => Promise<void> };

/** Which domain carries out which job. */
export const HANDLERS: Handlers = {
  "mail.send": deliverMail,
  "needs.expire": async () => {
    await expireNeeds();
  },
  "needs.pauseForEnterprise": pauseNeedsOfEnterprise,
};

/** Jobs that run by the clock (Hong Kong time). */
export const SCHEDULES: Partial<Record<JobName, string>> = {
  "needs.expire": "5 0 * * *",
};

import { purgeAccounts } from "#lib/accounts/jobs.ts";
import { removeFile } from "#lib/files/jobs.ts";
import { beginIntroductionJob, endIntroductionJob } from "#lib/introductions/jobs.ts";
import { deliverMail } from "#lib/mail/jobs.ts";
import {
  endForNeedJob,
  endForTalentJob,
  inviteTalentJob,
  refreshNeedJob,
  refreshTalentJob,
  remindAndExpireJob,
  sendAlertsJob,
} from "#lib/matches/jobs.ts";
import { purgeContactMessages } from "#lib/messages/jobs.ts";
import { expireNeeds, pauseNeedsOfEnterprise } from "#lib/needs/jobs.ts";
import { retainTalents } from "#lib/talents/retention.ts";
import type { JobData, JobName } from "./names.ts";

type Handlers = { [N in JobName]?: (data: JobData[N]) => Promise<void> };

/** Which domain carries out which job. */
export const HANDLERS: Handlers = {
  "accounts.purge": purgeAccounts,
  "mail.send": deliverMail,
  "files.remove": removeFile,
  "matches.refreshTalent": refreshTalentJob,
  "matches.refreshNeed": refreshNeedJob,
  "matches.inviteTalent": inviteTalentJob,
  "matches.endForTalent": endForTalentJob,
  "matches.endForNeed": endForNeedJob,
  "matches.remindAndExpire": remindAndExpireJob,
  "introductions.begin": beginIntroductionJob,
  "introductions.end": endIntroductionJob,
  "needs.sendAlerts": sendAlertsJob,
  "talents.retain": retainTalents,
  "messages.purge": purgeContactMessages,
  "needs.expire": async () => {
    await expireNeeds();
  },
  "needs.pauseForEnterprise": pauseNeedsOfEnterprise,
};

/** Jobs that run by the clock (Hong Kong time). */
export const SCHEDULES: Partial<Record<JobName, string>> = {
  "accounts.purge": "20 3 * * *",
  "matches.remindAndExpire": "15 * * * *",
  "messages.purge": "40 3 * * *",
  "needs.expire": "5 0 * * *",
  "talents.retain": "50 3 * * *",
};

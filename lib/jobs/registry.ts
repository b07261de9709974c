import { purgeAccounts } from "#lib/accounts/jobs.ts";
import { forgetConversationsJob, purgeReplyLinksJob, tellOfMessageJob } from "#lib/conversations/jobs.ts";
import { removeFile } from "#lib/files/jobs.ts";
import { askFollowUps } from "#lib/introductions/follow-up-jobs.ts";
import {
  beginIntroductionJob,
  endIntroductionJob,
  enterpriseLeftJob,
  ownerLeftJob,
} from "#lib/introductions/jobs.ts";
import { remindOverdue } from "#lib/introductions/overdue-commands.ts";
import { deliverMail } from "#lib/mail/jobs.ts";
import {
  endForNeedJob,
  endForTalentJob,
  inviteTalentJob,
  rankAnewJob,
  refillJob,
  refreshNeedJob,
  refreshTalentJob,
  remindAndExpireJob,
  sendAlertsJob,
} from "#lib/matches/jobs.ts";
import {
  followMeetingsJob,
  forgetMeetingsJob,
  passMeetingsJob,
  remindOfMeetingsJob,
} from "#lib/meetings/jobs.ts";
import { purgeContactMessages } from "#lib/messages/jobs.ts";
import { noteNeedPhrases, rederiveNeeds } from "#lib/needs/dictionary-jobs.ts";
import { expireNeeds, pauseNeedsOfEnterprise } from "#lib/needs/jobs.ts";
import { purgeNotificationsJob, sendDigestsJob } from "#lib/notifications/jobs.ts";
import { noteTalentPhrases, rederiveTalents } from "#lib/talents/dictionary-jobs.ts";
import { retainTalents } from "#lib/talents/retention.ts";
import { dropFileJob, followCaseJob, forgetJourneysJob, remindOfTasksJob } from "#lib/tasks/jobs.ts";
import { testPhrases } from "#lib/taxonomy/jobs.ts";
import type { JobData, JobName } from "./names.ts";

type Handlers = { [N in JobName]?: (data: JobData[N]) => Promise<void> };

/** Which domain carries out which job. */
export const HANDLERS: Handlers = {
  "accounts.purge": purgeAccounts,
  "mail.send": deliverMail,
  "conversations.tell": tellOfMessageJob,
  "conversations.forget": forgetConversationsJob,
  "conversations.purgeLinks": purgeReplyLinksJob,
  "notifications.digest": sendDigestsJob,
  "notifications.purge": purgeNotificationsJob,
  "files.remove": removeFile,
  "matches.refreshTalent": refreshTalentJob,
  "matches.refreshNeed": refreshNeedJob,
  "matches.refill": refillJob,
  "matches.rankAnew": rankAnewJob,
  "matches.inviteTalent": inviteTalentJob,
  "matches.endForTalent": endForTalentJob,
  "matches.endForNeed": endForNeedJob,
  "matches.remindAndExpire": remindAndExpireJob,
  "introductions.begin": beginIntroductionJob,
  "introductions.end": endIntroductionJob,
  "introductions.remindOverdue": remindOverdue,
  "introductions.enterpriseLeft": enterpriseLeftJob,
  "introductions.ownerLeft": ownerLeftJob,
  "introductions.askFollowUps": askFollowUps,
  "tasks.followCase": followCaseJob,
  "tasks.remind": remindOfTasksJob,
  "tasks.forget": forgetJourneysJob,
  "tasks.dropFile": dropFileJob,
  "meetings.followCase": followMeetingsJob,
  "meetings.passOn": passMeetingsJob,
  "meetings.remind": remindOfMeetingsJob,
  "meetings.forget": forgetMeetingsJob,
  "needs.sendAlerts": sendAlertsJob,
  "talents.retain": retainTalents,
  "talents.notePhrases": noteTalentPhrases,
  "needs.notePhrases": noteNeedPhrases,
  "talents.rederive": rederiveTalents,
  "needs.rederive": rederiveNeeds,
  "taxonomy.testPhrases": testPhrases,
  "messages.purge": purgeContactMessages,
  "needs.expire": async () => {
    await expireNeeds();
  },
  "needs.pauseForEnterprise": pauseNeedsOfEnterprise,
};

/** Jobs that run by the clock (Hong Kong time). */
export const SCHEDULES: Partial<Record<JobName, string>> = {
  "accounts.purge": "20 3 * * *",
  "conversations.purgeLinks": "25 3 * * *",
  "notifications.digest": "0 8 * * *",
  "notifications.purge": "30 3 * * *",
  "introductions.remindOverdue": "30 7 * * *",
  "matches.remindAndExpire": "15 * * * *",
  "messages.purge": "40 3 * * *",
  "needs.expire": "5 0 * * *",
  "talents.retain": "50 3 * * *",
  "introductions.askFollowUps": "10 8 * * *",
  "tasks.remind": "45 7 * * *",
  "meetings.remind": "5 * * * *",
};

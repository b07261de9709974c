import type { Office } from "#prisma/generated/enums.ts";

/** Every queue with what differs from the defaults in scripts/database/migrate.ts. Handlers are in each domain's jobs.ts. */
export const JOB_QUEUES = {
  "mail.send": { retryLimit: 200, retryDelay: 15, retryBackoff: true, retryDelayMax: 600 },
  // `short`: one waiting job a key is enough, because the handler reads the newest state
  // `notify`: workers are told at once, because somebody waits for the list
  "matches.refreshTalent": { policy: "short", notify: true },
  "matches.refreshNeed": { policy: "short", notify: true },
  "matches.refill": { policy: "short" },
  "matches.rankAnew": { policy: "short" },
  "matches.inviteTalent": {},
  "matches.endForTalent": {},
  "matches.endForNeed": {},
  "matches.remindAndExpire": { policy: "short" },
  "introductions.begin": {},
  "introductions.end": {},
  "introductions.askFollowUps": { policy: "short" },
  "tasks.followCase": { policy: "short" },
  "tasks.remind": { policy: "short" },
  "tasks.forget": {},
  "tasks.dropFile": {},
  "meetings.followCase": { policy: "short" },
  "meetings.passOn": {},
  "meetings.remind": { policy: "short" },
  "meetings.forget": {},
  "introductions.remindOverdue": { policy: "short" },
  "introductions.enterpriseLeft": {},
  "introductions.ownerLeft": {},
  "needs.expire": { policy: "short" },
  "needs.pauseForEnterprise": {},
  "needs.sendAlerts": {},
  "messages.purge": { policy: "short" },
  "talents.retain": { policy: "short" },
  "files.remove": {},
  "accounts.purge": { policy: "short" },
  "conversations.tell": {},
  "conversations.forget": {},
  "conversations.purgeLinks": { policy: "short" },
  "notifications.digest": { policy: "short" },
  "notifications.purge": { policy: "short" },
  "taxonomy.testPhrases": { policy: "short" },
  "talents.notePhrases": { policy: "short" },
  "needs.notePhrases": { policy: "short" },
  "talents.rederive": {},
  "needs.rederive": {},
} as const satisfies Record<string, object>;

export type JobName = keyof typeof JOB_QUEUES;

/** The data of each job: ids only, never personal data. */
export type JobData = {
  "mail.send": { mailId: string };
  "matches.refreshTalent": { talentId: string };
  "matches.refreshNeed": { needId: string };
  /** a list that lost one of its best, or was ranked by other versions */
  "matches.refill": { needId: string } | { talentId: string };
  "matches.rankAnew": { after: string | null };
  "matches.inviteTalent": { matchId: string };
  "matches.endForTalent": { talentId: string; reason: string };
  "matches.endForNeed": { needId: string; reason: string };
  "matches.remindAndExpire": Record<string, never>;
  "introductions.begin": { matchId: string };
  "introductions.end": { matchId: string; reason: string };
  "introductions.askFollowUps": Record<string, never>;
  "tasks.followCase": { introductionId: string };
  "tasks.remind": Record<string, never>;
  "tasks.forget": { talentId: string };
  "tasks.dropFile": { fileId: string };
  "meetings.followCase": { introductionId: string };
  /** whose the case was before its change to `version` */
  "meetings.passOn": { introductionId: string; ownerId: string | null; office: Office; version: number };
  "meetings.remind": Record<string, never>;
  "meetings.forget": { talentId: string };
  "introductions.remindOverdue": Record<string, never>;
  "introductions.enterpriseLeft": { enterpriseId: string };
  "introductions.ownerLeft": { accountId: string };
  "needs.expire": Record<string, never>;
  "needs.pauseForEnterprise": { enterpriseId: string };
  "needs.sendAlerts": { needId: string };
  "messages.purge": Record<string, never>;
  "talents.retain": Record<string, never>;
  "files.remove": { storageKey: string };
  "accounts.purge": Record<string, never>;
  "conversations.tell": { messageId: string };
  "conversations.forget": { talentId: string };
  "conversations.purgeLinks": Record<string, never>;
  "notifications.digest": Record<string, never>;
  "notifications.purge": Record<string, never>;
  "taxonomy.testPhrases": Record<string, never>;
  "talents.notePhrases": { talentId: string };
  "needs.notePhrases": { needId: string };
  "talents.rederive": RederiveData;
  "needs.rederive": RederiveData;
};

/** Concepts and words of the dictionary that a change concerns, null for all; and the row after which to go on. */
type RederiveData = { scope: { concepts: string[]; forms: string[] } | null; after: string | null };

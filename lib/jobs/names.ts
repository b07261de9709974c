/** Every queue with what differs from the defaults in scripts/database/migrate.ts. Handlers are in each domain's jobs.ts. */
export const JOB_QUEUES = {
  "mail.send": { retryLimit: 200, retryDelay: 15, retryBackoff: true, retryDelayMax: 600 },
  // `short`: one waiting job a key is enough, because the handler reads the newest state
  "matches.refreshTalent": { policy: "short" },
  "matches.refreshNeed": { policy: "short" },
  "matches.inviteTalent": {},
  "matches.endForTalent": {},
  "matches.endForNeed": {},
  "matches.remindAndExpire": { policy: "short" },
  "introductions.begin": {},
  "introductions.end": {},
  "needs.expire": { policy: "short" },
  "needs.pauseForEnterprise": {},
  "needs.sendAlerts": {},
  "messages.purge": { policy: "short" },
  "talents.retain": { policy: "short" },
  "files.remove": {},
  "accounts.purge": { policy: "short" },
} as const satisfies Record<string, object>;

export type JobName = keyof typeof JOB_QUEUES;

/** The data of each job: ids only, never personal data. */
export type JobData = {
  "mail.send": { mailId: string };
  "matches.refreshTalent": { talentId: string };
  "matches.refreshNeed": { needId: string };
  "matches.inviteTalent": { matchId: string };
  "matches.endForTalent": { talentId: string; reason: string };
  "matches.endForNeed": { needId: string; reason: string };
  "matches.remindAndExpire": Record<string, never>;
  "introductions.begin": { matchId: string };
  "introductions.end": { matchId: string; reason: string };
  "needs.expire": Record<string, never>;
  "needs.pauseForEnterprise": { enterpriseId: string };
  "needs.sendAlerts": { needId: string };
  "messages.purge": Record<string, never>;
  "talents.retain": Record<string, never>;
  "files.remove": { storageKey: string };
  "accounts.purge": Record<string, never>;
};

import type { JobData } from "#lib/jobs/names.ts";
import { sendAlerts } from "./alerts.ts";
import { endForNeed, endForTalent } from "./ending.ts";
import { inviteTalent, remindAndExpire } from "./invitation-commands.ts";
import { rankAnew } from "./rank-anew.ts";
import { refreshNeed, refreshTalent } from "./suggestions.ts";
import { patientWork, waitedForWork } from "./turns.ts";

export const refreshNeedJob = ({ needId }: JobData["matches.refreshNeed"]) =>
  waitedForWork(() => refreshNeed(needId));
export const refreshTalentJob = ({ talentId }: JobData["matches.refreshTalent"]) =>
  waitedForWork(() => refreshTalent(talentId));
export const refillJob = (list: JobData["matches.refill"]) =>
  patientWork(() => ("needId" in list ? refreshNeed(list.needId) : refreshTalent(list.talentId)));
export const rankAnewJob = ({ after }: JobData["matches.rankAnew"]) => rankAnew(after);
export const inviteTalentJob = ({ matchId }: JobData["matches.inviteTalent"]) => inviteTalent(matchId);
export const remindAndExpireJob = () => remindAndExpire();
export const endForTalentJob = ({ talentId, reason }: JobData["matches.endForTalent"]) =>
  endForTalent(talentId, reason);
export const endForNeedJob = ({ needId, reason }: JobData["matches.endForNeed"]) =>
  endForNeed(needId, reason);
export const sendAlertsJob = ({ needId }: JobData["needs.sendAlerts"]) => sendAlerts(needId);

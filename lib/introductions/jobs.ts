import type { JobData } from "#lib/jobs/names.ts";
import { beginIntroduction, endIntroduction } from "./commands.ts";
import { enterpriseLeft, ownerLeft } from "./overdue-commands.ts";

export const beginIntroductionJob = ({ matchId }: JobData["introductions.begin"]) =>
  beginIntroduction(matchId);
export const endIntroductionJob = ({ matchId, reason }: JobData["introductions.end"]) =>
  endIntroduction(matchId, reason);
export const enterpriseLeftJob = ({ enterpriseId }: JobData["introductions.enterpriseLeft"]) =>
  enterpriseLeft(enterpriseId);
export const ownerLeftJob = ({ accountId }: JobData["introductions.ownerLeft"]) => ownerLeft(accountId);

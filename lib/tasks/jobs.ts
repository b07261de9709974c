import type { JobData } from "#lib/jobs/names.ts";
import { followCase } from "./follow-commands.ts";
import { dropFile, forgetJourneys } from "./forget-commands.ts";
import { remindOfTasks } from "./remind-commands.ts";

export const followCaseJob = ({ introductionId }: JobData["tasks.followCase"]) => followCase(introductionId);
export const forgetJourneysJob = ({ talentId }: JobData["tasks.forget"]) => forgetJourneys(talentId);
export const dropFileJob = ({ fileId }: JobData["tasks.dropFile"]) => dropFile(fileId);
export const remindOfTasksJob = () => remindOfTasks();

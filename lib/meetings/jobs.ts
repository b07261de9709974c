import type { JobData } from "#lib/jobs/names.ts";
import { followMeetings, forgetMeetings, remindOfMeetings } from "./follow-commands.ts";
import { passMeetings } from "./pass-commands.ts";

export const followMeetingsJob = ({ introductionId }: JobData["meetings.followCase"]) =>
  followMeetings(introductionId);
export const passMeetingsJob = (data: JobData["meetings.passOn"]) => passMeetings(data);
export const forgetMeetingsJob = ({ talentId }: JobData["meetings.forget"]) => forgetMeetings(talentId);
export const remindOfMeetingsJob = () => remindOfMeetings();

import type { JobData } from "#lib/jobs/names.ts";
import { forgetConversations } from "./forget-commands.ts";
import { tellOfMessage } from "./notices.ts";
import { purgeReplyLinks } from "./reply-commands.ts";

export const tellOfMessageJob = ({ messageId }: JobData["conversations.tell"]) => tellOfMessage(messageId);
export const forgetConversationsJob = ({ talentId }: JobData["conversations.forget"]) =>
  forgetConversations(talentId);
export const purgeReplyLinksJob = () => purgeReplyLinks();

import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import { markThreadRead, sendMessage } from "./commands.ts";
import { resolveLink } from "./reply-queries.ts";

/** Answers by a mailed link, in the name of its account. @throws DomainError linkExpired */
export async function replyByLink(
  { token, body, seen }: { token: string; body: string; seen: number },
  key?: string,
): Promise<void> {
  const link = await resolveLink(token);
  if (!link) throw new DomainError("linkExpired");
  await markThreadRead(link.viewer, link.ref, seen);
  await sendMessage(link.viewer, { ...link.ref, body }, { key, channel: "MAIL_LINK" });
}

/** Removes links that have expired. */
export async function purgeReplyLinks(): Promise<void> {
  await db.replyLink.deleteMany({ where: { expiresAt: { lt: now() } } });
}

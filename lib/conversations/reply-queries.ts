import { viewerOfAccount } from "#lib/auth/session.ts";
import { hashToken } from "#lib/auth/tokens.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { answerableBy } from "#lib/introductions/acting.ts";
import { listMessages } from "./queries.ts";
import type { MessageView, ThreadRef } from "./schema.ts";

export type ReplyPage = {
  /** whom the link was sent to */
  locale: AppLocale;
  newest: MessageView | null;
};

/**
 * Whom a mailed link stands for, and the one thread that it opens. Null when it is unknown or expired, when the account is
 * disabled or no longer sits at the thread, and when nobody may write in the case any more.
 */
export async function resolveLink(token: string): Promise<{ viewer: Viewer; ref: ThreadRef } | null> {
  const link = await db.replyLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      accountId: true,
      expiresAt: true,
      thread: { select: { introductionId: true, party: true } },
    },
  });
  if (!link || link.expiresAt <= now()) return null;
  const viewer = await viewerOfAccount(link.accountId);
  if (!viewer) return null;
  const open = await db.introduction.count({
    where: { AND: [{ id: link.thread.introductionId }, answerableBy(viewer)] },
  });
  return open > 0 ? { viewer, ref: link.thread } : null;
}

/** What the page of a mailed link shows: the newest message of its thread, without files. */
export async function openReply(token: string): Promise<ReplyPage | null> {
  const link = await resolveLink(token);
  if (!link) return null;
  const page = await listMessages(link.viewer, link.ref, {});
  const newest = page?.messages.findLast((message) => !message.mine) ?? null;
  return { locale: fromDbLocale(link.viewer.locale), newest: newest && { ...newest, files: [] } };
}

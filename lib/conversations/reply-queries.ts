import { viewerOfAccount } from "#lib/auth/session.ts";
import { hashToken } from "#lib/auth/tokens.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { answerableBy } from "#lib/introductions/acting.ts";
import { casePath } from "#lib/introductions/journey-notices.ts";
import { listMessages } from "./queries.ts";
import type { MessageView, ThreadRef } from "./schema.ts";

export type ReplyPage = {
  newest: MessageView | null;
  need: { title: string; lang: AppLocale };
  /** of the case */
  code: string;
  party: ThreadRef["party"];
  /** the whole conversation, for whoever signs in */
  path: string;
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

/** What the page of a mailed link shows: the newest message of its thread, without files, and which conversation that is. */
export async function openReply(token: string): Promise<ReplyPage | null> {
  const link = await resolveLink(token);
  if (!link) return null;
  const { viewer, ref } = link;
  const of = await db.introduction.findUnique({
    where: { id: ref.introductionId },
    select: { id: true, matchId: true, code: true, need: { select: { title: true, locale: true } } },
  });
  const page = of && (await listMessages(viewer, ref, {}));
  if (!of || !page) return null;
  const newest = page.messages.findLast((message) => !message.mine) ?? null;
  return {
    newest: newest && { ...newest, files: [] },
    need: { title: of.need.title, lang: fromDbLocale(of.need.locale) },
    code: of.code,
    party: ref.party,
    path: casePath(
      of,
      `/conversation?thread=${ref.party.toLowerCase()}`,
    )({
      id: viewer.accountId ?? "",
      // staff get no links
      role: viewer.role === "TALENT" ? "TALENT" : "ENTERPRISE",
    }),
  };
}

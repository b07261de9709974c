import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { type MailCalendar, sendMail } from "#lib/mail/outbox.ts";
import { type Kind, preferenceOf, ruleOf, templateOf } from "./kinds.ts";
import { type Params, paramsIn, storeParams } from "./params.ts";
import { notificationText } from "./text.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

export type News = {
  /** ids of accounts; those that are disabled are left out */
  to: string | readonly string[];
  kind: Kind;
  /** the facts that the kind's texts name */
  params: Params;
  /** where it leads, without the language */
  path: string | ((account: Told) => string);
  /** one notification a person for one key, however often it is told */
  key: string | ((account: Told) => string);
  /** where the mail's button leads, if not to `path`; called only when a mail goes out at once */
  mailPath?: (account: Told) => Promise<string>;
  /** the entry for the reader's calendar, in the mail that goes out at once */
  calendar?: (reader: { email: string; locale: AppLocale }) => MailCalendar;
};
export type Told = { id: string; role: "TALENT" | "ENTERPRISE" | "OFFICER" | "ADMIN" };

const MOST = 100;
const told = { id: true, role: true, email: true, locale: true } as const;

/**
 * Tells people something in the transaction that causes it: a line in their centre, a mail at once or in the daily digest as
 * they chose, and a word to their open pages. Returns the ids of those who were told now.
 */
export async function notify(tx: Tx, news: News): Promise<string[]> {
  const ids = [...new Set(typeof news.to === "string" ? [news.to] : news.to)].slice(0, MOST);
  if (ids.length === 0) return [];
  const accounts = await tx.account.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: told,
    take: MOST,
  });
  const chosen = await tx.notificationPreference.findMany({
    where: { accountId: { in: ids }, kind: news.kind },
    take: MOST,
  });
  const fresh: string[] = [];
  for (const account of accounts) {
    const own = chosen.find(({ accountId }) => accountId === account.id);
    const { inApp, mail } = preferenceOf(news.kind, account.role, own);
    if (!inApp && mail === "NEVER") continue;
    const path = typeof news.path === "string" ? news.path : news.path(account);
    const locale = fromDbLocale(account.locale);
    // a fact that is missing shows here and not when the line is read
    notificationText(locale, news.kind, news.params);
    const [created] = await tx.notification.createManyAndReturn({
      data: [
        {
          accountId: account.id,
          kind: news.kind,
          params: storeParams(news.params),
          path,
          key: typeof news.key === "string" ? news.key : news.key(account),
          shown: inApp,
          mail,
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) continue;
    fresh.push(account.id);
    const { waits, fixed } = ruleOf(news.kind);
    if (mail === "AT_ONCE")
      await sendMail(tx, {
        to: account.email,
        accountId: account.id,
        locale,
        template: templateOf(news.kind),
        params: paramsIn(locale, news.params),
        path: news.mailPath ? await news.mailPath(account) : path,
        key: mailKey(created.id),
        unsubscribe: fixed ? undefined : unsubscribeUrl(account.id, news.kind),
        calendar: news.calendar?.({ email: account.email, locale }),
        after: waits ? new Date(now().getTime() + waits * 1000) : undefined,
      });
    if (inApp) await tell(tx, "notified", account.id);
  }
  return fresh;
}

/** The key of a notification's own mail. */
export const mailKey = (notificationId: string) => `notification:${notificationId}`;

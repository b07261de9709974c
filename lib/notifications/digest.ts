import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { isKind } from "./kinds.ts";
import { readParams } from "./params.ts";
import { notificationText } from "./text.ts";
import { unsubscribeUrl } from "./unsubscribe.ts";

const sender = systemViewer("digest");
const MOST_READERS = 500;
const MOST_LINES = 20;
const KEPT_DAYS = 180;
const A_PURGE = 5000;

const waiting = { mail: "DAILY", digestAt: null } as const;

/** One mail a day to everybody who has news that waits for it, in the morning of Hong Kong and Yantai. What was read meanwhile is left out. */
export async function sendDigests(): Promise<void> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    // grouped by the database: `distinct` of the client would read every row that waits
    const readers = await db.notification.groupBy({
      by: ["accountId"],
      where: { ...waiting, accountId: { gt: last } },
      orderBy: { accountId: "asc" },
      take: MOST_READERS,
    });
    for (const { accountId } of readers) await sendDigest(accountId);
    if (readers.length < MOST_READERS) return;
    last = readers.at(-1)!.accountId;
  }
}

async function sendDigest(accountId: string): Promise<void> {
  await transaction(sender, async (tx) => {
    const account = await tx.account.findUnique({
      where: { id: accountId },
      select: { email: true, locale: true, disabledAt: true },
    });
    // two workers at once: the second takes none, because the first has marked them
    const taken = await tx.notification.updateManyAndReturn({
      where: { accountId, ...waiting },
      data: { digestAt: now() },
      select: { kind: true, params: true, path: true, readAt: true, createdAt: true },
    });
    const news = taken
      .filter(({ readAt }) => readAt === null)
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    if (news.length === 0 || !account || account.disabledAt) return;
    const locale = fromDbLocale(account.locale);
    await sendMail(tx, {
      to: account.email,
      accountId,
      locale,
      template: "notifications.digest",
      params: { count: news.length },
      list: news
        .slice(0, MOST_LINES)
        .flatMap(({ kind, params, path }) =>
          isKind(kind) ? [{ text: notificationText(locale, kind, readParams(params)), path }] : [],
        ),
      path: "/notifications",
      key: `digest:${accountId}:${today()}:${news[0]!.createdAt.getTime()}`,
      unsubscribe: unsubscribeUrl(accountId, "digest"),
    });
  });
}

/** Removes what is half a year old, a bounded number a statement. */
export async function purgeNotifications(): Promise<void> {
  const createdAt = { lt: new Date(now().getTime() - KEPT_DAYS * 86_400_000) };
  while ((await db.notification.deleteMany({ where: { createdAt }, limit: A_PURGE })).count === A_PURGE);
}

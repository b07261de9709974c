import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";

const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);

/** Removes what has served its time: ended sessions, old links, answers kept for double submits, counts of attempts. */
export async function purgeAccounts(): Promise<void> {
  await db.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: now() } }, { lastSeenAt: { lt: daysAgo(30) } }] },
  });
  await db.accountToken.deleteMany({ where: { expiresAt: { lt: daysAgo(30) } } });
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: daysAgo(2) } } });
  await db.rateLimit.deleteMany({ where: { expire: { lt: now().getTime() } } });
  // without SMTP a mail waits for an operator; once sent, taken back or given up, its text has no further use
  await db.mailMessage.deleteMany({
    where: { status: { not: "QUEUED" }, createdAt: { lt: daysAgo(90) } },
  });
}

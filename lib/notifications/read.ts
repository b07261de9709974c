import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { dropMails } from "#lib/mail/outbox.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { mailKey } from "./notify.ts";

const MOST = 200;

/** Marks as read, takes back mails that have not gone out, and tells the account's open pages. */
async function markRead(tx: Tx, accountId: string, where: Prisma.NotificationWhereInput): Promise<void> {
  const read = await tx.notification.updateManyAndReturn({
    where: { AND: [{ accountId, readAt: null }, where] },
    data: { readAt: now() },
    select: { id: true },
  });
  if (read.length === 0) return;
  await dropMails(
    tx,
    read.map(({ id }) => mailKey(id)),
  );
  await tell(tx, "notified", accountId);
}

/** What was told under keys that begin so has been seen in its own place. */
export const readByKey = (tx: Tx, accountId: string, beginning: string) =>
  markRead(tx, accountId, { key: { startsWith: beginning } });

/**
 * Takes back what people were told under a key, because it was a mistake. Returns the accounts that have heard of it already,
 * in the portal, by its own mail or in a summary: there it stays.
 */
export async function unsay(tx: Tx, accountIds: readonly string[], key: string): Promise<string[]> {
  const where = { accountId: { in: [...accountIds] }, key };
  const unread = { ...where, readAt: null, digestAt: null };
  const told = await tx.notification.findMany({ where: unread, select: { id: true }, take: MOST });
  const keys = told.map(({ id }) => mailKey(id));
  await dropMails(tx, keys);
  const gone = await tx.mailMessage.findMany({
    where: { idempotencyKey: { in: keys }, status: { not: "DROPPED" } },
    select: { idempotencyKey: true },
    take: MOST,
  });
  const mailed = new Set(gone.map(({ idempotencyKey }) => idempotencyKey));
  const unsaid = told.map(({ id }) => id).filter((id) => !mailed.has(mailKey(id)));
  await tx.notification.deleteMany({ where: { ...unread, id: { in: unsaid } } });
  const heard = await tx.notification.findMany({ where, select: { accountId: true }, take: MOST });
  const still = new Set(heard.map(({ accountId }) => accountId));
  for (const id of accountIds) if (!still.has(id)) await tell(tx, "notified", id);
  return [...still];
}

/** Marks one notification of the viewer as read, or all. */
export async function readNotifications(viewer: Viewer, id?: string): Promise<void> {
  const { accountId } = viewer;
  if (accountId) await transaction(viewer, (tx) => markRead(tx, accountId, id ? { id } : {}));
}

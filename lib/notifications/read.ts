import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { dropMails } from "#lib/mail/outbox.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { mailKey } from "./notify.ts";

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

/** Takes back what people were told under keys that begin so, where its mail has not gone out yet: it was a mistake. */
export async function unsay(tx: Tx, accountIds: readonly string[], beginning: string): Promise<void> {
  const told = await tx.notification.findMany({
    where: { accountId: { in: [...accountIds] }, key: { startsWith: beginning }, readAt: null },
    select: { id: true, accountId: true },
    take: 200,
  });
  const keys = told.map(({ id }) => mailKey(id));
  await dropMails(tx, keys);
  const gone = await tx.mailMessage.findMany({
    where: { idempotencyKey: { in: keys }, status: { not: "DROPPED" } },
    select: { idempotencyKey: true },
    take: 200,
  });
  const unsaid = told.filter(({ id }) => gone.every(({ idempotencyKey }) => idempotencyKey !== mailKey(id)));
  await tx.notification.deleteMany({ where: { id: { in: unsaid.map(({ id }) => id) } } });
  for (const { accountId } of unsaid) await tell(tx, "notified", accountId);
}

/** Marks one notification of the viewer as read, or all. */
export async function readNotifications(viewer: Viewer, id?: string): Promise<void> {
  const { accountId } = viewer;
  if (accountId) await transaction(viewer, (tx) => markRead(tx, accountId, id ? { id } : {}));
}

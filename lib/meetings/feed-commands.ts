import { audit } from "#lib/audit/record.ts";
import { hashToken, newToken } from "#lib/auth/tokens.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";

/** Makes the viewer's secret address anew; the one before is dead at once. Returns the token, which is nowhere stored, and whether there was none before. */
export async function renewCalendarFeed(viewer: Viewer): Promise<{ token: string; first: boolean }> {
  const { accountId } = viewer;
  if (!accountId) throw new NotFoundError();
  const token = newToken();
  const fresh = { tokenHash: hashToken(token), createdAt: now(), lastReadAt: null };
  return transaction(viewer, async (tx) => {
    const before = await tx.calendarFeed.count({ where: { accountId } });
    await tx.calendarFeed.upsert({
      where: { accountId },
      create: { accountId, ...fresh },
      update: fresh,
      select: { accountId: true },
    });
    await audit(tx, viewer, { action: "account.calendarLinkMade", record: ["account", accountId] });
    return { token, first: before === 0 };
  });
}

export async function removeCalendarFeed(viewer: Viewer): Promise<void> {
  const { accountId } = viewer;
  if (!accountId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { accountId } });
    if (count > 0)
      await audit(tx, viewer, { action: "account.calendarLinkRemoved", record: ["account", accountId] });
  });
}

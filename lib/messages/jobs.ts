import { audit } from "#lib/audit/record.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";

/** What the privacy statement promises: a message is kept for a year after it was written. */
const KEPT_MONTHS = 12;

export async function purgeContactMessages(): Promise<void> {
  const system = systemViewer("Retention");
  const before = now();
  before.setUTCMonth(before.getUTCMonth() - KEPT_MONTHS);
  await transaction(system, async (tx) => {
    const { count } = await tx.contactMessage.deleteMany({ where: { createdAt: { lt: before } } });
    if (count > 0)
      await audit(tx, system, {
        action: "contactMessage.purged",
        record: ["contactMessage", "all"],
        detail: { count, before: before.toISOString() },
      });
  });
}

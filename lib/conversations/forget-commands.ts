import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";

const forgetter = systemViewer("erasure");
const MOST = 2000;

/**
 * Removes what was said and sent in the cases of a person who has erased themselves. Of a file that proves a landing the row stays
 * without its name and its bytes, because the landing itself is counted.
 */
export async function forgetConversations(talentId: string): Promise<void> {
  const cases = await db.introduction.findMany({ where: { talentId }, select: { id: true }, take: MOST });
  for (const { id } of cases)
    await transaction(forgetter, async (tx) => {
      await tx.thread.deleteMany({ where: { introductionId: id } });
      const files = await tx.caseFile.findMany({
        where: { introductionId: id },
        select: { storageKey: true },
        take: MOST,
      });
      for (const { storageKey } of files) await enqueue(tx, "files.remove", { storageKey });
      await tx.caseFile.deleteMany({ where: { introductionId: id, landings: { none: {} } } });
      await tx.caseFile.updateMany({ where: { introductionId: id }, data: { filename: "", size: 0 } });
    });
}

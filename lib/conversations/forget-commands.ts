import { forgetCases } from "#lib/introductions/forgetting.ts";
import { enqueue } from "#lib/jobs/queue.ts";

const MOST = 2000;

/**
 * Removes what was said and sent in the cases of a person who has erased themselves. Of a file that proves a landing the row stays
 * without its name and its bytes, because the landing itself is counted.
 */
export const forgetConversations = (talentId: string): Promise<void> =>
  forgetCases(talentId, async (tx, introductionId) => {
    await tx.thread.deleteMany({ where: { introductionId } });
    const files = await tx.caseFile.findMany({
      where: { introductionId },
      select: { storageKey: true },
      take: MOST,
    });
    for (const { storageKey } of files) await enqueue(tx, "files.remove", { storageKey });
    await tx.caseFile.deleteMany({ where: { introductionId, landings: { none: {} } } });
    await tx.caseFile.updateMany({ where: { introductionId }, data: { filename: "", size: 0 } });
  });

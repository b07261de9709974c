import { systemViewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";
import { forgetCases } from "#lib/introductions/forgetting.ts";
import { enqueue } from "#lib/jobs/queue.ts";

const forgetter = systemViewer("erasure");

/** Removes a file that a newer one has taken the place of. Idempotent; what is used elsewhere stays. */
export async function dropFile(fileId: string): Promise<void> {
  const where = {
    id: fileId,
    tasks: { none: {} },
    offers: { none: {} },
    landings: { none: {} },
    messageFile: null,
  };
  await transaction(forgetter, async (tx) => {
    const file = await tx.caseFile.findFirst({ where, select: { storageKey: true } });
    if (!file) return;
    await tx.caseFile.delete({ where: { id: fileId }, select: { id: true } });
    await enqueue(tx, "files.remove", { storageKey: file.storageKey });
  });
}

/**
 * Takes out of the cases of a person who has erased themselves what was written about them: answers, terms, reasons, notes. What
 * stays says nothing of anybody and is counted: that there were terms, an arrival, and who stayed.
 */
export const forgetJourneys = (talentId: string): Promise<void> =>
  forgetCases(talentId, async (tx, introductionId) => {
    await tx.introduction.updateMany({
      where: { id: introductionId },
      data: { nextStep: "", closeReason: null, handOverNote: null },
    });
    // an officer's own words can name the person
    await tx.caseTask.deleteMany({ where: { introductionId, item: null } });
    await tx.caseTask.updateMany({ where: { introductionId }, data: { answer: {}, reason: null } });
    await tx.offer.updateMany({
      where: { introductionId },
      data: { title: "", place: "", housing: "", terms: "", reason: null, payMin: null, payMax: null },
    });
    await tx.landing.updateMany({ where: { introductionId }, data: { note: "", returnedReason: null } });
    await tx.followUp.updateMany({ where: { introductionId }, data: { answers: {} } });
    await tx.introductionStage.updateMany({ where: { introductionId }, data: { reason: null } });
  });

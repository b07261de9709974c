import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";

const forgetter = systemViewer("erasure");
const MOST = 2000;

/**
 * Takes out of the cases of a person who has erased themselves what was written about them: answers, terms, reasons, notes. What
 * stays says nothing of anybody and is counted: that there were terms, an arrival, and who stayed.
 */
export async function forgetJourneys(talentId: string): Promise<void> {
  const cases = await db.introduction.findMany({ where: { talentId }, select: { id: true }, take: MOST });
  for (const { id: introductionId } of cases)
    await transaction(forgetter, async (tx) => {
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
}

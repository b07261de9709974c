import { systemViewer } from "#lib/auth/viewer.ts";
import { db, type Tx, transaction } from "#lib/db.ts";

const forgetter = systemViewer("erasure");
const MOST = 2000;

/**
 * Goes through the cases of a person who has erased themselves, each held in a transaction of its own, as `holdCase` holds it: what
 * somebody was writing there comes before, and whoever waits finds that no consent is left.
 */
export async function forgetCases(
  talentId: string,
  forget: (tx: Tx, introductionId: string) => Promise<unknown>,
): Promise<void> {
  const cases = await db.introduction.findMany({ where: { talentId }, select: { id: true }, take: MOST });
  for (const { id } of cases)
    await transaction(forgetter, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Introduction" WHERE id = ${id}::uuid FOR UPDATE`;
      await forget(tx, id);
    });
}

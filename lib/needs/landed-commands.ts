import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { mayAct, stateByFilled } from "./states.ts";
import { step } from "./transition.ts";

/**
 * Takes over into a need how many people have landed with it. Says a total and not "one more": it counts each person once
 * however often it runs, and a place that the enterprise has recorded itself is not counted again.
 */
export async function countLanded(
  tx: Tx,
  viewer: Viewer,
  needId: string,
  landed: () => Promise<number>,
): Promise<void> {
  // two who land with one need at the same time: the second waits here, then counts what the first wrote
  await tx.$queryRaw`SELECT 1 FROM "Need" WHERE id = ${needId}::uuid FOR UPDATE`;
  const need = await tx.need.findUniqueOrThrow({
    where: { id: needId },
    select: { status: true, headcount: true, filledCount: true },
  });
  const count = Math.min(await landed(), need.headcount);
  if (count <= need.filledCount) return;
  if (mayAct("fill", need.status)) {
    const status = stateByFilled(count, need.headcount);
    const closed = status === "FILLED" ? { closedAt: now() } : {};
    await step(tx, viewer, {
      act: "fill",
      needId,
      scope: {},
      detail: { count },
      to: () => ({ status, filledCount: count, ...closed }),
    });
    return;
  }
  // a need that is paused or over keeps its state; the figure is still true
  await tx.need.update({
    where: { id: needId },
    data: { filledCount: count, updatedAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  await audit(tx, viewer, { action: "need.filled", record: ["need", needId], detail: { count } });
}

import { systemViewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { ConflictError, DomainError } from "#lib/errors.ts";
import { mailOwner } from "./review-commands.ts";
import { LOOKING } from "./states.ts";
import { step } from "./transition.ts";

const clock = systemViewer("expiry of needs");

/** Needs whose deadline has passed. One transaction a need, so that one that fails keeps no other. Safe to run again. */
export async function expireNeeds(): Promise<number> {
  let expired = 0;
  for (;;) {
    const due = await db.need.findMany({
      where: { status: { in: [...LOOKING, "PAUSED"] }, deadline: { lt: new Date(today()) } },
      select: { id: true },
      orderBy: { deadline: "asc" },
      take: BATCH,
    });
    let done = 0;
    for (const { id } of due) if (await expire(id)) done += 1;
    expired += done;
    // the last batch, or one in which owners were faster every time
    if (due.length < BATCH || done === 0) return expired;
  }
}

const BATCH = 500;

async function expire(needId: string): Promise<boolean> {
  try {
    await transaction(clock, async (tx) => {
      const { row } = await step(tx, clock, {
        act: "expire",
        needId,
        scope: { deadline: { lt: new Date(today()) } },
        to: () => ({ status: "EXPIRED", closedAt: now() }),
      });
      await mailOwner(tx, row, "needs.expired", {});
    });
    return true;
  } catch (error) {
    // its owner was faster: closed it, or gave it a later deadline
    if (error instanceof ConflictError || error instanceof DomainError) return false;
    throw error;
  }
}

/** A suspended enterprise's needs stop; its people resume them once the suspension is lifted. */
export async function pauseNeedsOfEnterprise({ enterpriseId }: { enterpriseId: string }): Promise<void> {
  const viewer = systemViewer("suspension of the enterprise");
  await transaction(viewer, async (tx) => {
    const scope = { enterpriseId, enterprise: { status: "SUSPENDED" as const } };
    const needs = await tx.need.findMany({
      where: { ...scope, status: { in: [...LOOKING] } },
      select: { id: true },
      take: 1000,
    });
    for (const { id } of needs)
      await step(tx, viewer, { act: "pause", needId: id, scope, to: () => ({ status: "PAUSED" }) });
  });
}

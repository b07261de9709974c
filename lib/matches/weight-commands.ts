import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { readFactors, type WeightFactors, weightsFor, weightsVersionOf } from "#lib/matching/weights.ts";
import { isLooking } from "#lib/needs/states.ts";
import { canReview, WEIGHABLE } from "./policy.ts";
import { sameFactors } from "./weight-set.ts";

export type WeightChange = {
  /** the one the viewer saw */
  revision: number;
  /** {} is the standard */
  factors: WeightFactors;
  reason: string;
};

/**
 * Sets the weights of one need; its suggestions are ranked anew, decided matches keep what they were decided on.
 * @throws ConflictError when somebody else changed them; DomainError needNotInState, weightsUnchanged
 */
export async function changeWeights(viewer: Viewer, needId: string, change: WeightChange): Promise<void> {
  if (!canReview(viewer)) throw new NotFoundError();
  const reason = change.reason.trim();
  if (!reason) throw new InvalidError([{ path: "reason", key: "required" }]);
  const after = readFactors(change.factors);
  await transaction(viewer, async (tx) => {
    const need = await tx.need.findUnique({
      where: { id: needId },
      select: { status: true, weightFactors: true, weightsRevision: true },
    });
    if (!need || need.status === "DRAFT") throw new NotFoundError();
    if (need.weightsRevision !== change.revision) throw new ConflictError();
    if (!WEIGHABLE.includes(need.status)) throw new DomainError("needNotInState");
    const before = readFactors(need.weightFactors);
    if (sameFactors(before, after)) throw new DomainError("weightsUnchanged");
    const { count } = await tx.need.updateMany({
      where: { id: needId, weightsRevision: change.revision, status: need.status },
      // matching tells by the row's time that it has changed; its own version stays, so that the enterprise's editing goes on
      data: { weightFactors: after, weightsRevision: { increment: 1 }, updatedAt: now() },
    });
    if (count !== 1) throw new ConflictError();
    await audit(tx, viewer, {
      action: "need.weightsChanged",
      record: ["need", needId],
      reason,
      detail: {
        before,
        after,
        versionBefore: weightsVersionOf(weightsFor(before)),
        versionAfter: weightsVersionOf(weightsFor(after)),
      },
    });
    if (isLooking(need.status)) await enqueue(tx, "matches.refreshNeed", { needId }, { key: needId });
  });
}

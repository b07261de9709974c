import type { Viewer } from "#lib/auth/viewer.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type Estimate, estimateFit, mayEstimate, tellable } from "#lib/needs/estimate.ts";
import { draftInput } from "#lib/needs/projection.ts";
import type { NeedDraft } from "#lib/needs/schema.ts";
import { askEngine, type Patience } from "./ask.ts";

/**
 * How many verified profiles meet what has been typed so far, by the engine's own hard conditions and concepts; by the stored
 * columns where no engine is ready. Only counts leave this function, and no small ones.
 */
export async function estimateFitNow(
  viewer: Viewer,
  need: NeedDraft,
  patience?: Patience,
): Promise<Estimate> {
  if (!mayEstimate(viewer)) throw new NotFoundError();
  const counted = await askEngine({ kind: "count", need: draftInput("new", need) }, patience);
  if (!counted) return estimateFit(viewer, need);
  const { total, fit, onlyMissing } = counted;
  return tellable(
    "engine",
    total,
    fit,
    onlyMissing.map(({ asked, count }) => ({ requirement: asked, count })),
  );
}

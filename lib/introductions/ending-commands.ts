import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { transaction } from "#lib/db.ts";
import { InvalidError } from "#lib/errors.ts";
import { endMatch } from "#lib/matches/ending.ts";
import { tellMoved } from "./case-notices.ts";
import type { EndInput } from "./case-schema.ts";
import { moveCase } from "./move.ts";
import { outcomesFor } from "./outcomes.ts";
import { keptBy, sideOf } from "./policy.ts";

/**
 * Ends a case for a reason of the closed list that its side may give, with words beside it where they want. A withdrawal ends
 * the match and the consents given for it too: nothing of the person can be read from then on.
 */
export async function endCase(viewer: Viewer, input: EndInput): Promise<void> {
  const { introductionId: id, version, ending, outcome, words } = input;
  if (!outcomesFor(ending, sideOf(viewer)).includes(outcome))
    throw new InvalidError([{ path: "outcome", key: "required" }]);
  await transaction(viewer, async (tx) => {
    const moved = await moveCase(
      tx,
      viewer,
      ending,
      { id, version },
      {
        reason: words || undefined,
        data: { outcome, closeReason: words || null },
        scope: isStaff(viewer) ? keptBy(viewer) : {},
      },
    );
    // a withdrawn match tells both sides itself
    if (ending === "withdraw") await endMatch(tx, viewer, moved.matchId, outcome);
    else await tellMoved(tx, viewer, moved, ["TALENT", "ENTERPRISE"]);
    if (!isStaff(viewer)) await tellMoved(tx, viewer, moved, ["STAFF"]);
  });
}

import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { DomainError } from "#lib/errors.ts";
import { visibleToStaff } from "./policy.ts";
import { handOverTalent, takeTalent, verifyTalent } from "./review-commands.ts";
import type { BulkTalentsInput } from "./schema.ts";

export type BulkOutcome = { done: number; refused: { code: string; key: string }[] };

/**
 * One act on several profiles, each for itself: one that cannot be acted on is named and holds up no other. Profiles that
 * the viewer may not see are refused under their place in the selection only.
 */
export async function bulkTalents(
  viewer: Viewer,
  { ids, act, office, note }: BulkTalentsInput,
): Promise<BulkOutcome> {
  const known = await db.talent.findMany({
    where: { AND: [visibleToStaff(viewer), { id: { in: ids } }] },
    select: { id: true, code: true },
  });
  const codes = new Map(known.map(({ id, code }) => [id, code]));
  const carryOut = {
    take: (id: string) => takeTalent(viewer, id),
    verify: (id: string) => verifyTalent(viewer, id, {}),
    handOver: (id: string) => handOverTalent(viewer, id, { office: office!, note: note! }),
  }[act];
  const outcome: BulkOutcome = { done: 0, refused: [] };
  for (const id of ids) {
    try {
      await carryOut(id);
      outcome.done += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome.refused.push({ code: codes.get(id) ?? "?", key: refusalOf(error, codes.has(id)) });
    }
  }
  return outcome;
}

/** A profile that is seen but not within reach lies with the other office. */
const refusalOf = (error: DomainError, seen: boolean) =>
  error.key === "notFound" && seen
    ? "withOtherOffice"
    : error.key === "conflict"
      ? "notInThatState"
      : error.key;

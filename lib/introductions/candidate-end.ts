import { BASE } from "#lib/consents/policy.ts";
import { type EndedGift, endedFor } from "#lib/consents/queries.ts";
import type { Tx } from "#lib/db.ts";
import { saidOf } from "#lib/matches/causes.ts";
import { CANDIDATE_ENDS, type CandidateEnd } from "./schema.ts";

/** What of a match its person took back, as its enterprise may know: of what ended otherwise nothing was withdrawn. */
export const withdrawnOf = async (tx: Tx, matchId: string) =>
  (await endedFor(tx, matchId)).filter(({ endedBy }) => endedBy === "WITHDRAWN" || endedBy === "ERASED");

/** Why nothing of a candidate can be read any more, as the mail to the enterprise said it; null where it cannot be told. */
export async function endOfCandidate(
  tx: Tx,
  matchId: string,
  withdrawn: readonly EndedGift[],
): Promise<CandidateEnd | null> {
  // the match itself ends by a job, a moment later
  if (withdrawn.some(({ category }) => category === BASE)) return "person";
  const event = await tx.auditEvent.findFirst({
    where: { recordType: "match", recordId: matchId, action: "match.withdrawn" },
    orderBy: { id: "desc" },
    select: { actorRole: true, reason: true },
  });
  if (!event) return null;
  const said = saidOf({ role: event.actorRole }, event.reason ?? "").enterprise;
  return CANDIDATE_ENDS.find((end) => end === said) ?? null;
}

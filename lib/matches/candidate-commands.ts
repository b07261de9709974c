import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { BASE, consentedTo } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { endConsentsOf, move, refusal } from "./move.ts";
import { tellTalent } from "./notices.ts";
import { visibleTo } from "./policy.ts";

/** A need never changes its enterprise, so this may be read before the conditional write. */
async function assertOurs(tx: Tx, viewer: Viewer, matchId: string) {
  if (viewer.role !== "ENTERPRISE") throw new NotFoundError();
  const found = await tx.match.findFirst({
    where: { AND: [{ id: matchId }, visibleTo(viewer)] },
    select: { id: true },
  });
  if (!found) throw new NotFoundError();
}

/** The talent still consents to be introduced to this enterprise. */
async function consentHolds(tx: Tx, matchId: string): Promise<boolean> {
  const held = { AND: [{ id: matchId }, consentedTo(BASE)] };
  return (await tx.match.findFirst({ where: held, select: { id: true } })) !== null;
}

/** The enterprise accepts: what the talent gave opens to it, and the introduction begins. */
export async function acceptCandidate(
  viewer: Viewer,
  matchId: string,
  { reason }: { reason: string },
): Promise<void> {
  if (!reason.trim()) throw new InvalidError([{ path: "reason", key: "reasonNeeded" }]);
  await transaction(viewer, async (tx) => {
    await assertOurs(tx, viewer, matchId);
    const moved = await move(
      tx,
      "acceptCandidate",
      { id: matchId },
      {
        enterpriseDecidedAt: now(),
        enterpriseDecidedById: viewer.accountId,
        enterpriseReason: reason.trim(),
      },
    );
    if (!moved) throw await refusal(tx, { id: matchId });
    if (!(await consentHolds(tx, matchId))) throw new DomainError("consentWithdrawn");
    await audit(tx, viewer, {
      action: "match.candidateAccepted",
      record: ["match", matchId],
      reason: reason.trim(),
    });
    await enqueue(tx, "introductions.begin", { matchId });
  });
}

/** The enterprise declines, with a reason; the talent is told, and the consents given for it end. */
export async function declineCandidate(
  viewer: Viewer,
  matchId: string,
  { reasonCode, reason }: { reasonCode?: string | null; reason?: string | null },
): Promise<void> {
  const said = reason?.trim() || null;
  if (!said && !reasonCode) throw new InvalidError([{ path: "reasonCode", key: "reasonNeeded" }]);
  await transaction(viewer, async (tx) => {
    await assertOurs(tx, viewer, matchId);
    const moved = await move(
      tx,
      "declineCandidate",
      { id: matchId },
      {
        enterpriseDecidedAt: now(),
        enterpriseDecidedById: viewer.accountId,
        enterpriseReasonCode: reasonCode ?? null,
        enterpriseReason: said,
      },
    );
    if (!moved) throw await refusal(tx, { id: matchId });
    const why = said ?? reasonCode ?? undefined;
    await audit(tx, viewer, { action: "match.candidateDeclined", record: ["match", matchId], reason: why });
    await endConsentsOf(tx, viewer, matchId);
    await tellTalent(tx, moved, "declinedByEnterprise", { path: "/talent/needs" });
  });
}

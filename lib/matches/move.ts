import type { Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { endConsents } from "#lib/consents/commands.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { blocks } from "./employers.ts";
import { fromOf, matchableNeed, matchableTalent, TRANSITIONS, type TransitionName } from "./policy.ts";

const movedSelect = { id: true, version: true, needId: true, talentId: true, origin: true } as const;
export type Moved = Prisma.MatchGetPayload<{ select: typeof movedSelect }>;

/**
 * The one write of a match's status: by its own columns only, so that of two callers at once exactly one finds the row in a
 * state it may leave. Null when there is none.
 */
export async function move(
  tx: Tx,
  name: TransitionName,
  where: Prisma.MatchWhereInput,
  data: Prisma.MatchUncheckedUpdateManyInput = {},
): Promise<Moved | null> {
  const [moved] = await tx.match.updateManyAndReturn({
    where: { AND: [where, { status: fromOf(name) }] },
    data: { ...data, status: TRANSITIONS[name].to, version: { increment: 1 }, updatedAt: now() },
    select: movedSelect,
  });
  return moved ?? null;
}

/** Why a move found nothing: not there or not theirs, or somebody was first. */
export async function refusal(tx: Tx, mine: Prisma.MatchWhereInput): Promise<DomainError> {
  return (await tx.match.findFirst({ where: mine, select: { id: true } }))
    ? new ConflictError()
    : new NotFoundError();
}

/** What a new round of a match begins with: nothing of the last one, its consents ended. */
export const CLEARED = {
  assigneeId: null,
  decidedById: null,
  decidedOffice: null,
  decidedAt: null,
  reasonCode: null,
  reason: null,
  notifyAt: null,
  invitedAt: null,
  invitationExpiresAt: null,
  remindedAt: null,
  talentDecidedAt: null,
  talentReasonCode: null,
  talentReason: null,
} as const satisfies Prisma.MatchUncheckedUpdateManyInput;

/** The consents that were given for one match end with it. */
export const endConsentsOf = (tx: Tx, viewer: Viewer, matchId: string) =>
  endConsents(tx, viewer, { matchId }, "ENDED");

/** Whether the two may still be brought together: listed, open, and the employer not blocked. */
export async function stillPossible(tx: Tx, pair: { needId: string; talentId: string }): Promise<boolean> {
  const [talent, need] = [
    await tx.talent.findFirst({
      where: { id: pair.talentId, ...matchableTalent },
      select: { blockedEmployers: true },
    }),
    await tx.need.findFirst({
      where: { id: pair.needId, ...matchableNeed(today()) },
      select: { enterprise: { select: { id: true, name: true, nameEn: true } } },
    }),
  ];
  return talent !== null && need !== null && !blocks(talent.blockedEmployers, need.enterprise);
}

export async function assertPossible(tx: Tx, pair: { needId: string; talentId: string }) {
  if (!(await stillPossible(tx, pair))) throw new DomainError("matchNotPossible");
}

import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { giveToEnterprise } from "#lib/consents/commands.ts";
import { BASE } from "#lib/consents/policy.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { db, type Tx, transaction } from "#lib/db.ts";
import { inStanding } from "#lib/enterprises/policy.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { holdOwn } from "#lib/talents/own.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { endMatch } from "./ending.ts";
import { move, stillPossible } from "./move.ts";
import { tellEnterprise, tellTalent } from "./notices.ts";
import { INVITATION_MS, REMIND_BEFORE_MS } from "./policy.ts";

const inviter = systemViewer("invitations");

/** Invites the talent of an approved match, once however often it runs. Not before the time to undo is over. */
export async function inviteTalent(matchId: string): Promise<void> {
  await transaction(inviter, async (tx) => {
    const match = await tx.match.findUnique({
      where: { id: matchId },
      select: { id: true, status: true, notifyAt: true, needId: true, talentId: true },
    });
    if (match?.status !== "APPROVED" || !match.notifyAt) return;
    if (match.notifyAt > now()) {
      // the queue's clock ran ahead of ours
      await enqueue(tx, "matches.inviteTalent", { matchId }, { startAfter: match.notifyAt });
      return;
    }
    if (!(await stillPossible(tx, match))) {
      await endMatch(tx, inviter, matchId, "notPossible");
      return;
    }
    const invitationExpiresAt = new Date(now().getTime() + INVITATION_MS);
    const due = { id: matchId, notifyAt: { lte: now() } };
    const moved = await move(tx, "invite", due, { invitedAt: now(), invitationExpiresAt });
    if (!moved) return;
    await audit(tx, inviter, { action: "match.invited", record: ["match", matchId] });
    await tellTalent(tx, moved, "invitation", { until: invitationExpiresAt });
  });
}

/** How many invitations one run takes on; the next run takes the rest. */
const A_RUN = 500;

/** Reminds three days before an invitation ends, and ends those that were not answered. */
export async function remindAndExpire(): Promise<void> {
  const over = await db.match.findMany({
    where: { status: "INVITED", invitationExpiresAt: { lte: now() } },
    select: { id: true },
    orderBy: { invitationExpiresAt: "asc" },
    take: A_RUN,
  });
  for (const { id } of over) await expire(id);
  const soon = new Date(now().getTime() + REMIND_BEFORE_MS);
  const unanswered = await db.match.findMany({
    where: { status: "INVITED", remindedAt: null, invitationExpiresAt: { lte: soon, gt: now() } },
    select: { id: true },
    orderBy: { invitationExpiresAt: "asc" },
    take: A_RUN,
  });
  for (const { id } of unanswered) await remind(id);
}

const expire = (id: string) =>
  transaction(inviter, async (tx) => {
    const moved = await move(tx, "expire", { id, invitationExpiresAt: { lte: now() } });
    if (!moved) return;
    await audit(tx, inviter, { action: "match.invitationExpired", record: ["match", id] });
    await tellTalent(tx, moved, "expired", { path: "/talent/needs" });
  });

const remind = (id: string) =>
  transaction(inviter, async (tx) => {
    const [reminded] = await tx.match.updateManyAndReturn({
      where: { id, status: "INVITED", remindedAt: null },
      data: { remindedAt: now() },
      select: { id: true, version: true, needId: true, talentId: true, invitationExpiresAt: true },
    });
    if (!reminded?.invitationExpiresAt) return;
    await audit(tx, inviter, { action: "match.reminded", record: ["match", id] });
    await tellTalent(tx, reminded, "reminder", { until: reminded.invitationExpiresAt });
  });

export type Acceptance = {
  /** to be introduced, and the anonymous profile with it */
  introductionConsent: boolean;
  /** of everything that is given here */
  crossBorderConsent: boolean;
  /** what else is given, each by the talent's choice */
  give: readonly Giveable[];
};

function assertConsents(acceptance: Acceptance) {
  const needed = ["introductionConsent", "crossBorderConsent"] as const;
  const missing = needed.filter((name) => !acceptance[name]);
  if (missing.length > 0) throw new InvalidError(missing.map((path) => ({ path, key: `${path}Needed` })));
}

/**
 * The talent accepts to be introduced, with a separate consent for the transfer across the border, and gives what they like of
 * name, contact and CV: a consent each, in the `locale` of the page. The enterprise then sees the anonymous profile, and the rest once it accepts too.
 * @throws InvalidError introductionConsent, crossBorderConsent; ConflictError that says how it was answered, or that it has ended
 */
export async function acceptInvitation(
  viewer: Viewer,
  matchId: string,
  acceptance: Acceptance,
  locale?: AppLocale,
): Promise<void> {
  const mine = mineOf(viewer, matchId);
  await transaction(viewer, async (tx) => {
    await holdOwn(tx, viewer);
    if (!(await tx.match.findFirst({ where: mine, select: { id: true } }))) throw new NotFoundError();
    assertConsents(acceptance);
    const open = { ...mine, invitationExpiresAt: { gt: now() } };
    const moved = await move(tx, "acceptInvitation", open, { talentDecidedAt: now() });
    if (!moved) throw await answered(tx, mine);
    const { enterpriseId, enterprise } = await tx.need.findUniqueOrThrow({
      where: { id: moved.needId },
      select: { enterpriseId: true, enterprise: { select: { status: true } } },
    });
    if (enterprise.status !== inStanding.status) throw new DomainError("enterpriseOnHold");
    const given: Giveable[] = [BASE, ...acceptance.give];
    await giveToEnterprise(tx, viewer, { talentId: moved.talentId, enterpriseId, matchId }, given, locale);
    const detail = { given };
    await audit(tx, viewer, { action: "match.invitationAccepted", record: ["match", matchId], detail });
    await tellEnterprise(tx, moved, "accepted");
  });
}

/** The talent says no, with a reason. The enterprise never learns of it. */
export async function declineInvitation(
  viewer: Viewer,
  matchId: string,
  { reasonCode, reason }: { reasonCode?: string | null; reason?: string | null },
): Promise<void> {
  const mine = mineOf(viewer, matchId);
  const said = reason?.trim() || null;
  if (!said && !reasonCode) throw new InvalidError([{ path: "reasonCode", key: "reasonNeeded" }]);
  await transaction(viewer, async (tx) => {
    const moved = await move(tx, "declineInvitation", mine, {
      talentDecidedAt: now(),
      talentReasonCode: reasonCode ?? null,
      talentReason: said,
    });
    if (!moved) throw await answered(tx, mine);
    const why = said ?? reasonCode ?? undefined;
    await audit(tx, viewer, { action: "match.invitationDeclined", record: ["match", matchId], reason: why });
  });
}

/** Why it cannot be answered: whoever answered it in another window is told how. */
async function answered(tx: Tx, mine: Prisma.MatchWhereInput): Promise<DomainError> {
  const match = await tx.match.findFirst({ where: mine, select: { status: true } });
  if (!match) return new NotFoundError();
  if (match.status === "TALENT_DECLINED") return new ConflictError("invitationDeclined");
  const accepted = ["TALENT_ACCEPTED", "ENTERPRISE_DECLINED", "INTRODUCED"].includes(match.status);
  return new ConflictError(accepted ? "invitationAccepted" : "invitationOver");
}

/** Only the invited talent's own, and only once they were told. */
function mineOf(viewer: Viewer, matchId: string) {
  if (viewer.role !== "TALENT" || !viewer.talentId) throw new NotFoundError();
  return { id: matchId, talentId: viewer.talentId, invitedAt: { not: null } };
}

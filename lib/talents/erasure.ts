import type { Grant } from "#lib/accounts/tokens.ts";
import { audit } from "#lib/audit/record.ts";
import { closeSessionsOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { inForce } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, InvalidError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { forgetPhrases } from "#lib/taxonomy/phrase-rows.ts";
import { externalIdHash } from "./import.ts";
import { ownTalent } from "./policy.ts";
import { blankColumns, readSubject } from "./store.ts";
import { leaveTeams, teamMailKey } from "./team-commands.ts";

/**
 * Erases a person: identity, contact, CVs, disclosures, team and account are gone at once, files by a job each, and every consent
 * ends. What stays is an empty shell that matches can end on, the ledger's rows on it as proof of what was allowed, with ids and
 * nothing of the person (docs/decisions/011), a tombstone so that a restored backup erases them again, and ids in the audit trail.
 * @param confirm the profile's code, typed by the person
 */
export async function eraseTalent(viewer: Viewer, { confirm }: { confirm: string }): Promise<void> {
  // a team that named the person is written anew without them: only the workstation may do that, for what is the viewer's own
  await transaction(systemViewer(viewer.name), async (tx) => {
    const { id, code, version, accountId, kind } = await readSubject(tx, ownTalent(viewer));
    if (confirm.trim().toUpperCase() !== code)
      throw new InvalidError([{ path: "confirm", key: "confirmCode" }]);
    await audit(tx, viewer, { action: "talent.erased", record: ["talent", id], detail: { kind } });
    await leaveTeams(tx, viewer);
    await erase(tx, { id, code, version, accountId });
  });
}

/** Erases again what was erased before the backup was made that has been restored. Returns how many. */
export async function eraseRestored(viewer: Viewer): Promise<number> {
  return transaction(viewer, async (tx) => {
    const tombs = await tx.erasedTalent.findMany({ select: { talentId: true } });
    const back = await tx.talent.findMany({
      where: { id: { in: tombs.map(({ talentId }) => talentId) }, status: { not: "ERASED" } },
      select: { id: true, code: true, version: true, accountId: true },
    });
    for (const { id, code, version, accountId } of back) {
      await erase(tx, { id, code, version, accountId });
      await audit(tx, viewer, { action: "talent.erasedAgain", record: ["talent", id] });
    }
    return back.length;
  });
}

type Erased = { id: string; code: string; version: number; accountId: string | null };

/** Everything of one person, in the caller's transaction. */
export async function erase(tx: Tx, { id, code, version, accountId }: Erased) {
  // whoever gives something at this moment comes before, and it ends here, or after, and finds nobody: see holdOwn
  await tx.$queryRaw`SELECT 1 FROM "Talent" WHERE id = ${id}::uuid FOR UPDATE`;
  await endLedger(tx, id);
  await eraseRows(tx, id);
  await empty(tx, id, { version, code });
  // what was merged into this one is the same person
  const merged = await tx.talent.findMany({
    where: { mergedIntoId: id, status: { not: "ERASED" } },
    select: { id: true, code: true, version: true, accountId: true },
  });
  for (const one of merged) await erase(tx, one);
  if (accountId) await anonymiseAccount(tx, accountId);
  await enqueue(tx, "matches.endForTalent", { talentId: id, reason: "erased" });
  await enqueue(tx, "conversations.forget", { talentId: id });
  await enqueue(tx, "tasks.forget", { talentId: id });
  await enqueue(tx, "meetings.forget", { talentId: id });
}

async function empty(tx: Tx, id: string, { version, code }: { version: number; code: string }) {
  const row = await tx.talent.findUniqueOrThrow({ where: { id }, select: { externalId: true } });
  const { count } = await tx.talent.updateMany({
    where: { id, version, code },
    data: {
      ...blankColumns(),
      status: "ERASED",
      matchable: false,
      alerts: false,
      accountId: null,
      externalId: null,
      assigneeId: null,
      reviewNote: null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw new ConflictError();
  const hash = row.externalId ? externalIdHash(row.externalId) : null;
  await tx.erasedTalent.upsert({
    where: { talentId: id },
    create: { talentId: id, erasedAt: now(), externalIdHash: hash },
    update: {},
  });
}

/** Every consent ends; what an officer wrote of how one was given may name the person, and goes. */
async function endLedger(tx: Tx, talentId: string) {
  await tx.consent.updateMany({
    where: { talentId, ...inForce },
    data: { withdrawnAt: now(), endedBy: "ERASED" },
  });
  await tx.consent.updateMany({ where: { talentId }, data: { note: null } });
}

/** The rows that hold anything of the person. Its files are removed after the transaction, by jobs that retry. */
async function eraseRows(tx: Tx, talentId: string) {
  const documents = await tx.document.findMany({ where: { talentId }, select: { storageKey: true } });
  for (const { storageKey } of documents) await enqueue(tx, "files.remove", { storageKey });
  await tx.document.deleteMany({ where: { talentId } });
  await forgetMailed(tx, talentId);
  await tx.talentIdentity.deleteMany({ where: { talentId } });
  await tx.talentContact.deleteMany({ where: { talentId } });
  await tx.disclosure.deleteMany({ where: { talentId } });
  await tx.savedNeed.deleteMany({ where: { talentId } });
  await tx.teamMember.deleteMany({ where: { teamId: talentId } });
  await forgetPhrases(tx, "talent", talentId);
}

/**
 * What was mailed about the profile to an address without an account goes, and its links: to the addresses that were noted for the
 * person, and to whom a team invited. What somebody's account or another's team has at the same address is not of this profile.
 */
async function forgetMailed(tx: Tx, talentId: string) {
  const noted = await tx.talentContact.findMany({ where: { talentId }, select: { email: true } });
  const own = [...noted.flatMap(({ email }) => email ?? []), ...(await takeLinks(tx, { talentId }))];
  await tx.mailMessage.deleteMany({
    where: {
      recipient: { in: own },
      accountId: null,
      OR: [{ template: { startsWith: "talents." } }, { template: { startsWith: "matches." } }],
      NOT: { template: { startsWith: "talents.team" } },
    },
  });
  const members = await tx.teamMember.findMany({ where: { teamId: talentId }, select: { id: true } });
  for (const { id: memberId } of members) {
    const invited = await takeLinks(tx, { memberId });
    await tx.mailMessage.deleteMany({
      where: { recipient: { in: invited }, idempotencyKey: { startsWith: teamMailKey(memberId) } },
    });
  }
}

/** Ends the links that were mailed for a profile or a member, and returns to which addresses. */
async function takeLinks(tx: Tx, grant: Grant): Promise<string[]> {
  const where = { accountId: null, grant: { equals: grant } };
  const links = await tx.accountToken.findMany({ where, select: { email: true } });
  await tx.accountToken.deleteMany({ where });
  return links.map(({ email }) => email);
}

/** An account that nobody can sign in to and that names nobody; its id stays for the audit trail. */
async function anonymiseAccount(tx: Tx, accountId: string) {
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  await closeSessionsOf(tx, accountId);
  await tx.credential.deleteMany({ where: { accountId } });
  await tx.accountToken.deleteMany({ where: { OR: [{ accountId }, { email }] } });
  await tx.savedView.deleteMany({ where: { accountId } });
  await tx.mailMessage.deleteMany({ where: { recipient: email } });
  await tx.notification.deleteMany({ where: { accountId } });
  await tx.notificationPreference.deleteMany({ where: { accountId } });
  await tx.teamMember.updateMany({ where: { accountId }, data: { accountId: null } });
  await tx.account.update({
    where: { id: accountId },
    data: {
      email: `${accountId}@erased.invalid`,
      displayName: "—",
      emailVerifiedAt: null,
      disabledAt: now(),
      updatedAt: now(),
    },
  });
}

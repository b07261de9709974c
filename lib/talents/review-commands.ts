import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import type { Office } from "#prisma/generated/enums.ts";
import { consentsToMatching } from "./edit.ts";
import { decidableBy } from "./policy.ts";
import { type Moved, mailTalent, move, refreshMatches } from "./store.ts";

/** The office that holds a profile decides on it; every decision names its officer, and each is a conditional write. */
const within = (viewer: Viewer, id: string) => ({ AND: [decidableBy(viewer), { id }] });

/** An officer opens a submitted profile: it is theirs until they hand it on. */
export async function startTalentReview(viewer: Viewer, talentId: string): Promise<void> {
  await transaction(viewer, (tx) =>
    move(tx, viewer, "startReview", within(viewer, talentId), { data: { assigneeId: viewer.accountId } }),
  );
}

type Verification = { note?: string; version?: number | null };

/**
 * The facts were checked. The profile enters matching at once if its owner wants that and consents to it.
 * @throws ConflictError when it was decided or, with `version`, changed since it was looked at
 */
export async function verifyTalent(
  viewer: Viewer,
  talentId: string,
  { note, version }: Verification = {},
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const moved = await move(tx, viewer, "verify", within(viewer, talentId), {
      version,
      reason: note || undefined,
      data: {
        verifiedAt: now(),
        editedSinceVerification: false,
        reviewNote: note || null,
        assigneeId: viewer.accountId,
      },
    });
    await listIfWanted(tx, viewer, moved);
    await tell(tx, moved, "verified");
  });
}

/** Enters matching, where the owner wants that and consents. */
async function listIfWanted(tx: Tx, viewer: Viewer, { id, matchable }: Moved) {
  if (!matchable || !(await consentsToMatching(tx, id))) return;
  await move(tx, viewer, "list", { id });
  await refreshMatches(tx, { id });
}

/** Facts that were changed after verification were looked at again. */
export async function confirmTalentEdits(
  viewer: Viewer,
  talentId: string,
  version?: number | null,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { count } = await tx.talent.updateMany({
      where: {
        AND: [within(viewer, talentId), { editedSinceVerification: true }, version ? { version } : {}],
      },
      data: { editedSinceVerification: false, verifiedAt: now() },
    });
    if (count !== 1) await refuse(tx, viewer, talentId);
    await audit(tx, viewer, { action: "talent.editsConfirmed", record: ["talent", talentId] });
  });
}

export async function requestTalentChanges(
  viewer: Viewer,
  talentId: string,
  { reason }: { reason: string },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const data = { reviewNote: reason, assigneeId: viewer.accountId };
    const moved = await move(tx, viewer, "requestChanges", within(viewer, talentId), { reason, data });
    await tell(tx, moved, "changesRequested", { reason });
  });
}

export async function rejectTalent(
  viewer: Viewer,
  talentId: string,
  { reason }: { reason: string },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const data = { reviewNote: reason, assigneeId: viewer.accountId };
    const moved = await move(tx, viewer, "reject", within(viewer, talentId), { reason, data });
    await tell(tx, moved, "rejected", { reason });
  });
}

/** Tells the person, in their language. The version makes one mail of each decision. */
const tell = (tx: Tx, { id, version }: Moved, name: string, params: Record<string, string> = {}) =>
  mailTalent(tx, id, {
    template: `talents.${name}`,
    params,
    path: "/talent",
    key: `talents.${name}:${id}:${version}`,
  });

/** Gives the profile to the other office, with a note for it. */
export async function handOverTalent(
  viewer: Viewer,
  talentId: string,
  { office, note }: { office: Office; note: string },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { count } = await tx.talent.updateMany({
      where: { AND: [within(viewer, talentId), { office: { not: office } }] },
      data: { office, assigneeId: null, officeSince: now(), version: { increment: 1 } },
    });
    if (count !== 1) await refuse(tx, viewer, talentId);
    await audit(tx, viewer, {
      action: "talent.handedOver",
      record: ["talent", talentId],
      reason: note,
      detail: { office },
    });
  });
}

/** An officer makes a profile their own; who had it is in the audit trail. */
export async function takeTalent(viewer: Viewer, talentId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const where = within(viewer, talentId);
    const before = await tx.talent.findFirst({ where, select: { assigneeId: true } });
    if (!before || !viewer.accountId) throw new NotFoundError();
    if (before.assigneeId === viewer.accountId) return;
    const { count } = await tx.talent.updateMany({
      where: { AND: [where, { assigneeId: before.assigneeId }] },
      data: { assigneeId: viewer.accountId },
    });
    if (count !== 1) throw new ConflictError();
    const detail = before.assigneeId ? { from: before.assigneeId } : {};
    await audit(tx, viewer, { action: "talent.taken", record: ["talent", talentId], detail });
  });
}

/** Why a conditional write found nothing: not within reach, or changed meanwhile. */
async function refuse(tx: Tx, viewer: Viewer, talentId: string): Promise<never> {
  if (await tx.talent.findFirst({ where: within(viewer, talentId), select: { id: true } }))
    throw new ConflictError();
  throw new NotFoundError();
}

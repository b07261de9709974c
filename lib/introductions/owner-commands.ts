import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Office } from "#prisma/generated/enums.ts";
import { changeKept } from "./case-commands.ts";
import { tellHandOver, tellHandOverAnswer, tellOwner } from "./case-notices.ts";
import type { Seen } from "./case-schema.ts";
import { NO_HAND_OVER, passMeetings } from "./move.ts";

/**
 * Gives a case to an officer of its office. Any officer of the office may, for themselves too: nobody who is away holds a case up.
 * @throws InvalidError notAnOfficerHere
 */
export async function assignCase(viewer: Viewer, input: Seen & { ownerId: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { ownerId } = input;
    const before = await stateOf(tx, input.introductionId);
    const changed = await changeKept(tx, viewer, input, { ownerId });
    await mustBeOfficer(tx, ownerId, changed.office);
    await passMeetings(tx, changed, before);
    await audit(tx, viewer, {
      action: "introduction.assigned",
      record: ["introduction", changed.id],
      detail: { ownerId },
    });
    await tellOwner(tx, viewer, changed, ownerId);
  });
}

async function mustBeOfficer(tx: Tx, id: string, office: Office) {
  const found = await tx.account.count({
    where: { id, disabledAt: null, OR: [{ role: "OFFICER", office }, { role: "ADMIN" }] },
  });
  if (!found) throw new InvalidError([{ path: "ownerId", key: "notAnOfficerHere" }]);
}

/** Asks the other office to take the case over. Until it does, the case stays where it is. */
export async function offerHandOver(viewer: Viewer, input: Seen & { note: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { office } = await stateOf(tx, input.introductionId);
    const to = otherOffice(office);
    const changed = await changeKept(tx, viewer, input, {
      handOverTo: to,
      handOverById: viewer.accountId,
      handOverNote: input.note,
      handOverAt: now(),
    });
    await audit(tx, viewer, {
      action: "introduction.handOverOffered",
      record: ["introduction", changed.id],
      reason: input.note,
      detail: { office: to },
    });
    await tellHandOver(tx, viewer, changed, to);
  });
}

/** Held until the transaction ends: of two who answer a handover at once, the second sees that it is answered. */
async function stateOf(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Introduction" WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.introduction.findUnique({
    where: { id },
    select: { office: true, ownerId: true, handOverTo: true, handOverById: true },
  });
  if (!found) throw new NotFoundError();
  return found;
}

/** Cases that the viewer's office has been asked to take over; an administrator answers for either. */
const offeredTo = (viewer: Viewer): Prisma.IntroductionWhereInput =>
  viewer.role === "ADMIN"
    ? { handOverTo: { not: null } }
    : viewer.office
      ? { handOverTo: viewer.office }
      : { id: { in: [] } };

/** The other office takes the case: it is the owner from now on, with this officer or the one they name. */
export async function acceptHandOver(
  viewer: Viewer,
  input: Seen & { ownerId: string | null },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const before = await stateOf(tx, input.introductionId);
    const { handOverTo, handOverById } = before;
    if (!handOverTo) throw new DomainError("handOverAnswered");
    const ownerId = input.ownerId ?? viewer.accountId;
    if (!ownerId) throw new NotFoundError();
    const changed = await changeKept(
      tx,
      viewer,
      input,
      { office: handOverTo, officeSince: now(), ownerId, ...NO_HAND_OVER },
      offeredTo(viewer),
    );
    await mustBeOfficer(tx, ownerId, changed.office);
    await passMeetings(tx, changed, before);
    await audit(tx, viewer, {
      action: "introduction.handedOver",
      record: ["introduction", changed.id],
      detail: { office: changed.office, ownerId },
    });
    await tellHandOverAnswer(tx, viewer, changed, handOverById, "acknowledged");
    await tellOwner(tx, viewer, changed, ownerId);
  });
}

/** The other office sends it back with a reason. */
export async function returnHandOver(viewer: Viewer, input: Seen & { reason: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { handOverTo, handOverById } = await stateOf(tx, input.introductionId);
    if (!handOverTo) throw new DomainError("handOverAnswered");
    const changed = await changeKept(tx, viewer, input, NO_HAND_OVER, offeredTo(viewer));
    await audit(tx, viewer, {
      action: "introduction.handOverReturned",
      record: ["introduction", changed.id],
      reason: input.reason,
    });
    await tellHandOverAnswer(tx, viewer, changed, handOverById, "returned");
  });
}

/** The office that asked takes its question back. */
export async function cancelHandOver(viewer: Viewer, input: Seen): Promise<void> {
  await transaction(viewer, async (tx) => {
    const changed = await changeKept(tx, viewer, input, NO_HAND_OVER);
    await audit(tx, viewer, {
      action: "introduction.handOverCancelled",
      record: ["introduction", changed.id],
    });
  });
}

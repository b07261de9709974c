import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { dayAt, dayOf } from "#lib/days.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { countLanded } from "#lib/needs/landed-commands.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import { type ActingCase, holdCase } from "./acting.ts";
import { storeCaseFile, type Upload } from "./files.ts";
import { advance, openFollowUps } from "./follow-up-commands.ts";
import { tellCase } from "./journey-notices.ts";
import type { LandingInput } from "./landing-schema.ts";
import { moveCase } from "./move.ts";

type Signing = { introductionId: string; recordedAt: string };

/**
 * One office says, with proof, that the person has arrived. It counts when the other office has countersigned. What was sent
 * back is recorded anew in its place.
 */
export async function recordLanding(
  viewer: Viewer,
  { introductionId, landedOn, proofKind, note, upload }: LandingInput & { upload: Upload },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { held, office, accountId } = await heldBySigner(tx, viewer, introductionId);
    checkDay(landedOn, held);
    const before = await tx.landing.findUnique({
      where: { introductionId },
      select: { returnedReason: true, countersignedAt: true },
    });
    // one that is countersigned belongs to an earlier round of the same two
    if (before && before.returnedReason === null && !before.countersignedAt)
      throw new ConflictError("landingRecorded");
    const data = {
      landedOn: new Date(landedOn),
      proofKind,
      proofId: await storeCaseFile(tx, viewer, { introductionId, audience: ["TALENT"], upload }),
      note,
      recordedById: accountId,
      recordedOffice: office,
      recordedAt: now(),
      countersignedById: null,
      countersignedAt: null,
      returnedReason: null,
    };
    await tx.landing.upsert({
      where: { introductionId },
      create: { introductionId, ...data },
      update: data,
      select: { introductionId: true },
    });
    await giveBall(tx, introductionId);
    await audit(tx, viewer, {
      action: "introduction.landingRecorded",
      record: ["introduction", introductionId],
      detail: { landedOn, proofKind },
    });
    await tellCase(tx, viewer, held, "landingRecorded", { sides: ["STAFF"], office: otherOffice(office) });
  });
}

/**
 * The other office confirms what it has read: the case has landed, the need counts the place, the follow-ups are laid out.
 * The same person cannot do both, nor a colleague of the same office.
 */
export async function countersignLanding(
  viewer: Viewer,
  { introductionId, recordedAt }: Signing,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { held, office, accountId } = await heldBySigner(tx, viewer, introductionId);
    const [signed] = await tx.landing.updateManyAndReturn({
      where: signable(introductionId, recordedAt, office, accountId),
      data: { countersignedById: accountId, countersignedAt: now() },
      select: { landedOn: true, recordedOffice: true },
    });
    if (!signed) throw await whyNot(tx, introductionId, office, accountId);
    const landedOn = dayOf(signed.landedOn);
    const landed = await moveCase(tx, viewer, "land", held);
    await tx.followUp.deleteMany({ where: { introductionId } });
    await openFollowUps(tx, introductionId, landedOn);
    await advance(tx, landed);
    await audit(tx, viewer, {
      action: "introduction.landingCountersigned",
      record: ["introduction", introductionId],
      detail: { landedOn, recordedOffice: signed.recordedOffice },
    });
    await tellCase(tx, viewer, held, "landed", { sides: ["TALENT", "ENTERPRISE", "STAFF"] });
    // last, because it holds the need that others may land with
    await countLanded(tx, viewer, held.needId, () => landedFor(tx, held.needId));
  });
}

/** The other office sends it back with a reason; whoever recorded it records it anew. */
export async function returnLanding(
  viewer: Viewer,
  { introductionId, recordedAt, reason }: Signing & { reason: string },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { held, office, accountId } = await heldBySigner(tx, viewer, introductionId);
    const [sentBack] = await tx.landing.updateManyAndReturn({
      where: signable(introductionId, recordedAt, office, accountId),
      data: { returnedReason: reason },
      select: { recordedOffice: true },
    });
    if (!sentBack) throw await whyNot(tx, introductionId, office, accountId);
    await giveBall(tx, introductionId);
    await audit(tx, viewer, {
      action: "introduction.landingReturned",
      record: ["introduction", introductionId],
      reason,
    });
    await tellCase(tx, viewer, held, "landingReturned", {
      sides: ["STAFF"],
      office: sentBack.recordedOffice,
    });
  });
}

/** Only officers of an office sign; the case has to stand between acceptance and landing. */
async function heldBySigner(tx: Tx, viewer: Viewer, introductionId: string) {
  if (!isStaff(viewer) || !viewer.accountId) throw new NotFoundError();
  if (!viewer.office) throw new DomainError("officeNeeded");
  const held = await holdCase(tx, viewer, introductionId);
  if (held.status === "LANDED" || held.status === "FOLLOW_UP") throw new ConflictError("alreadyDecided");
  if (held.status !== "ACCEPTED") throw new DomainError("caseNotInState");
  return { held, office: viewer.office, accountId: viewer.accountId };
}

const signable = (
  introductionId: string,
  recordedAt: string,
  office: "HONG_KONG" | "YANTAI",
  accountId: string,
) => ({
  introductionId,
  recordedAt: new Date(recordedAt),
  recordedOffice: { not: office },
  recordedById: { not: accountId },
  countersignedAt: null,
  returnedReason: null,
});

async function whyNot(tx: Tx, introductionId: string, office: string, accountId: string) {
  const landing = await tx.landing.findUnique({
    where: { introductionId },
    select: { recordedOffice: true, recordedById: true },
  });
  if (!landing) return new NotFoundError();
  if (landing.recordedOffice === office || landing.recordedById === accountId)
    return new DomainError("otherOfficeSigns");
  return new ConflictError();
}

const giveBall = (tx: Tx, introductionId: string) =>
  tx.introduction.update({
    where: { id: introductionId },
    data: { ball: "STAFF", version: { increment: 1 }, updatedAt: now() },
    select: { id: true },
  });

function checkDay(landedOn: string, { createdAt }: ActingCase) {
  if (landedOn > today()) throw new InvalidError([{ path: "landedOn", key: "landedInFuture" }]);
  if (landedOn < dayAt(createdAt)) throw new InvalidError([{ path: "landedOn", key: "landedBeforeBegin" }]);
}

/** How many people this need has brought to a landing, this one included. */
const landedFor = (tx: Tx, needId: string) =>
  tx.landing.count({ where: { countersignedAt: { not: null }, introduction: { needId } } });

import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { once } from "#lib/idempotency.ts";
import { type ActingCase, holdCase, movableBy } from "./acting.ts";
import { storeCaseFile, type Upload } from "./files.ts";
import { tellCase } from "./journey-notices.ts";
import { moveCase } from "./move.ts";
import { type OfferInput, seenOf } from "./offer-schema.ts";
import { canMove, normDue, sideOf } from "./policy.ts";

/** The letter or contract that shows the terms, if there is one. */
type Evidence = { upload?: Upload | null };

/**
 * Puts terms on the table, by the enterprise or by staff. Terms that stood before are superseded; those that were accepted are
 * opened again with a reason. Returns the new terms' number.
 * @throws ConflictError when other terms, or an answer, came since the form was opened
 */
export async function recordOffer(
  viewer: Viewer,
  { introductionId, seen, reason, upload, ...terms }: OfferInput & Evidence,
  key?: string,
): Promise<{ offerId: string; number: number }> {
  if (!isStaff(viewer) && viewer.role !== "ENTERPRISE") throw new NotFoundError();
  checkTerms(terms);
  return transaction(viewer, (tx) =>
    once(tx, `introductions.offer:${viewer.accountId}`, key, async () => {
      const held = await holdCase(tx, viewer, introductionId, movableBy);
      // staff also record what was agreed elsewhere
      if (!isStaff(viewer) && terms.startOn && terms.startOn < today())
        throw new InvalidError([{ path: "startOn", key: "startPast" }]);
      const newest = await newestOffer(tx, introductionId);
      if (seenOf(newest) !== seen) throw new ConflictError("offerMoved");
      if (held.status === "ACCEPTED" && !reason)
        throw new InvalidError([{ path: "reason", key: "required" }]);
      if (!["SENT", "ACKNOWLEDGED", "MEETING", "OFFER", "ACCEPTED"].includes(held.status))
        throw new DomainError("caseNotInState");
      await tx.offer.updateMany({
        where: { introductionId, status: { in: ["PROPOSED", "ACCEPTED"] } },
        data: { status: "SUPERSEDED" },
      });
      const number = (newest?.number ?? 0) + 1;
      const { id } = await tx.offer.create({
        data: {
          ...terms,
          startOn: terms.startOn ? new Date(terms.startOn) : null,
          evidenceId: upload
            ? await storeCaseFile(tx, viewer, { introductionId, audience: ["TALENT", "ENTERPRISE"], upload })
            : null,
          introductionId,
          number,
          side: sideOf(viewer),
          recordedById: viewer.accountId,
          recordedAt: now(),
        },
        select: { id: true },
      });
      await toOffer(tx, viewer, held, reason);
      await auditTerms(tx, viewer, held, "introduction.termsRecorded", { number, mode: terms.mode });
      await tellCase(tx, viewer, held, "termsRecorded", { sides: ["TALENT", "ENTERPRISE", "STAFF"], number });
      return { offerId: id, number };
    }),
  );
}

/** The case stands at "offer", however far it was. New terms on the table while it stands there are no new stage. */
async function toOffer(tx: Tx, viewer: Viewer, held: ActingCase, reason: string) {
  if (held.status === "OFFER") {
    await tx.introduction.update({
      where: { id: held.id },
      data: {
        ball: "TALENT",
        nextStep: "",
        dueOn: normDue("OFFER", today()),
        version: { increment: 1 },
        updatedAt: now(),
      },
      select: { id: true },
    });
    return;
  }
  if (held.status === "ACCEPTED") {
    await tx.landing.deleteMany({ where: { introductionId: held.id, countersignedAt: null } });
    await moveCase(tx, viewer, "reopenTalks", held, { reason });
  }
  await moveCase(tx, viewer, "makeOffer", { id: held.id }, { reason: reason || undefined });
}

/** The talent's yes; or staff's record of it, with a note that says how they know. */
export async function acceptOffer(
  viewer: Viewer,
  { introductionId, offerId, note = "" }: { introductionId: string; offerId: string; note?: string },
): Promise<void> {
  if (isStaff(viewer) && !note) throw new InvalidError([{ path: "note", key: "required" }]);
  await transaction(viewer, async (tx) => {
    const held = await heldWithOffer(tx, viewer, introductionId, "TALENT");
    const number = await decide(tx, viewer, held, offerId, { status: "ACCEPTED", reason: note || null });
    await moveCase(tx, viewer, "acceptOffer", held, { reason: note || undefined });
    await auditTerms(tx, viewer, held, "introduction.termsAccepted", { number }, note);
    await tellCase(tx, viewer, held, "termsAccepted", { sides: ["TALENT", "ENTERPRISE", "STAFF"], number });
  });
}

type EndedOffer = { introductionId: string; offerId: string; reason: string };

/** The talent's no with a reason; the case goes back to talking. */
export async function declineOffer(
  viewer: Viewer,
  { introductionId, offerId, reason }: EndedOffer,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const held = await heldWithOffer(tx, viewer, introductionId, "TALENT");
    const number = await decide(tx, viewer, held, offerId, { status: "DECLINED", reason });
    await moveCase(tx, viewer, "reopenTalks", held, { reason });
    await auditTerms(tx, viewer, held, "introduction.termsDeclined", { number }, reason);
    await tellCase(tx, viewer, held, "termsDeclined", { sides: ["TALENT", "ENTERPRISE", "STAFF"], number });
  });
}

/** Whoever put terms on the table takes them off it again, as long as nobody has answered. */
export async function takeBackOffer(
  viewer: Viewer,
  { introductionId, offerId, reason }: EndedOffer,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const held = await heldWithOffer(tx, viewer, introductionId, "ENTERPRISE");
    const number = await decide(tx, viewer, held, offerId, { status: "WITHDRAWN", reason });
    await moveCase(tx, viewer, "reopenTalks", held, { reason });
    await auditTerms(tx, viewer, held, "introduction.termsTakenBack", { number }, reason);
    await tellCase(tx, viewer, held, "termsTakenBack", { sides: ["TALENT", "ENTERPRISE", "STAFF"], number });
  });
}

/** A case with terms on the table, for this side or staff. */
async function heldWithOffer(
  tx: Tx,
  viewer: Viewer,
  introductionId: string,
  side: "TALENT" | "ENTERPRISE",
): Promise<ActingCase> {
  if (!isStaff(viewer) && viewer.role !== side) throw new NotFoundError();
  const held = await holdCase(tx, viewer, introductionId, movableBy);
  if (!canMove("acceptOffer", held.status)) throw new ConflictError("offerMoved");
  return held;
}

/** The conditional write: only terms that still stand can be answered or taken back. */
async function decide(
  tx: Tx,
  viewer: Viewer,
  held: ActingCase,
  offerId: string,
  { status, reason }: { status: "ACCEPTED" | "DECLINED" | "WITHDRAWN"; reason: string | null },
): Promise<number> {
  const [decided] = await tx.offer.updateManyAndReturn({
    where: { id: offerId, introductionId: held.id, status: "PROPOSED" },
    data: { status, reason, decidedById: viewer.accountId, decidedAt: now() },
    select: { number: true },
  });
  if (!decided) throw new ConflictError("offerMoved");
  return decided.number;
}

const newestOffer = (tx: Tx, introductionId: string) =>
  tx.offer.findFirst({
    where: { introductionId },
    orderBy: { number: "desc" },
    select: { number: true, status: true },
  });

function checkTerms(terms: Omit<OfferInput, "introductionId" | "seen" | "reason">) {
  const issues: { path: string; key: string }[] = [];
  const { payMin, payMax } = terms;
  if (payMin !== null && payMax !== null && payMax < payMin)
    issues.push({ path: "payMax", key: "payMaxBelowMin" });
  if (payMin !== null || payMax !== null) {
    if (!terms.payCurrency) issues.push({ path: "payCurrency", key: "missing.payCurrency" });
    if (!terms.payPeriod) issues.push({ path: "payPeriod", key: "missing.payPeriod" });
  }
  if (issues.length > 0) throw new InvalidError(issues);
}

/** Amounts stay out of the trail: it is read by more people than the terms. */
const auditTerms = (
  tx: Tx,
  viewer: Viewer,
  held: ActingCase,
  action: string,
  detail: Record<string, string | number>,
  reason?: string,
) => audit(tx, viewer, { action, record: ["introduction", held.id], detail, reason: reason || undefined });

/** When a case is back before terms, or begins anew, those of before and an unsigned landing stand no longer. */
export async function retireTerms(tx: Tx, introductionId: string): Promise<void> {
  await tx.offer.updateMany({
    where: { introductionId, status: { in: ["PROPOSED", "ACCEPTED"] } },
    data: { status: "SUPERSEDED" },
  });
  await tx.landing.deleteMany({ where: { introductionId, countersignedAt: null } });
}

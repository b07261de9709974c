import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now, today } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { blocks } from "./employers.ts";
import { explainPair, resultColumns } from "./engine.ts";
import { CLEARED, endConsentsOf, move } from "./move.ts";
import { matchableNeed, matchableTalent, waiting } from "./policy.ts";
import { needRecord, talentRecord } from "./records.ts";

type Entry = {
  needId: string;
  talentId: string;
  origin: "NOMINATED" | "INTEREST";
  by: "nominate" | "expressInterest";
  note: string | null;
  nominatedById: string | null;
};
type Entered = { matchId: string; entered: boolean };

/** The explanation of a pair that a person asks for; refused where the two cannot be brought together. */
async function explained(tx: Tx, viewer: Viewer, { needId, talentId }: Pick<Entry, "needId" | "talentId">) {
  const talent = await tx.talent.findUnique({
    where: { id: talentId },
    select: { status: true, code: true },
  });
  if (!talent || (isStaff(viewer) && talent.status === "DRAFT")) throw new NotFoundError();
  const row = await tx.talent.findFirst({
    where: { id: talentId, ...matchableTalent },
    select: talentRecord,
  });
  if (!row) throw new DomainError(isStaff(viewer) ? "talentNotListed" : "profileNotListed");
  const need = await tx.need.findFirst({
    where: { id: needId, ...matchableNeed(today()) },
    select: { ...needRecord, enterprise: { select: { id: true, name: true, nameEn: true } } },
  });
  if (!need) throw new DomainError("needNotOpen");
  // the same words as for a need that is gone: whom a confidential need belongs to is not told
  if (blocks(row.blockedEmployers, need.enterprise))
    throw new DomainError(isStaff(viewer) ? "employerBlocked" : "needNotOpen");
  return explainPair(need, row);
}

/**
 * Brings a pair into the review queue: new, or with a new origin where it waits already, or a new round where the last one
 * ended. `entered` is false where it is past the queue already.
 */
async function enter(tx: Tx, viewer: Viewer, entry: Entry): Promise<Entered> {
  const { needId, talentId, origin, note, nominatedById } = entry;
  const result = await explained(tx, viewer, entry);
  const computed = {
    ...resultColumns(result),
    explanation: result as unknown as Prisma.InputJsonObject,
    computedAt: now(),
    origin,
    note,
    nominatedById,
  };
  const [created] = await tx.match.createManyAndReturn({
    data: [{ needId, talentId, ...computed, createdAt: now(), updatedAt: now() }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) return { matchId: created.id, entered: true };
  const [held] = await tx.match.updateManyAndReturn({
    where: { needId, talentId, status: waiting, origin: { not: origin } },
    data: { ...computed, version: { increment: 1 }, updatedAt: now() },
    select: { id: true },
  });
  if (held) return { matchId: held.id, entered: true };
  const again = await move(
    tx,
    entry.by,
    // once introduced never again; and an interest that was answered with no is not asked a second time
    {
      needId,
      talentId,
      enterpriseDecidedAt: null,
      ...(origin === "INTEREST" ? { NOT: { status: "REJECTED", origin } } : {}),
    },
    { ...CLEARED, ...computed },
  );
  if (again) {
    await endConsentsOf(tx, viewer, again.id);
    return { matchId: again.id, entered: true };
  }
  const known = await tx.match.findUniqueOrThrow({
    where: { needId_talentId: { needId, talentId } },
    select: { id: true, origin: true, status: true },
  });
  if (origin === "INTEREST" && known.status === "REJECTED") throw new DomainError("interestAnswered");
  return { matchId: known.id, entered: false };
}

/** An officer brings a talent to a need by hand, with a reason; it waits in the queue like every other. */
export async function nominate(
  viewer: Viewer,
  needId: string,
  talentId: string,
  { reason }: { reason: string },
): Promise<{ matchId: string }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    const { matchId, entered } = await enter(tx, viewer, {
      needId,
      talentId,
      origin: "NOMINATED",
      by: "nominate",
      note: reason,
      nominatedById: viewer.accountId,
    });
    if (!entered) throw new ConflictError("matchAlreadyRuns");
    const detail = { needId, talentId };
    await audit(tx, viewer, { action: "match.nominated", record: ["match", matchId], reason, detail });
    return { matchId };
  });
}

/** The same by the code that people see, e.g. T-7QK3M. */
export async function nominateByCode(
  viewer: Viewer,
  needId: string,
  code: string,
  input: { reason: string },
) {
  if (!isStaff(viewer)) throw new NotFoundError();
  const talentId = await transaction(viewer, async (tx) => {
    const found = await tx.talent.findUnique({
      where: { code: code.trim().toUpperCase() },
      select: { id: true },
    });
    return found?.id;
  });
  if (!talentId) throw new DomainError("talentCodeUnknown");
  return nominate(viewer, needId, talentId, input);
}

/** A talent says that an open need interests them. Asking twice changes nothing. */
export async function expressInterest(viewer: Viewer, needId: string): Promise<{ matchId: string }> {
  const talentId = viewer.talentId;
  if (viewer.role !== "TALENT" || !talentId) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    const { matchId, entered } = await enter(tx, viewer, {
      needId,
      talentId,
      origin: "INTEREST",
      by: "expressInterest",
      note: null,
      nominatedById: null,
    });
    if (entered) {
      await tx.savedNeed.createMany({ data: [{ talentId, needId, createdAt: now() }], skipDuplicates: true });
      const detail = { needId, talentId };
      await audit(tx, viewer, { action: "match.interestExpressed", record: ["match", matchId], detail });
    }
    return { matchId };
  });
}

export async function saveNeed(viewer: Viewer, needId: string): Promise<void> {
  const talentId = viewer.talentId;
  if (viewer.role !== "TALENT" || !talentId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const need = await tx.need.findFirst({
      where: { id: needId, ...matchableNeed(today()) },
      select: { id: true },
    });
    if (!need) throw new DomainError("needNotOpen");
    await tx.savedNeed.createMany({ data: [{ talentId, needId, createdAt: now() }], skipDuplicates: true });
  });
}

export async function unsaveNeed(viewer: Viewer, needId: string): Promise<void> {
  const talentId = viewer.talentId;
  if (viewer.role !== "TALENT" || !talentId) throw new NotFoundError();
  await transaction(viewer, (tx) => tx.savedNeed.deleteMany({ where: { talentId, needId } }));
}

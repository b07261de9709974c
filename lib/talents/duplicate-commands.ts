import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { endConsents } from "#lib/consents/commands.ts";
import { inForce } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { monthIndex } from "#lib/matching/dates.ts";
import { nameKeys, phoneKey } from "./identity.ts";
import { decidableBy, visibleToStaff } from "./policy.ts";
import { displayNameOf, type ExperienceEntry, type Identity } from "./profile.ts";
import {
  blankColumns,
  readSubject,
  refreshMatches,
  refreshPhrases,
  type Subject,
  writeSubject,
} from "./store.ts";

export type Duplicate = {
  talentId: string;
  code: string;
  name: string;
  status: string;
  headline: string;
  /** why it is likely the same person, strongest first */
  because: ("email" | "phone" | "name")[];
  hasAccount: boolean;
};

const range = (entry: ExperienceEntry): [number, number] | null => {
  const from = monthIndex(entry.from);
  return from === null ? null : [from, monthIndex(entry.to) ?? Number.POSITIVE_INFINITY];
};

/** Whether two careers have a job at the same time in the same words, or one of them tells of none. */
export function careersOverlap(a: readonly ExperienceEntry[], b: readonly ExperienceEntry[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) =>
    b.some((other) => {
      const [x, y] = [range(one), range(other)];
      const sameTime = x !== null && y !== null && x[0] <= y[1] && y[0] <= x[1];
      return sameTime && (one.organisation === other.organisation || one.title === other.title);
    }),
  );
}

type Keys = { email: string | null; phone: string | null; names: string[] };

/** Whose names or contact have one of the keys: a statement a table, each by its index. */
async function idsWithKeys(tx: Tx, self: string, { email, phone, names }: Keys): Promise<string[]> {
  const [not, select, take] = [{ talentId: { not: self } }, { talentId: true }, 40] as const;
  const reached = [...(email ? [{ email }] : []), ...(phone ? [{ phoneKey: phone }] : [])];
  const byContact =
    reached.length > 0
      ? await tx.talentContact.findMany({ where: { OR: reached, ...not }, select, take })
      : [];
  const byName =
    names.length > 0
      ? await tx.talentIdentity.findMany({ where: { nameKeys: { hasSome: names }, ...not }, select, take })
      : [];
  return [...byContact, ...byName].map((row) => row.talentId);
}

/** Profiles that are likely the same person: the same e-mail or telephone, or the same name with an overlapping career. */
export async function findDuplicates(tx: Tx, viewer: Viewer, talentId: string): Promise<Duplicate[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const self = await readSubject(tx, { AND: [visibleToStaff(viewer), { id: talentId }] });
  const keys = {
    email: self.identity.email,
    phone: phoneKey(self.identity.phone),
    names: nameKeys(self.identity),
  };
  const found = await tx.talent.findMany({
    where: {
      AND: [visibleToStaff(viewer), { id: { in: await idsWithKeys(tx, talentId, keys) } }],
      mergedIntoId: null,
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      code: true,
      status: true,
      headline: true,
      experience: true,
      accountId: true,
      identity: { select: { nameZh: true, nameEn: true, nameKeys: true } },
      contact: { select: { email: true, phoneKey: true } },
    },
    take: 20,
  });
  return found.flatMap(({ identity, contact, ...talent }) => {
    const because: Duplicate["because"] = [];
    if (keys.email && contact?.email === keys.email) because.push("email");
    if (keys.phone && contact?.phoneKey === keys.phone) because.push("phone");
    const named = identity?.nameKeys.some((key) => keys.names.includes(key));
    if (named && careersOverlap(self.profile.experience, talent.experience as ExperienceEntry[]))
      because.push("name");
    const { id, code, status, headline, accountId } = talent;
    return because.length
      ? [
          {
            talentId: id,
            code,
            status,
            headline,
            because,
            name: identity ? displayNameOf(identity) : "",
            hasAccount: accountId !== null,
          },
        ]
      : [];
  });
}

/**
 * Two profiles of one person become one. The kept profile wins; what only the other has is taken over, with its CVs, consents and
 * account. The other's matches end, and the kept one is matched anew.
 * @throws DomainError twoAccounts when both belong to somebody who signs in
 */
export async function mergeTalents(
  viewer: Viewer,
  keepId: string,
  dropId: string,
  reason: string,
): Promise<void> {
  if (keepId === dropId) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const scope = (id: string) => ({ AND: [decidableBy(viewer), { id, mergedIntoId: null }] });
    // always in the same order, so that two merges of a pair do not wait for each other
    await tx.$queryRaw`SELECT id FROM "Talent" WHERE id IN (${keepId}::uuid, ${dropId}::uuid) ORDER BY id FOR UPDATE`;
    const [keep, drop] = [await readSubject(tx, scope(keepId)), await readSubject(tx, scope(dropId))];
    if (keep.accountId && drop.accountId) throw new DomainError("twoAccounts");
    const dropped = await tx.talent.updateMany({
      where: { id: dropId, version: drop.version },
      data: {
        // the kept one has it all
        ...blankColumns(),
        status: "ARCHIVED",
        accountId: null,
        mergedIntoId: keepId,
        assigneeId: null,
        version: { increment: 1 },
      },
    });
    if (dropped.count !== 1) throw new ConflictError();
    await writeSubject(tx, combine(keep, drop), drop.accountId ? { accountId: drop.accountId } : {});
    await moveRows(tx, viewer, keepId, dropId);
    await refreshPhrases(tx, { id: dropId, status: "ARCHIVED" });
    await audit(tx, viewer, {
      action: "talent.merged",
      record: ["talent", keepId],
      reason,
      detail: { dropped: dropId },
    });
    await audit(tx, viewer, {
      action: "talent.mergedAway",
      record: ["talent", dropId],
      reason,
      detail: { into: keepId },
    });
    await enqueue(tx, "matches.endForTalent", { talentId: dropId, reason: "merged" });
    await refreshMatches(tx, keep);
  });
}

/** The kept one, with what it lacks taken from the other. */
function combine(keep: Subject, drop: Subject): Subject {
  const fill = <T extends object>(kept: T, other: T): T =>
    Object.fromEntries(
      Object.entries(kept).map(([key, value]) => {
        const empty = value === null || value === "" || (Array.isArray(value) && value.length === 0);
        return [key, empty ? other[key as keyof T] : value];
      }),
    ) as T;
  const profile = fill(keep.profile, drop.profile);
  const blockedEmployers = [...new Set([...keep.profile.blockedEmployers, ...drop.profile.blockedEmployers])];
  return {
    ...keep,
    profile: { ...profile, blockedEmployers },
    identity: fill<Identity>(keep.identity, drop.identity),
  };
}

async function moveRows(tx: Tx, viewer: Viewer, keepId: string, dropId: string) {
  const [from, to] = [{ talentId: dropId }, { talentId: keepId }];
  await tx.document.updateMany({ where: from, data: to });
  await tx.disclosure.updateMany({ where: from, data: to });
  await moveConsents(tx, viewer, keepId, dropId);
  await tx.teamMember.updateMany({ where: { teamId: dropId }, data: { teamId: keepId } });
  const saved = await tx.savedNeed.findMany({ where: from, select: { needId: true, createdAt: true } });
  await tx.savedNeed.createMany({ data: saved.map((one) => ({ ...one, ...to })), skipDuplicates: true });
  await tx.savedNeed.deleteMany({ where: from });
  await tx.talentIdentity.deleteMany({ where: from });
  await tx.talentContact.deleteMany({ where: from });
}

/**
 * The ledger of the one is read by the other. Consents to single introductions end now, because their matches do; of two to be
 * matched the kept profile's own stands.
 */
async function moveConsents(tx: Tx, viewer: Viewer, keepId: string, dropId: string) {
  await endConsents(tx, viewer, { talentId: dropId, enterpriseId: { not: null } }, "ENDED");
  const matching = { purpose: "MATCHING", ...inForce } as const;
  if (await tx.consent.findFirst({ where: { talentId: keepId, ...matching }, select: { id: true } }))
    await endConsents(tx, viewer, { talentId: dropId, ...matching }, "REPLACED");
  await tx.consent.updateMany({ where: { talentId: dropId }, data: { talentId: keepId } });
}

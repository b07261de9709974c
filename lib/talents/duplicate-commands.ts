import { audit } from "#lib/audit/record.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, NotFoundError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { monthIndex } from "#lib/matching/dates.ts";
import { nameKeys, phoneKey } from "./identity.ts";
import { decidableBy, visibleToStaff } from "./policy.ts";
import { displayNameOf, type ExperienceEntry, type Identity } from "./profile.ts";
import { readSubject, refreshMatches, type Subject, writeSubject } from "./store.ts";

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

/** Profiles that are likely the same person: the same e-mail or telephone, or the same name with an overlapping career. */
export async function findDuplicates(viewer: Viewer, talentId: string): Promise<Duplicate[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    const self = await readSubject(tx, { AND: [visibleToStaff(viewer), { id: talentId }] });
    const keys = {
      email: self.identity.email,
      phone: phoneKey(self.identity.phone),
      names: nameKeys(self.identity),
    };
    const same = [
      ...(keys.email ? [{ email: keys.email }] : []),
      ...(keys.phone ? [{ phoneKey: keys.phone }] : []),
      ...(keys.names.length ? [{ nameKeys: { hasSome: keys.names } }] : []),
    ];
    if (same.length === 0) return [];
    const found = await tx.talentIdentity.findMany({
      where: {
        OR: same,
        talentId: { not: talentId },
        talent: { mergedIntoId: null, ...visibleToStaff(viewer) },
      },
      select: {
        email: true,
        phoneKey: true,
        nameKeys: true,
        nameZh: true,
        nameEn: true,
        talent: {
          select: { id: true, code: true, status: true, headline: true, experience: true, accountId: true },
        },
      },
      take: 20,
    });
    return found.flatMap(({ talent, ...identity }) => {
      const because: Duplicate["because"] = [];
      if (keys.email && identity.email === keys.email) because.push("email");
      if (keys.phone && identity.phoneKey === keys.phone) because.push("phone");
      const named = identity.nameKeys.some((key) => keys.names.includes(key));
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
              name: displayNameOf(identity),
              hasAccount: accountId !== null,
            },
          ]
        : [];
    });
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
        status: "ARCHIVED",
        accountId: null,
        mergedIntoId: keepId,
        assigneeId: null,
        version: { increment: 1 },
      },
    });
    if (dropped.count !== 1) throw new ConflictError();
    await writeSubject(tx, combine(keep, drop), drop.accountId ? { accountId: drop.accountId } : {});
    await moveRows(tx, keepId, dropId);
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

async function moveRows(tx: Tx, keepId: string, dropId: string) {
  const [from, to] = [{ talentId: dropId }, { talentId: keepId }];
  await tx.document.updateMany({ where: from, data: to });
  await tx.disclosure.updateMany({ where: from, data: to });
  // consents to single introductions belong to matches that end
  await tx.consent.updateMany({ where: { ...from, purpose: "MATCHING" }, data: to });
  await tx.teamMember.updateMany({ where: { teamId: dropId }, data: { teamId: keepId } });
  const saved = await tx.savedNeed.findMany({ where: from, select: { needId: true, createdAt: true } });
  await tx.savedNeed.createMany({ data: saved.map((one) => ({ ...one, ...to })), skipDuplicates: true });
  await tx.savedNeed.deleteMany({ where: from });
  await tx.talentIdentity.deleteMany({ where: from });
}

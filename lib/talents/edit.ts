import { isDeepStrictEqual } from "node:util";
import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { inForce } from "#lib/consents/policy.ts";
import type { Tx } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { completeness, missing } from "./completeness.ts";
import { canMove, isEditable, ownTalent, wasVerified } from "./policy.ts";
import type { Identity, Profile } from "./profile.ts";
import type { SectionInput } from "./schema.ts";
import { move, readSubject, refreshMatches, type Subject, writeSubject } from "./store.ts";

export type Patch = { profile: Partial<Profile>; identity: Partial<Identity> };

const IDENTITY_FIELDS = new Set(["nameZh", "nameEn", "email", "phone", "wechat", "whatsapp"]);

/** Divides what a step sends into profile and identity. */
export function patchOf({ section: _, version: __, ...fields }: SectionInput): Patch {
  const parts = Object.groupBy(Object.entries(fields), ([name]) =>
    IDENTITY_FIELDS.has(name) ? "identity" : "profile",
  );
  return {
    profile: Object.fromEntries(parts.profile ?? []),
    identity: Object.fromEntries(parts.identity ?? []),
  };
}

// what the office checks against evidence; intentions, pay, availability and visibility are the person's own to change
const VERIFIED_FACTS = [
  "headline",
  "summary",
  "experience",
  "education",
  "qualifications",
  "skills",
  "languages",
  "outputs",
  "base",
  "pathway",
] as const satisfies (keyof Profile)[];

/** Names of the parts in which two profiles differ. */
function changedParts(before: Subject, after: Subject): string[] {
  const differs = <T extends object>(a: T, b: T) =>
    (Object.keys(a) as (keyof T)[]).filter((key) => !isDeepStrictEqual(a[key], b[key]));
  return [...differs(before.profile, after.profile), ...differs(before.identity, after.identity)] as string[];
}

const itemsOf = (subject: Subject) => completeness({ ...subject, members: subject.members.length });
/** What a complete profile lacks, as issues of a form. */
export const issuesOf = (subject: Subject) =>
  missing(itemsOf(subject)).map(({ id, path }) => ({ path, key: `missing.${id}` }));

/** A profile that was verified stays complete, however it is edited. */
function keepComplete(before: Subject, after: Subject) {
  if (!wasVerified(before.status)) return;
  const already = new Set(issuesOf(before).map(({ key }) => key));
  const issues = issuesOf(after).filter(({ key }) => !already.has(key));
  if (issues.length) throw new InvalidError(issues);
}

/**
 * Changes a profile by its owner: writes it, notes what changed, and has it matched anew where it is listed.
 * Used by the steps and by a CV's accepted proposals. Returns the new version.
 */
export async function editProfile(
  tx: Tx,
  viewer: Viewer,
  edit: { part: string; version?: number; change: (subject: Subject) => Patch },
): Promise<{ version: number; changed: string[] }> {
  const before = await readSubject(tx, ownTalent(viewer));
  if (!isEditable(before.status)) throw new DomainError("profileNotEditable");
  const patch = edit.change(before);
  const after = {
    ...before,
    profile: { ...before.profile, ...patch.profile },
    identity: { ...before.identity, ...patch.identity },
  };
  const changed = changedParts(before, after);
  // first, so that a request sent again after its answer was lost is answered the same
  if (changed.length === 0) return { version: before.version, changed };
  if (edit.version !== undefined && edit.version !== before.version)
    throw new ConflictError("profileConflict");
  keepComplete(before, after);
  const material = wasVerified(before.status) && VERIFIED_FACTS.some((fact) => changed.includes(fact));
  await writeSubject(tx, after, { updatedAt: now(), ...(material ? { editedSinceVerification: true } : {}) });
  await audit(tx, viewer, {
    action: "talent.edited",
    record: ["talent", before.id],
    detail: { part: edit.part, changed, ...(material ? { afterVerification: true } : {}) },
  });
  const version = before.version + 1;
  if (changed.includes("matchable"))
    return { version: await followVisibility(tx, viewer, before.id, version), changed };
  if (before.status === "LISTED") await refreshMatches(tx, before);
  if (changed.includes("blockedEmployers")) await endMatches(tx, before.id, "blocked");
  return { version, changed };
}

/** Has the matches ended that may no longer run; which they are the job reads from the state itself. */
export const endMatches = (tx: Tx, talentId: string, reason: string) =>
  enqueue(tx, "matches.endForTalent", { talentId, reason });

/** A verified profile is listed exactly while its owner wants to be matched. */
async function followVisibility(tx: Tx, viewer: Viewer, talentId: string, version: number): Promise<number> {
  const row = await tx.talent.findUniqueOrThrow({
    where: { id: talentId },
    select: { id: true, status: true, matchable: true },
  });
  const verb = row.matchable ? "list" : "unlist";
  if (!canMove(verb, row.status)) return version;
  if (verb === "list" && !(await consentsToMatching(tx, talentId))) return version;
  const moved = await move(tx, viewer, verb, { id: talentId });
  if (verb === "list") await refreshMatches(tx, row);
  else await endMatches(tx, talentId, "unlisted");
  return moved.version;
}

export async function consentsToMatching(tx: Tx, talentId: string): Promise<boolean> {
  return Boolean(
    await tx.consent.findFirst({
      where: { talentId, purpose: "MATCHING", ...inForce },
      select: { id: true },
    }),
  );
}

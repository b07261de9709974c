import { isDeepStrictEqual } from "node:util";
import { createAccount } from "#lib/accounts/commands.ts";
import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { grantConsent, withdrawConsents } from "#lib/consents/commands.ts";
import { inForce } from "#lib/consents/policy.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { newTalentCode } from "./code.ts";
import { completeness, missing } from "./completeness.ts";
import { identityColumns } from "./identity.ts";
import { canMove, isEditable, ownTalent, wasVerified } from "./policy.ts";
import { EMPTY_IDENTITY, EMPTY_PROFILE, type Identity, type Profile } from "./profile.ts";
import type { RegisterTalentInput, SectionInput } from "./schema.ts";
import {
  type Moved,
  move,
  profileColumns,
  readSubject,
  refreshMatches,
  type Subject,
  writeSubject,
} from "./store.ts";

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** A name typed in one field, put into the one of its script. */
export const nameFields = (name: string) => (hasHan(name) ? { nameZh: name } : { nameEn: name });

type NewTalent = {
  kind: "INDIVIDUAL" | "TEAM";
  locale: AppLocale;
  accountId?: string;
  identity: Identity;
  profile?: Profile;
  demo?: boolean;
};

/** A new row with its identity, in the caller's transaction. `more` sets what differs from a draft. */
export async function createTalent(
  tx: Tx,
  talent: NewTalent,
  more: Partial<Parameters<Tx["talent"]["create"]>[0]["data"]> = {},
): Promise<string> {
  const { kind, locale, accountId, identity, profile = EMPTY_PROFILE, demo = false } = talent;
  const code = await newTalentCode(tx);
  const { id } = await tx.talent.create({
    data: {
      ...profileColumns({ code, profile, identity, members: [] }),
      code,
      kind,
      demo,
      locale: toDbLocale(locale),
      accountId: accountId ?? null,
      officeSince: now(),
      createdAt: now(),
      updatedAt: now(),
      ...(more as object),
    },
    select: { id: true },
  });
  await tx.talentIdentity.createMany({ data: [{ talentId: id, ...identityColumns(identity) }] });
  return id;
}

/**
 * Makes an account with an empty profile and records the consent that the person ticked.
 * @throws InvalidError email (taken), password
 */
export async function registerTalent(
  input: RegisterTalentInput & { locale: AppLocale; demo?: boolean },
  key?: string,
): Promise<{ accountId: string; talentId: string }> {
  return transaction(systemViewer("registration"), (tx) =>
    once(tx, `registerTalent:${input.email}`, key, async () => {
      const { email, password, displayName, locale, demo } = input;
      const accountId = await createAccount(tx, {
        email,
        password,
        displayName,
        locale,
        role: "TALENT",
        demo,
      });
      const talentId = await createTalent(tx, {
        accountId,
        locale,
        demo,
        kind: input.kind === "team" ? "TEAM" : "INDIVIDUAL",
        identity: { ...EMPTY_IDENTITY, ...nameFields(displayName), email },
      });
      const person: Viewer = { ...systemViewer(displayName), accountId, talentId, role: "TALENT" };
      await audit(tx, person, {
        action: "talent.registered",
        record: ["talent", talentId],
        detail: { kind: input.kind },
      });
      await grantConsent(tx, person, { talentId, purpose: "MATCHING", locale: toDbLocale(locale) });
      return { accountId, talentId };
    }),
  );
}

type Patch = { profile: Partial<Profile>; identity: Partial<Identity> };

const IDENTITY_FIELDS = new Set(["nameZh", "nameEn", "email", "phone", "wechat", "whatsapp"]);

/** Divides what a step sends into profile and identity. */
function patchOf({ section: _, version: __, ...fields }: SectionInput): Patch {
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
const issuesOf = (subject: Subject) =>
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
const endMatches = (tx: Tx, talentId: string, reason: string) =>
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

/** Saves one step. @throws ConflictError when the profile was changed since it was read */
export async function saveProfileSection(viewer: Viewer, input: SectionInput): Promise<{ version: number }> {
  const { version } = await transaction(viewer, (tx) =>
    editProfile(tx, viewer, { part: input.section, version: input.version, change: () => patchOf(input) }),
  );
  return { version };
}

export async function setAlerts(viewer: Viewer, alerts: boolean): Promise<void> {
  await transaction(viewer, (tx) =>
    editProfile(tx, viewer, { part: "alerts", change: () => ({ profile: { alerts }, identity: {} }) }),
  );
}

export async function consentsToMatching(tx: Tx, talentId: string): Promise<boolean> {
  return Boolean(
    await tx.consent.findFirst({
      where: { talentId, purpose: "MATCHING", ...inForce },
      select: { id: true },
    }),
  );
}

/** Hands the profile to the office. @throws InvalidError naming what is missing, DomainError consentMissing */
export async function submitProfile(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const subject = await readSubject(tx, ownTalent(viewer));
    const issues = issuesOf(subject);
    if (issues.length) throw new InvalidError(issues);
    if (!(await consentsToMatching(tx, subject.id))) throw new DomainError("consentMissing");
    await move(tx, viewer, "submit", ownTalent(viewer), {
      version: subject.version,
      data: { submittedAt: now(), officeSince: now(), reviewNote: null, updatedAt: now() },
    });
  });
}

/** Out of matching for a while; nothing is lost. */
export async function pauseProfile(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id } = await move(tx, viewer, "pause", ownTalent(viewer));
    await endMatches(tx, id, "paused");
  });
}

/** Back into matching, or from the archive to a draft. @throws DomainError consentMissing */
export async function resumeProfile(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id, status } = await readSubject(tx, ownTalent(viewer));
    if (status === "ARCHIVED") {
      await move(tx, viewer, "reopen", ownTalent(viewer));
      return;
    }
    if (!(await consentsToMatching(tx, id))) throw new DomainError("consentMissing");
    const moved = await move(tx, viewer, "resume", ownTalent(viewer), { data: { updatedAt: now() } });
    if (!moved.matchable) await move(tx, viewer, "unlist", ownTalent(viewer));
    await refreshMatches(tx, moved);
  });
}

/** Ends every match; the profile is kept for its owner only. */
export async function archiveProfile(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id } = await move(tx, viewer, "archive", ownTalent(viewer));
    await endMatches(tx, id, "archived");
  });
}

/** Takes one consent back; what rests on it ends, and reads are shut at once because they ask for the consent itself. */
export async function withdrawConsent(viewer: Viewer, consentId: string): Promise<void> {
  await transaction(viewer, async (tx) => {
    const [ended] = await withdrawConsents(tx, viewer, {
      id: consentId,
      purpose: { not: "TEAM" },
      talent: ownTalent(viewer),
    });
    if (!ended) throw new NotFoundError();
    const { talentId, purpose } = ended;
    if (purpose === "MATCHING") {
      // a merged profile can hold two
      await withdrawConsents(tx, viewer, { talentId, purpose });
      await leaveMatching(tx, viewer, talentId);
    }
    // without the anonymous CV a match goes on with the anonymous profile
    if (purpose === "ANONYMOUS_CV") return;
    await endMatches(tx, talentId, "consentWithdrawn");
  });
}

async function leaveMatching(tx: Tx, viewer: Viewer, talentId: string): Promise<Moved | undefined> {
  const { status } = await readSubject(tx, { id: talentId });
  const verb = (["suspend", "takeBack"] as const).find((one) => canMove(one, status));
  return verb && move(tx, viewer, verb, { id: talentId });
}

/** Consent to be kept and matched, given anew after it was withdrawn. */
export async function grantMatchingConsent(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { id } = await readSubject(tx, ownTalent(viewer));
    await grantConsent(tx, viewer, { talentId: id, purpose: "MATCHING", locale: viewer.locale });
  });
}

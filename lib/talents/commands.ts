import { createAccount } from "#lib/accounts/commands.ts";
import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { grantOnly } from "#lib/consents/commands.ts";
import { transaction } from "#lib/db.ts";
import { DomainError, InvalidError } from "#lib/errors.ts";
import { type AppLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { createTalent, nameFields } from "./create.ts";
import { consentsToMatching, editProfile, endMatches, issuesOf, patchOf } from "./edit.ts";
import { ownTalent } from "./policy.ts";
import { EMPTY_IDENTITY } from "./profile.ts";
import type { RegisterTalentInput, SectionInput } from "./schema.ts";
import { move, readSubject, refreshMatches } from "./store.ts";

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
      await grantOnly(tx, person, { talentId, purpose: "MATCHING", locale: toDbLocale(locale) });
      return { accountId, talentId };
    }),
  );
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

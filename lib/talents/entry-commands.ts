import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { createAccount } from "#lib/accounts/commands.ts";
import { issueToken, peekToken, redeemToken } from "#lib/accounts/tokens.ts";
import { audit } from "#lib/audit/record.ts";
import { isStaff, systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { grantConsent } from "#lib/consents/commands.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { createTalent } from "./commands.ts";
import { completeness, missing } from "./completeness.ts";
import { EMPTY_PROFILE, type Identity, type Profile } from "./profile.ts";
import type { ClaimInput, TalentRecord, WalkInInput } from "./schema.ts";
import { readSubject, refreshMatches, type Subject, writeSubject } from "./store.ts";

const CLAIM_HOURS = 30 * 24;

type Split = { profile: Profile; identity: Identity };

/** What staff typed for a walk-in, as profile and identity. */
function splitWalkIn(input: WalkInInput): Split {
  const { nameZh, nameEn, email, phone, wechat, whatsapp, kind, locale, consentChannel, consentNote, ...profile } = input;
  return { profile: { ...EMPTY_PROFILE, ...profile }, identity: { nameZh, nameEn, email, phone, wechat, whatsapp } };
}

/**
 * Staff enter a profile for somebody who gave consent in person, by phone or in writing; a link by mail lets them claim it.
 * @throws InvalidError naming what a complete profile still lacks
 */
export async function enterWalkIn(viewer: Viewer, input: WalkInInput, key?: string): Promise<{ talentId: string }> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const { profile, identity } = splitWalkIn(input);
  const kind = input.kind === "team" ? "TEAM" : "INDIVIDUAL";
  // a team's members are invited by its lead, once they claimed it
  const lacking = missing(completeness({ kind, profile, identity, members: 1 }));
  if (lacking.length) throw new InvalidError(lacking.map(({ id, path }) => ({ path, key: `missing.${id}` })));
  return transaction(viewer, (tx) =>
    once(tx, `enterWalkIn:${viewer.accountId}`, key, async () => {
      const talentId = await createTalent(
        tx,
        { kind, locale: input.locale, identity, profile },
        { status: "SUBMITTED", submittedAt: now(), ...(viewer.office ? { office: viewer.office } : {}) },
      );
      const detail = { channel: input.consentChannel };
      await audit(tx, viewer, { action: "talent.enteredByStaff", record: ["talent", talentId], detail });
      await grantConsent(tx, viewer, {
        talentId,
        purpose: "MATCHING",
        locale: toDbLocale(input.locale),
        channel: input.consentChannel,
        note: input.consentNote,
      });
      if (identity.email) await mailClaimLink(tx, talentId, identity.email, input.locale);
      return { talentId };
    }),
  );
}

async function mailClaimLink(tx: Tx, talentId: string, email: string, locale: AppLocale) {
  const token = await issueToken(tx, { purpose: "PROFILE_CLAIM", email, grant: { talentId }, hours: CLAIM_HOURS });
  await sendMail(tx, {
    to: email,
    locale,
    template: "talents.claim",
    path: `/claim?token=${token}`,
    key: `claim:${token.slice(0, 12)}`,
  });
}

/** Sends the link to claim a profile again, to the address noted in it. */
export async function sendClaimLink(viewer: Viewer, talentId: string): Promise<void> {
  if (!isStaff(viewer)) throw new NotFoundError();
  await transaction(viewer, async (tx) => {
    const row = await tx.talent.findFirst({
      where: { id: talentId, accountId: null, status: { not: "ERASED" } },
      select: { locale: true, identity: { select: { email: true } } },
    });
    if (!row) throw new NotFoundError();
    if (!row.identity?.email) throw new DomainError("noEmailToClaim");
    await mailClaimLink(tx, talentId, row.identity.email, fromDbLocale(row.locale));
    await audit(tx, viewer, { action: "talent.claimLinkSent", record: ["talent", talentId] });
  });
}

/** Whose profile a claim link opens; null when the link is used up or expired. */
export async function readClaim(token: string): Promise<{ email: string; name: string } | null> {
  return transaction(systemViewer("claim link"), async (tx) => {
    const link = await peekToken(tx, token, ["PROFILE_CLAIM"]);
    if (!link?.grant.talentId) return null;
    const row = await tx.talent.findFirst({
      where: { id: link.grant.talentId, accountId: null, status: { not: "ERASED" } },
      select: { identity: { select: { nameZh: true, nameEn: true } } },
    });
    return row && { email: link.email, name: row.identity?.nameZh ?? row.identity?.nameEn ?? "" };
  });
}

/** The person takes over the profile that was entered for them. @throws DomainError linkExpired, InvalidError email (taken) */
export async function claimProfile(input: ClaimInput & { locale: AppLocale }): Promise<{ accountId: string; talentId: string }> {
  const { token, displayName, password, locale } = input;
  return transaction(systemViewer("claim link"), async (tx) => {
    const { email, grant } = await redeemToken(tx, token, "PROFILE_CLAIM");
    if (await tx.account.findUnique({ where: { email }, select: { id: true } })) throw new DomainError("claimEmailTaken");
    const accountId = await createAccount(tx, { email, password, displayName, locale, role: "TALENT", verified: true });
    const { count } = await tx.talent.updateMany({
      where: { id: grant.talentId ?? "", accountId: null, status: { not: "ERASED" } },
      data: { accountId, version: { increment: 1 }, updatedAt: now() },
    });
    if (count !== 1 || !grant.talentId) throw new DomainError("linkExpired");
    const person: Viewer = { ...systemViewer(displayName), accountId, talentId: grant.talentId, role: "TALENT" };
    await audit(tx, person, { action: "talent.claimed", record: ["talent", grant.talentId] });
    await grantConsent(tx, person, { talentId: grant.talentId, purpose: "MATCHING", locale: toDbLocale(locale) });
    return { accountId, talentId: grant.talentId };
  });
}

/** A record of the exchange format, as profile and identity. */
function splitRecord(record: TalentRecord): Split {
  const { id, kind, locale, updatedAt, expectedPay: pay, nameZh, nameEn, email, phone, wechat, whatsapp, ...profile } = record;
  return {
    profile: {
      ...EMPTY_PROFILE,
      ...profile,
      payMin: pay?.min ?? null,
      payMax: pay?.max ?? null,
      payCurrency: pay?.currency ?? null,
      payPeriod: pay?.period ?? null,
    },
    identity: { nameZh, nameEn, email, phone, wechat, whatsapp },
  };
}

export const externalIdHash = (externalId: string) => createHash("sha256").update(`talent:${externalId}`).digest("hex");

/**
 * Takes one record of another database in, as a profile that its person can claim. Sent again it changes nothing; sent changed
 * it updates, until the person has claimed it: from then on it is theirs. What was erased does not come back.
 */
export async function importTalent(
  viewer: Viewer,
  record: TalentRecord,
  { state }: { state: "submitted" | "listed" },
): Promise<"created" | "updated" | "unchanged"> {
  if (!isStaff(viewer)) throw new NotFoundError();
  return transaction(viewer, async (tx) => {
    // two imports of the same file at once take turns at each record
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`talent:${record.id}`}, 0))`;
    if (await tx.erasedTalent.findUnique({ where: { externalIdHash: externalIdHash(record.id) } })) return "unchanged";
    const known = await tx.talent.findUnique({ where: { externalId: record.id }, select: { id: true } });
    return known ? updateImported(tx, viewer, known.id, record) : createImported(tx, viewer, record, state);
  });
}

const dateOf = (record: TalentRecord) => (record.updatedAt ? new Date(record.updatedAt) : now());

async function createImported(tx: Tx, viewer: Viewer, record: TalentRecord, state: "submitted" | "listed") {
  const { profile, identity } = splitRecord(record);
  const listed = state === "listed";
  const talentId = await createTalent(
    tx,
    { kind: record.kind === "team" ? "TEAM" : "INDIVIDUAL", locale: record.locale, identity, profile },
    {
      externalId: record.id,
      status: listed ? "LISTED" : "SUBMITTED",
      submittedAt: now(),
      verifiedAt: listed ? now() : null,
      updatedAt: dateOf(record),
      ...(viewer.office ? { office: viewer.office } : {}),
    },
  );
  await audit(tx, viewer, { action: "talent.imported", record: ["talent", talentId], detail: { state } });
  await grantConsent(tx, viewer, {
    talentId,
    purpose: "MATCHING",
    locale: toDbLocale(record.locale),
    channel: "IMPORT",
  });
  if (identity.email) await mailClaimLink(tx, talentId, identity.email, record.locale);
  if (listed) await refreshMatches(tx, { id: talentId });
  return "created" as const;
}

const sameAs = (subject: Subject, { profile, identity }: Split) =>
  isDeepStrictEqual({ ...profile }, { ...subject.profile }) && isDeepStrictEqual({ ...identity }, { ...subject.identity });

async function updateImported(tx: Tx, viewer: Viewer, talentId: string, record: TalentRecord) {
  const subject = await readSubject(tx, { id: talentId });
  const incoming = splitRecord(record);
  const theirs = subject.accountId !== null || subject.status === "ARCHIVED" || subject.status === "ERASED";
  if (theirs || sameAs(subject, incoming)) return "unchanged" as const;
  await writeSubject(tx, { ...subject, ...incoming }, { updatedAt: dateOf(record) });
  await audit(tx, viewer, { action: "talent.importUpdated", record: ["talent", talentId] });
  if (subject.status === "LISTED") await refreshMatches(tx, { id: talentId });
  return "updated" as const;
}

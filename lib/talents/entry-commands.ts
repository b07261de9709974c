import { createAccount } from "#lib/accounts/commands.ts";
import { issueToken, redeemToken } from "#lib/accounts/tokens.ts";
import { audit } from "#lib/audit/record.ts";
import { isStaff, systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { grantOnly } from "#lib/consents/commands.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import { completeness, missing } from "./completeness.ts";
import { createTalent } from "./create.ts";
import { EMPTY_PROFILE, type Identity, type Profile } from "./profile.ts";
import type { ClaimInput, WalkInInput } from "./schema.ts";

const CLAIM_HOURS = 30 * 24;

export type Split = { profile: Profile; identity: Identity };

/** What staff typed for a walk-in, as profile and identity. */
function splitWalkIn(input: WalkInInput): Split {
  const {
    nameZh,
    nameEn,
    email,
    phone,
    wechat,
    whatsapp,
    kind,
    locale,
    consentChannel,
    consentNote,
    ...profile
  } = input;
  return {
    profile: { ...EMPTY_PROFILE, ...profile },
    identity: { nameZh, nameEn, email, phone, wechat, whatsapp },
  };
}

/**
 * Staff enter a profile for somebody who gave consent in person, by phone or in writing; a link by mail lets them claim it.
 * @throws InvalidError naming what a complete profile still lacks
 */
export async function enterWalkIn(
  viewer: Viewer,
  input: WalkInInput,
  key?: string,
): Promise<{ talentId: string }> {
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
      await grantOnly(tx, viewer, {
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

export async function mailClaimLink(tx: Tx, talentId: string, email: string, locale: AppLocale) {
  const token = await issueToken(tx, {
    purpose: "PROFILE_CLAIM",
    email,
    grant: { talentId },
    hours: CLAIM_HOURS,
  });
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
      select: { locale: true, contact: { select: { email: true } } },
    });
    if (!row) throw new NotFoundError();
    if (!row.contact?.email) throw new DomainError("noEmailToClaim");
    await mailClaimLink(tx, talentId, row.contact.email, fromDbLocale(row.locale));
    await audit(tx, viewer, { action: "talent.claimLinkSent", record: ["talent", talentId] });
  });
}

/** The person takes over the profile that was entered for them. @throws DomainError linkExpired, InvalidError email (taken) */
export async function claimProfile(
  input: ClaimInput & { locale: AppLocale },
): Promise<{ accountId: string; talentId: string }> {
  const { token, displayName, password, locale } = input;
  return transaction(systemViewer("claim link"), async (tx) => {
    const { email, grant } = await redeemToken(tx, token, "PROFILE_CLAIM");
    if (await tx.account.findUnique({ where: { email }, select: { id: true } }))
      throw new DomainError("claimEmailTaken");
    const accountId = await createAccount(tx, {
      email,
      password,
      displayName,
      locale,
      role: "TALENT",
      verified: true,
    });
    const { count } = await tx.talent.updateMany({
      where: { id: grant.talentId ?? "", accountId: null, status: { not: "ERASED" } },
      data: { accountId, version: { increment: 1 }, updatedAt: now() },
    });
    if (count !== 1 || !grant.talentId) throw new DomainError("linkExpired");
    const person: Viewer = {
      ...systemViewer(displayName),
      accountId,
      talentId: grant.talentId,
      role: "TALENT",
    };
    await audit(tx, person, { action: "talent.claimed", record: ["talent", grant.talentId] });
    await grantOnly(tx, person, {
      talentId: grant.talentId,
      purpose: "MATCHING",
      locale: toDbLocale(locale),
    });
    return { accountId, talentId: grant.talentId };
  });
}

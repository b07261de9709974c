import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ConsentChannel, ConsentPurpose, Locale } from "#prisma/generated/enums.ts";
import { inForce } from "./policy.ts";
import { CONSENT_CATEGORIES, CONSENT_TEXT_VERSION } from "./texts.ts";

export type NewConsent = {
  talentId: string;
  purpose: ConsentPurpose;
  /** the language in which the text was read */
  locale: Locale;
  enterpriseId?: string;
  matchId?: string;
  memberId?: string;
  /** PORTAL unless an officer records what was given elsewhere */
  channel?: ConsentChannel;
  /** how it was given, where that was not on the site */
  note?: string;
};

/** Records a consent in the transaction of the act that it was given in; one that is in force already is kept. Returns its id. */
export async function grantConsent(tx: Tx, viewer: Viewer, consent: NewConsent): Promise<string> {
  const { talentId, purpose, locale, channel = "PORTAL" } = consent;
  const about = {
    enterpriseId: consent.enterpriseId ?? null,
    matchId: consent.matchId ?? null,
    memberId: consent.memberId ?? null,
  };
  const held = await tx.consent.findFirst({
    where: { talentId, purpose, ...about, ...inForce },
    select: { id: true },
  });
  if (held) return held.id;
  const { id } = await tx.consent.create({
    data: {
      talentId,
      purpose,
      locale,
      channel,
      ...about,
      categories: CONSENT_CATEGORIES[purpose],
      textVersion: CONSENT_TEXT_VERSION,
      recordedById: channel === "PORTAL" ? null : viewer.accountId,
      note: consent.note ?? null,
      grantedAt: now(),
    },
    select: { id: true },
  });
  const detail = { talentId, purpose, channel, textVersion: CONSENT_TEXT_VERSION };
  await audit(tx, viewer, { action: "consent.granted", record: ["consent", id], detail });
  return id;
}

/** Ends every consent in force that `where` names, and returns what ended. */
export async function withdrawConsents(tx: Tx, viewer: Viewer, where: Prisma.ConsentWhereInput) {
  const ended = await tx.consent.updateManyAndReturn({
    where: { AND: [where, inForce] },
    data: { withdrawnAt: now() },
    select: { id: true, talentId: true, purpose: true, matchId: true, enterpriseId: true },
  });
  for (const { id, talentId, purpose } of ended)
    await audit(tx, viewer, {
      action: "consent.withdrawn",
      record: ["consent", id],
      detail: { talentId, purpose },
    });
  return ended;
}

export type NewDisclosure = {
  talentId: string;
  /** profile, anonymous, anonymous_cv, identity, contact, cv */
  categories: string[];
  /** a key below `consents.disclosures`, e.g. "review" */
  purpose: string;
  matchId?: string;
  enterpriseId?: string;
};

const DAY = 86_400_000;

/** Notes who was shown what of a talent. The same person opening the same again within a day is one disclosure. */
export async function recordDisclosure(tx: Tx, viewer: Viewer, disclosure: NewDisclosure): Promise<void> {
  const { talentId, purpose } = disclosure;
  const categories = [...disclosure.categories].sort();
  const who = {
    accountId: viewer.accountId,
    enterpriseId: disclosure.enterpriseId ?? viewer.enterpriseId,
    office: viewer.office,
    matchId: disclosure.matchId ?? null,
  };
  const since = new Date(now().getTime() - DAY);
  const known = await tx.disclosure.findFirst({
    where: { talentId, purpose, ...who, categories: { equals: categories }, at: { gt: since } },
    select: { id: true },
  });
  if (!known) await tx.disclosure.create({ data: { talentId, purpose, ...who, categories, at: now() } });
}

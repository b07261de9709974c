import { audit } from "#lib/audit/record.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type {
  ConsentChannel,
  ConsentEnd,
  ConsentPurpose,
  DataCategory,
  Locale,
} from "#prisma/generated/enums.ts";
import { inForce } from "./policy.ts";
import { CONSENT_TEXT_VERSION, type Giveable, ONLY_CATEGORY } from "./schema.ts";

export type NewConsent = {
  talentId: string;
  purpose: ConsentPurpose;
  category: DataCategory;
  /** the language in which the text was read */
  locale: Locale;
  enterpriseId?: string;
  /** the enterprise's name, as it stands in the text */
  recipient?: string;
  matchId?: string;
  memberId?: string;
  /** PORTAL unless an officer records what was given elsewhere */
  channel?: ConsentChannel;
  /** how it was given, where that was not on the site */
  note?: string;
};

/** A consent that concerns one category only. */
export const grantOnly = (
  tx: Tx,
  viewer: Viewer,
  consent: Omit<NewConsent, "category" | "purpose"> & { purpose: keyof typeof ONLY_CATEGORY },
) => grantConsent(tx, viewer, { ...consent, category: ONLY_CATEGORY[consent.purpose] });

/**
 * Records a consent in the transaction of the act that it was given in. The same one in force is kept, one of an older text or of
 * another channel is replaced; of two that grant it at once the index lets one through. Returns its id.
 */
export async function grantConsent(tx: Tx, viewer: Viewer, consent: NewConsent): Promise<string> {
  const { talentId, purpose, category, locale, channel = "PORTAL" } = consent;
  const kind = {
    talentId,
    purpose,
    category,
    enterpriseId: consent.enterpriseId ?? null,
    matchId: consent.matchId ?? null,
    memberId: consent.memberId ?? null,
  };
  const held = await tx.consent.findFirst({
    where: { ...kind, ...inForce },
    select: { id: true, textVersion: true, channel: true },
  });
  if (held && held.textVersion === CONSENT_TEXT_VERSION && (held.channel === channel || channel !== "PORTAL"))
    return held.id;
  if (held) await endConsents(tx, viewer, { id: held.id }, "REPLACED");
  const [made] = await tx.consent.createManyAndReturn({
    data: [
      {
        ...kind,
        locale,
        channel,
        textVersion: CONSENT_TEXT_VERSION,
        recordedById: channel === "PORTAL" ? null : viewer.accountId,
        note: consent.note ?? null,
        recipient: consent.recipient ?? null,
        grantedAt: now(),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made)
    return (await tx.consent.findFirstOrThrow({ where: { ...kind, ...inForce }, select: { id: true } })).id;
  const detail = { talentId, purpose, category, channel, textVersion: CONSENT_TEXT_VERSION };
  await audit(tx, viewer, { action: "consent.granted", record: ["consent", made.id], detail });
  return made.id;
}

/**
 * Gives categories to one enterprise for one match: a consent for each, and one for its transfer across the border. `locale` is
 * the language of the page on which the texts were read.
 */
export async function giveToEnterprise(
  tx: Tx,
  viewer: Viewer,
  about: { talentId: string; enterpriseId: string; matchId: string },
  categories: readonly Giveable[],
  locale: AppLocale = fromDbLocale(viewer.locale),
): Promise<void> {
  const { name: recipient } = await tx.enterprise.findUniqueOrThrow({
    where: { id: about.enterpriseId },
    select: { name: true },
  });
  for (const category of categories)
    for (const purpose of ["INTRODUCTION", "CROSS_BORDER"] as const)
      await grantConsent(tx, viewer, { ...about, recipient, purpose, category, locale: toDbLocale(locale) });
}

const endedSelect = {
  id: true,
  talentId: true,
  purpose: true,
  category: true,
  matchId: true,
  enterpriseId: true,
} as const satisfies Prisma.ConsentSelect;
export type EndedConsent = Prisma.ConsentGetPayload<{ select: typeof endedSelect }>;

/** Ends every consent in force that `where` names, and returns what ended. Reads are shut with it, because they ask for these rows. */
export async function endConsents(
  tx: Tx,
  viewer: Viewer,
  where: Prisma.ConsentWhereInput,
  endedBy: ConsentEnd,
): Promise<EndedConsent[]> {
  const ended = await tx.consent.updateManyAndReturn({
    where: { AND: [where, inForce] },
    data: { withdrawnAt: now(), endedBy },
    select: endedSelect,
  });
  for (const { id, talentId, purpose, category } of ended)
    await audit(tx, viewer, {
      action: endedBy === "WITHDRAWN" ? "consent.withdrawn" : "consent.ended",
      record: ["consent", id],
      detail: { talentId, purpose, category, endedBy },
    });
  return ended;
}

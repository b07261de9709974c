import type { Viewer } from "#lib/auth/viewer.ts";
import { GIVEABLE, type Giveable } from "#lib/consents/schema.ts";
import { db } from "#lib/db.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { DataCategory } from "#prisma/generated/enums.ts";
import { ownTalent, toldToTalent } from "./policy.ts";

/** The talent's own ledger: what they gave to whom, and who was shown what under which consent. */
const MOST = 600;

const consentSelect = {
  id: true,
  purpose: true,
  category: true,
  textVersion: true,
  locale: true,
  channel: true,
  note: true,
  grantedAt: true,
  withdrawnAt: true,
  endedBy: true,
  matchId: true,
  enterpriseId: true,
  recipient: true,
  enterprise: { select: { id: true, name: true, nameEn: true } },
  match: {
    select: { status: true, need: { select: { code: true, title: true, locale: true } } },
  },
} as const satisfies Prisma.ConsentSelect;
export type OwnConsent = Prisma.ConsentGetPayload<{ select: typeof consentSelect }>;

/** Every consent the viewer has given, those in force first. Members' consents to a team are their own and not here. */
export async function getOwnConsents(
  viewer: Viewer,
  about: Prisma.ConsentWhereInput = {},
): Promise<OwnConsent[]> {
  return db.consent.findMany({
    where: { AND: [{ talent: ownTalent(viewer), purpose: { not: "TEAM" } }, about] },
    orderBy: [{ withdrawnAt: { sort: "desc", nulls: "first" } }, { grantedAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: consentSelect,
  });
}

/** One consent and, where it was given to an enterprise, the one that was given with it: its transfer across the border. */
export async function getConsentWithItsTransfer(viewer: Viewer, id: string): Promise<OwnConsent[]> {
  const [one] = await getOwnConsents(viewer, { id });
  if (!one?.matchId) return one ? [one] : [];
  const { matchId, category, purpose, grantedAt } = one;
  const others = await getOwnConsents(viewer, { matchId, category, purpose: { not: purpose } });
  // given, withdrawn and given again there are several: each pair was given in one act
  const away = (other: OwnConsent) => Math.abs(other.grantedAt.getTime() - grantedAt.getTime());
  const [nearest] = others.sort((a, b) => away(a) - away(b));
  return nearest ? [one, nearest] : [one];
}

export type GivenCategory = {
  category: Giveable;
  consentId: string;
  channel: OwnConsent["channel"];
  grantedAt: Date;
  endedAt: Date | null;
  endedBy: OwnConsent["endedBy"];
};
export type GivenForNeed = {
  matchId: string;
  need: { code: string; title: string; lang: AppLocale };
  /** it runs and the consent to be introduced holds: more may be given */
  running: boolean;
  /** one a category that was ever given, as it stands now */
  categories: GivenCategory[];
};
export type GivenToEnterprise = { id: string; name: string; inForce: boolean; needs: GivenForNeed[] };

/** The consents to enterprises by recipient, need and category; each category by its latest consent. Those with something in force first. */
export function byRecipient(consents: readonly OwnConsent[]): GivenToEnterprise[] {
  const recipients = new Map<string, GivenToEnterprise>();
  for (const consent of consents) {
    const { enterprise, match, matchId, purpose } = consent;
    if (purpose !== "INTRODUCTION" || !enterprise || !match || !matchId) continue;
    const recipient = recipients.get(enterprise.id) ?? {
      id: enterprise.id,
      name: enterprise.name,
      inForce: false,
      needs: [],
    };
    recipients.set(enterprise.id, recipient);
    let entry = recipient.needs.find((one) => one.matchId === matchId);
    if (!entry) {
      const { locale, ...need } = match.need;
      entry = { matchId, need: { ...need, lang: fromDbLocale(locale) }, running: false, categories: [] };
      recipient.needs.push(entry);
    }
    // the rows come with those in force first and then the latest
    if (entry.categories.some((one) => one.category === consent.category)) continue;
    entry.categories.push({
      category: consent.category as Giveable,
      consentId: consent.id,
      channel: consent.channel,
      grantedAt: consent.grantedAt,
      endedAt: consent.withdrawnAt,
      endedBy: consent.endedBy,
    });
    if (consent.withdrawnAt) continue;
    recipient.inForce = true;
    if (consent.category === GIVEABLE[0])
      entry.running = match.status === "TALENT_ACCEPTED" || match.status === "INTRODUCED";
  }
  for (const { needs } of recipients.values())
    for (const { categories } of needs)
      categories.sort((a, b) => GIVEABLE.indexOf(a.category) - GIVEABLE.indexOf(b.category));
  return [...recipients.values()].sort((a, b) => Number(b.inForce) - Number(a.inForce));
}

export type OwnDisclosure = {
  id: string;
  at: Date;
  office: "HONG_KONG" | "YANTAI" | null;
  enterprise: string | null;
  /** for which need, where the person knows of that match */
  need: GivenForNeed["need"] | null;
  categories: DataCategory[];
  purpose: string;
  /** of the consents that covered it, the one to name: the first */
  consentId: string | null;
};

const PAGE = 50;
const CURSOR = /^(\d{1,15})_([0-9a-f-]{36})$/;
export type Disclosures = { disclosures: OwnDisclosure[]; older: string | null };

/** Who saw what of the viewer, newest first; `after` is the `older` of the page before, and what is not understood begins anew. */
export async function getDisclosures(
  viewer: Viewer,
  options: { take?: number; after?: string } = {},
): Promise<Disclosures> {
  const take = Math.min(options.take ?? PAGE, PAGE);
  const [, time, id] = CURSOR.exec(options.after ?? "") ?? [];
  const at = new Date(Number(time));
  const rows = await db.disclosure.findMany({
    where: {
      talent: ownTalent(viewer),
      ...(id ? { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: take + 1,
    select: {
      id: true,
      at: true,
      office: true,
      categories: true,
      purpose: true,
      matchId: true,
      consentIds: true,
      enterprise: { select: { name: true } },
    },
  });
  const last = rows.length > take ? rows[take - 1] : undefined;
  const shown = rows.slice(0, take);
  const needs = await needsOf(
    viewer,
    shown.flatMap(({ matchId }) => matchId ?? []),
  );
  return {
    disclosures: shown.map(({ enterprise, matchId, purpose, consentIds, ...row }) => ({
      ...row,
      need: needs.get(matchId ?? "") ?? null,
      // the office reads a profile to verify it, and again for each match
      purpose: purpose === "review" && matchId ? "matchReview" : purpose,
      enterprise: enterprise?.name ?? null,
      consentId: consentIds[0] ?? null,
    })),
    older: last ? `${last.at.getTime()}_${last.id}` : null,
  };
}

/** The needs of matches. What the workstation looks at before it asks is not the talent's business: such a match is not among them. */
async function needsOf(viewer: Viewer, matchIds: string[]) {
  const matches = await db.match.findMany({
    where: { AND: [{ id: { in: matchIds }, talent: ownTalent(viewer) }, toldToTalent] },
    take: PAGE,
    select: { id: true, need: { select: { code: true, title: true, locale: true } } },
  });
  return new Map(
    matches.map(({ id, need: { locale, ...need } }) => [id, { ...need, lang: fromDbLocale(locale) }]),
  );
}

/** How many enterprises have seen anything of the viewer. */
export async function countEnterprisesThatSaw(viewer: Viewer): Promise<number> {
  const seen = await db.disclosure.groupBy({
    by: ["enterpriseId"],
    where: { talent: ownTalent(viewer), enterpriseId: { not: null } },
  });
  return seen.length;
}

import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { actableBy, movableBy } from "./acting.ts";
import { readFollowUps } from "./follow-up-queries.ts";
import type { FollowUpView } from "./follow-up-schema.ts";
import { readLanding } from "./landing-queries.ts";
import type { LandingView } from "./landing-schema.ts";
import { type OfferStart, type OfferView, seenOf } from "./offer-schema.ts";
import { casesOpenTo } from "./policy.ts";

const MOST = 50;

const offerSelect = {
  id: true,
  number: true,
  status: true,
  mode: true,
  title: true,
  place: true,
  startOn: true,
  daysPerMonth: true,
  payMin: true,
  payMax: true,
  payCurrency: true,
  payPeriod: true,
  housing: true,
  terms: true,
  side: true,
  recordedAt: true,
  decidedAt: true,
  reason: true,
  evidence: { select: { id: true, filename: true } },
} as const satisfies Prisma.OfferSelect;

export type CaseTerms = {
  /** the newest first */
  offers: OfferView[];
  /** for the form: what the newest terms were when it was opened, and values to begin with */
  seen: string;
  start: OfferStart;
  landing: LandingView | null;
  followUps: FollowUpView[];
  can: { record: boolean; answer: boolean; takeBack: boolean; land: boolean };
};

/** Terms, landing and follow-ups of a case, as far as the viewer's side reads them. Null when the case is not the viewer's. */
export async function getCaseTerms(viewer: Viewer, introductionId: string): Promise<CaseTerms | null> {
  return transaction(viewer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      select: { status: true, needId: true },
    });
    if (!found) return null;
    const within = async (scope: Prisma.IntroductionWhereInput) =>
      (await tx.introduction.count({ where: { AND: [{ id: introductionId }, scope] } })) === 1;
    const acts = await within(actableBy(viewer));
    const moves = acts && (await within(movableBy(viewer)));
    const offers = await readOffers(tx, introductionId);
    const staff = isStaff(viewer);
    const newest = offers[0];
    const stands = found.status === "OFFER" && newest?.status === "PROPOSED";
    return {
      offers,
      seen: seenOf(newest),
      start: newest ? fromOffer(newest) : await fromNeed(tx, found.needId),
      landing: await readLanding(tx, viewer, introductionId, acts && found.status === "ACCEPTED"),
      followUps: await readFollowUps(tx, viewer, introductionId),
      can: {
        record:
          moves &&
          (staff || viewer.role === "ENTERPRISE") &&
          ["SENT", "ACKNOWLEDGED", "MEETING", "OFFER", "ACCEPTED"].includes(found.status),
        answer: moves && stands && (staff || viewer.role === "TALENT"),
        takeBack: moves && stands && (staff || viewer.role === "ENTERPRISE"),
        land: acts && staff && viewer.office !== null && found.status === "ACCEPTED",
      },
    };
  });
}

async function readOffers(tx: Tx, introductionId: string): Promise<OfferView[]> {
  const rows = await tx.offer.findMany({
    where: { introductionId },
    orderBy: { number: "desc" },
    take: MOST,
    select: offerSelect,
  });
  return rows as OfferView[];
}

const asDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
const asText = (value: string | number | null) => (value === null ? "" : String(value));

const fromOffer = (offer: OfferView): OfferStart => ({
  mode: offer.mode,
  title: offer.title,
  place: offer.place,
  startOn: asDay(offer.startOn),
  daysPerMonth: asText(offer.daysPerMonth),
  payMin: asText(offer.payMin),
  payMax: asText(offer.payMax),
  payCurrency: asText(offer.payCurrency),
  payPeriod: asText(offer.payPeriod),
  housing: offer.housing,
  terms: offer.terms,
});

/** The first terms begin with what the need said. */
async function fromNeed(tx: Tx, needId: string): Promise<OfferStart> {
  const need = await tx.need.findUnique({
    where: { id: needId },
    select: {
      title: true,
      locale: true,
      modes: true,
      start: true,
      daysPerMonth: true,
      payMin: true,
      payMax: true,
      payCurrency: true,
      payPeriod: true,
    },
  });
  if (!need) throw new NotFoundError();
  return {
    mode: need.modes[0] ?? "",
    title: need.title,
    startOn: asDay(need.start),
    daysPerMonth: asText(need.daysPerMonth),
    payMin: asText(need.payMin),
    payMax: asText(need.payMax),
    payCurrency: asText(need.payCurrency),
    payPeriod: asText(need.payPeriod),
    lang: fromDbLocale(need.locale),
  };
}

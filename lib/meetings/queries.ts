import { namesOf } from "#lib/accounts/queries.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { actableBy } from "#lib/introductions/acting.ts";
import { casesOpenTo } from "#lib/introductions/policy.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { daysAhead, ofEnterprise, suggestionsFor, withHolidays } from "./days.ts";
import {
  cardsFor,
  isHost,
  isInterviewing,
  kindsFor,
  meetingRights,
  meetingsOf,
  NO_RIGHTS,
} from "./policy.ts";
import type { EvidenceItem } from "./schema.ts";
import { slotsOf } from "./slot-queries.ts";
import type { CardsView, CardView, CaseMeetings, MeetingView, VisitView } from "./views.ts";

const MOST = 100;

const viewSelect = {
  id: true,
  status: true,
  kind: true,
  mode: true,
  title: true,
  place: true,
  url: true,
  note: true,
  startsAt: true,
  endsAt: true,
  offeredBy: true,
  noShow: true,
  recordedBy: true,
  reason: true,
  version: true,
  visitId: true,
  slot: { select: { id: true } },
  options: { select: { id: true, startsAt: true, endsAt: true }, orderBy: { startsAt: "asc" } },
  scorecards: {
    select: {
      authorId: true,
      side: true,
      evidence: true,
      opinion: true,
      summary: true,
      opinionAt: true,
    },
    orderBy: { evidenceAt: "asc" },
  },
} as const satisfies Prisma.MeetingSelect;
type Row = Prisma.MeetingGetPayload<{ select: typeof viewSelect }>;

/** What is agreed, offered and past in a case, and what may be done; null when the case is not the viewer's. */
export async function getCaseMeetings(viewer: Viewer, introductionId: string): Promise<CaseMeetings | null> {
  return transaction(viewer, async (tx) => {
    const found = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, casesOpenTo(viewer)] },
      select: {
        id: true,
        status: true,
        needId: true,
        talentId: true,
        ownerId: true,
        enterpriseId: true,
        need: { select: { mustHave: true } },
      },
    });
    if (!found) return null;
    const act =
      (await tx.introduction.count({ where: { AND: [{ id: introductionId }, actableBy(viewer)] } })) === 1;
    const rows = await tx.meeting.findMany({
      where: { AND: [{ introductionId }, meetingsOf(viewer)] },
      orderBy: [{ startsAt: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }],
      take: MOST,
      select: viewSelect,
    });
    const names = await namesOf(
      rows.flatMap(({ scorecards }) => scorecards.map(({ authorId }) => authorId)),
      tx,
    );
    const time = now();
    const meetings = rows.map((row) => toView(viewer, row, { act, time, names }));
    const of = (wanted: (meeting: MeetingView) => boolean) => meetings.filter(wanted);
    const begun = ({ time: at }: MeetingView) => at !== null && at.startsAt <= time;
    return {
      needId: found.needId,
      upcoming: of((one) => one.status === "CONFIRMED" && !begun(one)),
      waiting: of(({ status }) => status === "PROPOSED"),
      toRecord: of((one) => one.status === "CONFIRMED" && begun(one)),
      past: of(({ status }) => ["HELD", "NO_SHOW", "CANCELLED"].includes(status)).reverse(),
      visits: await visitsOf(tx, introductionId, meetings),
      slots: act ? await slotsOf(tx, viewer, found.needId, introductionId) : [],
      criteria: found.need.mustHave,
      suggestions: act ? await suggestionsFor(tx, peopleOf(found), time) : [],
      ...daysAhead(viewer, time),
      can: {
        act,
        host: act && isHost(viewer),
        take: act && viewer.role !== "ENTERPRISE" && isInterviewing(found.status),
      },
      kinds: kindsFor(viewer),
    };
  });
}

function toView(
  viewer: Viewer,
  { startsAt, endsAt, slot, options, scorecards, ...row }: Row,
  { act, time, names }: { act: boolean; time: Date; names: ReadonlyMap<string, string> },
): MeetingView {
  const cards = cardsFor(viewer, scorecards);
  const toCard = (card: Row["scorecards"][number]): CardView => ({
    author: names.get(card.authorId) ?? "",
    side: card.side,
    items: card.evidence as EvidenceItem[],
    opinion: card.opinion as CardView["opinion"],
    summary: card.summary,
  });
  const shown: CardsView = {
    own: cards.own && toCard(cards.own),
    others: cards.others.map(toCard),
    hidden: cards.hidden,
  };
  return {
    ...row,
    kind: row.kind as MeetingView["kind"],
    mode: row.mode as MeetingView["mode"],
    time: startsAt && endsAt ? withHolidays({ startsAt, endsAt }) : null,
    slot: slot !== null,
    options: options.map(withHolidays),
    can: act ? meetingRights(viewer, { ...row, startsAt }, time) : NO_RIGHTS,
    cards: isHost(viewer) ? shown : null,
  };
}

type People = { talentId: string; ownerId: string | null; enterpriseId: string };
/** Whose appointments a suggested time leaves free: the talent's, the officer's and the enterprise's, in all their cases. */
const peopleOf = ({ talentId, ownerId, enterpriseId }: People): Prisma.MeetingWhereInput => ({
  OR: [
    { introduction: { OR: [{ talentId }, ...(ownerId ? [{ ownerId }] : [])] } },
    ofEnterprise(enterpriseId),
  ],
});

async function visitsOf(tx: Tx, introductionId: string, meetings: MeetingView[]): Promise<VisitView[]> {
  const visits = await tx.visit.findMany({
    where: { introductionId },
    orderBy: { startsOn: "desc" },
    take: 20,
    select: {
      id: true,
      title: true,
      startsOn: true,
      endsOn: true,
      note: true,
      cancelledAt: true,
      reason: true,
      version: true,
    },
  });
  return visits.map(({ startsOn, endsOn, cancelledAt, ...visit }) => ({
    ...visit,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
    cancelled: cancelledAt !== null,
    parts: meetings.filter(({ visitId, status }) => visitId === visit.id && status !== "CANCELLED"),
  }));
}

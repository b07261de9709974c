import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { inStanding } from "#lib/enterprises/policy.ts";
import type { Kind } from "#lib/notifications/kinds.ts";
import { notify, type Told } from "#lib/notifications/notify.ts";
import type { CaseSide, Office } from "#prisma/generated/enums.ts";

type About = {
  id: string;
  code: string;
  matchId: string;
  needId: string;
  talentId: string;
  enterpriseId: string;
  office: Office;
  ownerId: string | null;
};

const MOST = 60;

/** Who of a side is told: the person, the enterprise's members, the case's officer or, where there is none who can sign in, the officers of its office. */
export async function readersOf(tx: Tx, of: About, side: CaseSide, office?: Office): Promise<string[]> {
  if (side === "TALENT") {
    const talent = await tx.talent.findUnique({ where: { id: of.talentId }, select: { accountId: true } });
    return talent?.accountId ? [talent.accountId] : [];
  }
  if (side === "STAFF" && !office) {
    const owner = await activeOf(tx, of.ownerId);
    if (owner) return [owner];
  }
  const accounts = await tx.account.findMany({
    where: {
      disabledAt: null,
      ...(side === "ENTERPRISE"
        ? { role: "ENTERPRISE", enterpriseId: of.enterpriseId, enterprise: inStanding }
        : { role: "OFFICER", office: office ?? of.office }),
    },
    orderBy: { createdAt: "asc" },
    select: { id: true },
    take: MOST,
  });
  return accounts.map(({ id }) => id);
}

/** The account, while it can sign in. */
export async function activeOf(tx: Tx, id: string | null | undefined): Promise<string | null> {
  const found = id && (await tx.account.findFirst({ where: { id, disabledAt: null }, select: { id: true } }));
  return found ? found.id : null;
}

/** What a case is about, in the words of its need. */
export const needTitle = async (tx: Tx, { needId }: Pick<About, "needId">): Promise<string> =>
  (await tx.need.findUniqueOrThrow({ where: { id: needId }, select: { title: true } })).title;

/** The workstation reaches one of the two: whoever tells a side of an officer's act notes it. What the portal tells by itself is no response. */
export async function noteResponse(tx: Tx, viewer: Viewer, id: string, time = now()): Promise<void> {
  if (!isStaff(viewer) || viewer.role === "SYSTEM") return;
  await tx.introduction.updateMany({
    where: { id, firstResponseAt: null },
    data: { firstResponseAt: time },
  });
}

/** The page of a case in the workspace of whoever is told. */
export const casePath = (of: Pick<About, "id" | "matchId">, page: string) => (told: Told) =>
  told.role === "TALENT"
    ? `/talent/introductions/${of.id}${page}`
    : told.role === "ENTERPRISE"
      ? `/enterprise/introductions/${of.matchId}${page}`
      : `/staff/introductions/${of.id}${page}`;

type News = { kind: Kind; page: "" | "/terms" | "/tasks"; params?: Record<string, string | number | Date> };

/** What people are told on the way from terms to the last follow-up. */
const NEWS = {
  termsRecorded: { kind: "offerMade", page: "/terms" },
  termsAccepted: { kind: "offerAnswered", page: "/terms", params: { answer: "accepted" } },
  termsDeclined: { kind: "offerAnswered", page: "/terms", params: { answer: "declined" } },
  termsTakenBack: { kind: "offerTakenBack", page: "/terms" },
  landingRecorded: { kind: "landingToCountersign", page: "/terms" },
  landingReturned: { kind: "landingReturned", page: "/terms" },
  landed: { kind: "caseMoved", page: "/terms", params: { status: "LANDED" } },
  followUpDue: { kind: "followUpDue", page: "/terms" },
  followUpLeft: { kind: "followUpLeft", page: "/terms" },
} as const satisfies Record<string, News>;

/** Tells the named sides, but not who acts, and wakes the case's open pages. `occasion` keeps a repeated job from telling twice. */
export async function tellCase(
  tx: Tx,
  viewer: Viewer,
  of: About,
  name: keyof typeof NEWS,
  {
    sides,
    office,
    occasion,
    ...params
  }: { sides: readonly CaseSide[]; office?: Office; occasion?: string; number?: number; day?: number },
): Promise<void> {
  const news: News = NEWS[name];
  const title = await needTitle(tx, of);
  const to: string[] = [];
  for (const side of sides) to.push(...(await readersOf(tx, of, side, office)));
  await notify(tx, {
    to: to.filter((id) => id !== viewer.accountId),
    kind: news.kind,
    params: { code: of.code, title, ...news.params, ...params },
    path: casePath(of, news.page),
    key: [`case:${of.id}`, name, occasion ?? params.number ?? params.day ?? now().getTime()].join(":"),
  });
  if (sides.some((side) => side !== "STAFF")) await noteResponse(tx, viewer, of.id);
  await tell(tx, "case_changed", of.id);
}

import { cache } from "react";
import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale } from "#lib/i18n/locales.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { MatchStatus, NeedStatus, ProfileStatus } from "#prisma/generated/enums.ts";
import { awaitsSignature, officesTurn } from "./cases.ts";
import { waitingTasks } from "./tasks.ts";

/** What waits for somebody of the workstation. The queues and the numbers beside the navigation read these. */
const WAITING_TALENTS: ProfileStatus[] = ["SUBMITTED", "UNDER_REVIEW"];
const WAITING_NEEDS: NeedStatus[] = ["SUBMITTED"];
const WAITING_MATCHES: MatchStatus[] = ["SUGGESTED", "IN_REVIEW"];
/** Counting stops here: a queue that long is long. */
const ENOUGH = 1000;
const SHOWN = 6;
const DAY = 86_400_000;

export type QueueName =
  | "talents"
  | "enterprises"
  | "needs"
  | "matches"
  | "introductions"
  | "landings"
  | "tasks"
  | "handOvers"
  | "messages";
export type QueueCounts = Record<QueueName, number>;
export type DeskCounts = { ours: QueueCounts; theirs: QueueCounts };

type Counted = QueueCounts & { whose: "ours" | "theirs" };

/**
 * How much waits for the viewer's office and for the other one, in one query. An administrator without an office sees
 * everything as ours. Matches are reviewed by either office and count as ours only, and so do tasks, which are also the viewer's own.
 */
export const deskCounts = cache(async (viewer: Viewer): Promise<DeskCounts> => {
  if (!isStaff(viewer)) throw new NotFoundError();
  const of = (ours: boolean) =>
    viewer.office
      ? Prisma.sql`office ${Prisma.raw(ours ? "=" : "<>")} ${viewer.office}::"Office"`
      : Prisma.raw(ours ? "TRUE" : "FALSE");
  // a landing waits for an office of its own
  const signer = (ours: boolean) => {
    if (!viewer.office) return ours ? awaitsSignature() : Prisma.raw("FALSE");
    return awaitsSignature(ours ? viewer.office : otherOffice(viewer.office));
  };
  const asked = (ours: boolean) => {
    if (!viewer.office) return ours ? Prisma.raw('"handOverTo" IS NOT NULL') : Prisma.raw("FALSE");
    return Prisma.sql`"handOverTo" = ${ours ? viewer.office : otherOffice(viewer.office)}::"Office"`;
  };
  const line = (whose: "ours" | "theirs", office: Prisma.Sql) => Prisma.sql`SELECT ${whose} AS whose,
    (SELECT count(*)::int FROM "Talent" WHERE status IN ('SUBMITTED', 'UNDER_REVIEW') AND ${office}) AS talents,
    (SELECT count(*)::int FROM "Enterprise" WHERE status = 'SUBMITTED' AND ${office}) AS enterprises,
    (SELECT count(*)::int FROM "Need" WHERE status = 'SUBMITTED' AND ${office}) AS needs,
    ${
      whose === "ours"
        ? Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM "Match" WHERE status IN ('SUGGESTED', 'IN_REVIEW') LIMIT ${ENOUGH}) counted)`
        : Prisma.sql`0`
    } AS matches,
    (SELECT count(*)::int FROM (SELECT 1 FROM "Introduction" i WHERE ${officesTurn()} AND ${office} LIMIT ${ENOUGH}) counted) AS introductions,
    (SELECT count(*)::int FROM (SELECT 1 FROM "Introduction" i WHERE ${signer(whose === "ours")} LIMIT ${ENOUGH}) counted) AS landings,
    (SELECT count(*)::int FROM "Introduction" WHERE ${asked(whose === "ours")}) AS "handOvers",
    ${
      whose === "ours"
        ? Prisma.sql`(SELECT count(*)::int FROM (${waitingTasks(viewer)} LIMIT ${ENOUGH}) counted)`
        : Prisma.sql`0`
    } AS tasks,
    (SELECT count(*)::int FROM "ContactMessage" WHERE status = 'OPEN' AND ${office}) AS messages`;
  const rows = await db.$queryRaw<
    Counted[]
  >`${line("ours", of(true))} UNION ALL ${line("theirs", of(false))}`;
  const pick = (whose: Counted["whose"]): QueueCounts => {
    const { whose: _, ...counts } = rows.find((row) => row.whose === whose)!;
    return counts;
  };
  return { ours: pick("ours"), theirs: pick("theirs") };
});

export type DeskItem = {
  kind: Exclude<QueueName, "landings" | "handOvers">;
  id: string;
  href: string;
  /** what people call it: a code, where it has one */
  code: string | null;
  title: string;
  locale: AppLocale;
  status: string;
  since: Date;
  /** of a case: the day by which its next step is due, which counts and not how long it has waited */
  due?: { dueOn: string | null; overdueDays: number };
  /** a landing that was sent back, a task whose answer waits for a look */
  mark?: "returned" | "submitted";
  assigneeId: string | null;
  assignee: string | null;
};

const inOffice = (viewer: Viewer) => (viewer.office ? { office: viewer.office } : {});
const taken = { take: SHOWN };

const talentSelect = {
  id: true,
  code: true,
  headline: true,
  locale: true,
  status: true,
  submittedAt: true,
  officeSince: true,
  assigneeId: true,
} as const satisfies Prisma.TalentSelect;
type TalentRow = Prisma.TalentGetPayload<{ select: typeof talentSelect }>;
const ofTalent = (row: TalentRow): DeskItem => ({
  kind: "talents",
  id: row.id,
  href: `/staff/talents/${row.id}`,
  code: row.code,
  title: row.headline,
  locale: fromDbLocale(row.locale),
  status: row.status,
  since: row.submittedAt ?? row.officeSince,
  assigneeId: row.assigneeId,
  assignee: null,
});

const enterpriseSelect = {
  id: true,
  name: true,
  locale: true,
  status: true,
  submittedAt: true,
  assigneeId: true,
} as const satisfies Prisma.EnterpriseSelect;
type EnterpriseRow = Prisma.EnterpriseGetPayload<{ select: typeof enterpriseSelect }>;
const ofEnterprise = (row: EnterpriseRow): DeskItem => ({
  kind: "enterprises",
  id: row.id,
  href: `/staff/enterprises/${row.id}`,
  code: null,
  title: row.name,
  locale: fromDbLocale(row.locale),
  status: row.status,
  since: row.submittedAt,
  assigneeId: row.assigneeId,
  assignee: null,
});

const needSelect = {
  id: true,
  code: true,
  title: true,
  locale: true,
  status: true,
  submittedAt: true,
  officeSince: true,
  assigneeId: true,
} as const satisfies Prisma.NeedSelect;
type NeedRow = Prisma.NeedGetPayload<{ select: typeof needSelect }>;
const ofNeed = (row: NeedRow): DeskItem => ({
  kind: "needs",
  id: row.id,
  href: `/staff/needs/${row.id}`,
  code: row.code,
  title: row.title,
  locale: fromDbLocale(row.locale),
  status: row.status,
  since: row.submittedAt ?? row.officeSince,
  assigneeId: row.assigneeId,
  assignee: null,
});

const messageSelect = {
  id: true,
  name: true,
  body: true,
  locale: true,
  status: true,
  createdAt: true,
  assigneeId: true,
} as const satisfies Prisma.ContactMessageSelect;
type MessageRow = Prisma.ContactMessageGetPayload<{ select: typeof messageSelect }>;
const ofMessage = (row: MessageRow): DeskItem => ({
  kind: "messages",
  id: row.id,
  href: `/staff/messages/${row.id}`,
  code: row.name,
  title: [...row.body.replace(/\s+/g, " ")].slice(0, 90).join(""),
  locale: fromDbLocale(row.locale),
  status: row.status,
  since: row.createdAt,
  assigneeId: row.assigneeId,
  assignee: null,
});

const matchSelect = {
  id: true,
  status: true,
  createdAt: true,
  assigneeId: true,
  invitationExpiresAt: true,
  need: { select: { title: true, locale: true } },
  talent: { select: { code: true } },
} as const satisfies Prisma.MatchSelect;
type MatchRow = Prisma.MatchGetPayload<{ select: typeof matchSelect }>;
const ofMatch = (row: MatchRow): DeskItem => ({
  kind: "matches",
  id: row.id,
  href: `/staff/matches/${row.id}`,
  code: row.talent.code,
  title: row.need.title,
  locale: fromDbLocale(row.need.locale),
  status: row.status,
  since: row.createdAt,
  assigneeId: row.assigneeId,
  assignee: null,
});

const talentsWhere = (where: Prisma.TalentWhereInput) =>
  db.talent.findMany({
    where: { status: { in: WAITING_TALENTS }, ...where },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: talentSelect,
    ...taken,
  });
const enterprisesWhere = (where: Prisma.EnterpriseWhereInput) =>
  db.enterprise.findMany({
    where: { status: "SUBMITTED", ...where },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: enterpriseSelect,
    ...taken,
  });
const needsWhere = (where: Prisma.NeedWhereInput) =>
  db.need.findMany({
    where: { status: { in: WAITING_NEEDS }, ...where },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: needSelect,
    ...taken,
  });
const messagesWhere = (where: Prisma.ContactMessageWhereInput) =>
  db.contactMessage.findMany({
    where: { status: "OPEN", ...where },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: messageSelect,
    ...taken,
  });

export type Expiring = { id: string; href: string; code: string; title: string; locale: AppLocale; at: Date };
export type Desk = {
  mine: DeskItem[];
  queues: Record<"talents" | "enterprises" | "needs" | "messages", DeskItem[]>;
  /** the best matches that wait for review */
  matches: DeskItem[];
  /** invitations that end within three days */
  expiring: Expiring[];
};

/** The beginning of every queue of the viewer's office, oldest first, and what the viewer has taken. */
export async function deskOf(viewer: Viewer): Promise<Desk> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const [office, own] = [inOffice(viewer), { assigneeId: viewer.accountId ?? "" }];
  const [talents, enterprises, needs, messages, matches, expiring, mine] = await Promise.all([
    talentsWhere(office),
    enterprisesWhere(office),
    needsWhere(office),
    messagesWhere(office),
    db.match.findMany({
      where: { status: { in: WAITING_MATCHES } },
      orderBy: [{ priority: "desc" }, { id: "asc" }],
      select: matchSelect,
      ...taken,
    }),
    db.match.findMany({
      where: { status: "INVITED", invitationExpiresAt: { lt: new Date(now().getTime() + 3 * DAY) } },
      orderBy: { invitationExpiresAt: "asc" },
      select: matchSelect,
      take: 8,
    }),
    ownWork(own),
  ]);
  const queues = {
    talents: talents.map(ofTalent),
    enterprises: enterprises.map(ofEnterprise),
    needs: needs.map(ofNeed),
    messages: messages.map(ofMessage),
  };
  const best = matches.map(ofMatch);
  await nameAssignees([...Object.values(queues).flat(), ...best]);
  return {
    mine,
    queues,
    matches: best,
    expiring: expiring.map((row) => {
      const { id, href, title, locale } = ofMatch(row);
      return { id, href, title, locale, code: row.talent.code, at: row.invitationExpiresAt! };
    }),
  };
}

async function ownWork(own: { assigneeId: string }): Promise<DeskItem[]> {
  if (!own.assigneeId) return [];
  const [talents, enterprises, needs, messages, matches] = await Promise.all([
    talentsWhere(own),
    enterprisesWhere(own),
    needsWhere(own),
    messagesWhere(own),
    db.match.findMany({
      where: { status: "IN_REVIEW", ...own },
      orderBy: [{ priority: "desc" }, { id: "asc" }],
      select: matchSelect,
      ...taken,
    }),
  ]);
  const all = [
    ...talents.map(ofTalent),
    ...enterprises.map(ofEnterprise),
    ...needs.map(ofNeed),
    ...messages.map(ofMessage),
    ...matches.map(ofMatch),
  ];
  return all.sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** Puts in who has each item, with one query. */
async function nameAssignees(items: DeskItem[]) {
  const names = await namesOf(items.map((item) => item.assigneeId));
  for (const item of items) item.assignee = item.assigneeId ? (names.get(item.assigneeId) ?? null) : null;
}

/** The profile that has waited longest for the viewer's office, to go on with after one is decided. */
export async function nextTalent(viewer: Viewer, exceptId: string): Promise<string | null> {
  if (!isStaff(viewer)) return null;
  const row = await db.talent.findFirst({
    where: { status: { in: WAITING_TALENTS }, ...inOffice(viewer), id: { not: exceptId } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** As `nextTalent`, for needs. */
export async function nextNeed(viewer: Viewer, exceptId: string): Promise<string | null> {
  if (!isStaff(viewer)) return null;
  const row = await db.need.findFirst({
    where: { status: { in: WAITING_NEEDS }, ...inOffice(viewer), id: { not: exceptId } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

export type MatchLine = {
  id: string;
  status: MatchStatus;
  score: number;
  need: { id: string; code: string; title: string; locale: AppLocale };
};

/** The best matches of one profile, for its page. */
export async function matchesOfTalent(viewer: Viewer, talentId: string): Promise<MatchLine[]> {
  if (!isStaff(viewer)) return [];
  const rows = await db.match.findMany({
    where: { talentId },
    orderBy: [{ priority: "desc" }, { id: "asc" }],
    take: 8,
    select: {
      id: true,
      status: true,
      score: true,
      need: { select: { id: true, code: true, title: true, locale: true } },
    },
  });
  return rows.map(({ need, ...row }) => ({ ...row, need: { ...need, locale: fromDbLocale(need.locale) } }));
}

import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import { ESCALATE_DAYS, overdueDays, running } from "#lib/introductions/policy.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Office } from "#prisma/generated/enums.ts";
import type { DeskItem } from "./queries.ts";

const DAY = 86_400_000;
const SHOWN = 6;
const HAND_OVERS = 20;
const day = (ago = 0) => new Date(Date.parse(today()) - ago * DAY);

/** Cases of "Introduction" i that are their office's matter: nobody has them, or they are long overdue. */
export const officesTurn = () =>
  Prisma.sql`i."dueOn" IS NOT NULL AND (i."ownerId" IS NULL OR i."dueOn" < ${today()}::date - ${ESCALATE_DAYS}::int)`;
const atOffice = (): Prisma.IntroductionWhereInput => ({
  status: running,
  OR: [{ ownerId: null }, { dueOn: { lt: day(ESCALATE_DAYS) } }],
});

/**
 * Cases of "Introduction" i whose landing lacks its countersignature and waits for an office, or for either: for the other one to
 * sign, or, sent back, for the one that recorded it. As `landingTurn` tells it of one case.
 */
export const awaitsSignature = (by?: Office) =>
  Prisma.sql`i.status = 'ACCEPTED' AND EXISTS (SELECT 1 FROM "Landing" l WHERE l."introductionId" = i.id
    AND l."countersignedAt" IS NULL ${by ? Prisma.sql`AND (l."recordedOffice" = ${by}::"Office") = (l."returnedReason" IS NOT NULL)` : Prisma.empty})`;
const unsigned = (by: Office | null): Prisma.IntroductionWhereInput => ({
  status: "ACCEPTED",
  landing: {
    is: {
      countersignedAt: null,
      ...(by
        ? {
            OR: [
              { returnedReason: null, recordedOffice: { not: by } },
              { returnedReason: { not: null }, recordedOffice: by },
            ],
          }
        : {}),
    },
  },
});

const caseSelect = {
  id: true,
  code: true,
  status: true,
  statusSince: true,
  dueOn: true,
  office: true,
  ownerId: true,
  handOverTo: true,
  handOverNote: true,
  handOverAt: true,
  need: { select: { title: true, locale: true } },
} as const satisfies Prisma.IntroductionSelect;
type CaseRow = Prisma.IntroductionGetPayload<{ select: typeof caseSelect }>;

function ofCase(row: CaseRow): DeskItem {
  const dueOn = row.dueOn?.toISOString().slice(0, 10) ?? null;
  return {
    kind: "introductions",
    id: row.id,
    href: `/staff/introductions/${row.id}`,
    code: row.code,
    title: row.need.title,
    locale: fromDbLocale(row.need.locale),
    status: row.status,
    since: row.statusSince,
    due: { dueOn, overdueDays: overdueDays(dueOn, today()) },
    assigneeId: row.ownerId,
    assignee: null,
  };
}

export type HandOverLine = {
  id: string;
  code: string;
  title: string;
  locale: DeskItem["locale"];
  to: Office;
  note: string | null;
  at: Date | null;
};
export type CaseDesk = {
  /** what the viewer's office has to see to */
  office: DeskItem[];
  /** landings that the viewer's office has to countersign, or to record again */
  landings: DeskItem[];
  /** the first of the viewer's own running cases by date, and how many there are */
  mine: DeskItem[];
  mineCount: number;
  /** handovers that wait for the viewer's office, and those that it has asked for */
  asked: HandOverLine[];
  asking: HandOverLine[];
};

const toLine = (row: CaseRow): HandOverLine => ({
  id: row.id,
  code: row.code,
  title: row.need.title,
  locale: fromDbLocale(row.need.locale),
  to: row.handOverTo!,
  note: row.handOverNote,
  at: row.handOverAt,
});

/** The cases on an officer's Today page. */
export async function caseDesk(viewer: Viewer): Promise<CaseDesk> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const office = viewer.office ? { office: viewer.office } : {};
  const find = (where: Prisma.IntroductionWhereInput, take = SHOWN) =>
    db.introduction.findMany({ where, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take, select: caseSelect });
  const handOvers = (where: Prisma.IntroductionWhereInput) =>
    find({ AND: [{ status: running, handOverTo: { not: null } }, where] }, HAND_OVERS);
  const own = viewer.accountId ? { status: running, ownerId: viewer.accountId } : null;
  const [ours, landings, mine, asked, asking, mineCount] = await Promise.all([
    find({ ...atOffice(), ...office }),
    db.introduction.findMany({
      where: unsigned(viewer.office),
      orderBy: [{ landing: { recordedAt: "asc" } }, { id: "asc" }],
      take: SHOWN,
      select: { ...caseSelect, landing: { select: { recordedAt: true, returnedReason: true } } },
    }),
    own ? find(own) : [],
    handOvers(viewer.office ? { handOverTo: viewer.office } : {}),
    viewer.office ? handOvers(office) : Promise.resolve([]),
    own ? db.introduction.count({ where: own }) : 0,
  ]);
  const names = await namesOf(ours.map(({ ownerId }) => ownerId));
  return {
    office: ours.map((row) => ({
      ...ofCase(row),
      assignee: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
    })),
    landings: landings.map((row) => ({
      ...ofCase(row),
      href: `/staff/introductions/${row.id}/terms`,
      since: row.landing!.recordedAt,
      due: undefined,
      mark: row.landing!.returnedReason === null ? undefined : "returned",
      assigneeId: null,
    })),
    mine: mine.map(ofCase),
    mineCount,
    asked: asked.map(toLine),
    asking: asking.map(toLine),
  };
}

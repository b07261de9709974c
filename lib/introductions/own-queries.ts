import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayOf } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseFrame } from "./case-schema.ts";
import { pageOfParts } from "./parts.ts";
import { casesOpenTo, isRunning, overdueDays, running, sideOf } from "./policy.ts";

const ownSelect = {
  id: true,
  matchId: true,
  code: true,
  status: true,
  statusSince: true,
  nextStep: true,
  ball: true,
  dueOn: true,
  need: { select: { id: true, code: true, title: true, locale: true } },
  enterprise: { select: { id: true, name: true } },
} as const satisfies Prisma.IntroductionSelect;
type Row = Prisma.IntroductionGetPayload<{ select: typeof ownSelect }>;

/** A case in the list of a talent or an enterprise. */
export type OwnCase = Pick<
  CaseFrame,
  | "id"
  | "matchId"
  | "code"
  | "status"
  | "statusSince"
  | "running"
  | "side"
  | "need"
  | "enterprise"
  | "nextStep"
  | "ball"
  | "turn"
  | "dueOn"
  | "overdueDays"
>;

/** The cases of a talent or an enterprise, page by page: running ones by due date, then those that have ended. */
export async function listOwnCases(
  viewer: Viewer,
  asked = 1,
): Promise<{ cases: OwnCase[]; page: number; pages: number }> {
  if (isStaff(viewer)) return { cases: [], page: 1, pages: 1 };
  const part = (
    status: Prisma.IntroductionWhereInput["status"],
    orderBy: Prisma.IntroductionOrderByWithRelationInput[],
  ) => {
    const where = { AND: [casesOpenTo(viewer), { status }] };
    return {
      count: () => db.introduction.count({ where }),
      find: (at: { skip: number; take: number }) =>
        db.introduction.findMany({ where, orderBy: [...orderBy, { id: "asc" }], ...at, select: ownSelect }),
    };
  };
  const { rows, page, pages } = await pageOfParts(
    [
      part(running, [{ dueOn: { sort: "asc", nulls: "last" } }, { statusSince: "desc" }]),
      part({ notIn: running.in }, [{ statusSince: "desc" }]),
    ],
    asked,
  );
  return { cases: rows.map((row) => toOwn(viewer, row)), page, pages };
}

/** The cases that an enterprise has of these matches. */
export async function listCasesOf(viewer: Viewer, matchIds: string[]): Promise<OwnCase[]> {
  if (isStaff(viewer)) return [];
  const rows = await db.introduction.findMany({
    where: { AND: [casesOpenTo(viewer), { matchId: { in: matchIds } }] },
    select: ownSelect,
  });
  return rows.map((row) => toOwn(viewer, row));
}

function toOwn(viewer: Viewer, { dueOn: due, need: { locale, ...need }, ...row }: Row): OwnCase {
  const dueOn = due && dayOf(due);
  const runs = isRunning(row.status);
  return {
    ...row,
    turn: null,
    need: { ...need, lang: fromDbLocale(locale) },
    side: sideOf(viewer),
    running: runs,
    dueOn,
    overdueDays: runs ? overdueDays(dueOn, today()) : 0,
  };
}

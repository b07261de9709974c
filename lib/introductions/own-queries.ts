import type { Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseFrame } from "./case-schema.ts";
import { casesOpenTo, isRunning, overdueDays, sideOf } from "./policy.ts";

const MOST = 200;

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

/** The cases of a talent or an enterprise: running ones by due date, then those that have ended. */
export async function listOwnCases(viewer: Viewer): Promise<OwnCase[]> {
  if (viewer.role !== "TALENT" && viewer.role !== "ENTERPRISE") return [];
  const rows = await db.introduction.findMany({
    where: casesOpenTo(viewer),
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { statusSince: "desc" }, { id: "asc" }],
    take: MOST,
    select: ownSelect,
  });
  return rows.map(({ dueOn: due, need: { locale, ...need }, ...row }) => {
    const dueOn = due?.toISOString().slice(0, 10) ?? null;
    const running = isRunning(row.status);
    return {
      ...row,
      turn: null,
      need: { ...need, lang: fromDbLocale(locale) },
      side: sideOf(viewer),
      running,
      dueOn,
      overdueDays: running ? overdueDays(dueOn, today()) : 0,
    };
  });
}

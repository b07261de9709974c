import { namesOf } from "#lib/accounts/queries.ts";
import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { dayOf } from "#lib/days.ts";
import { db } from "#lib/db.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { overdueDays, RUNNING } from "#lib/introductions/policy.ts";
import { REMIND_BEFORE } from "#lib/tasks/due.ts";
import { inLanguage, textsOf } from "#lib/tasks/store.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { DeskItem } from "./queries.ts";

const SHOWN = 10;

/**
 * Tasks of running cases that wait for this officer, each once, with the day from which they do: those of the workstation that were
 * given to them; in their own cases and in those of their office that nobody has, the workstation's that are due within days, and
 * what a side has sent and nobody has looked at. Each branch goes by an index from a person's or nobody's cases to their tasks.
 */
export function waitingTasks({ accountId, office }: Viewer): Prisma.Sql {
  const me = Prisma.sql`${accountId}::uuid`;
  const running = Prisma.sql`i.status = ANY(${[...RUNNING]}::"IntroductionStatus"[])`;
  const pending = Prisma.sql`t.side = 'STAFF' AND t.status IN ('OPEN', 'RETURNED')`;
  const tasks = (condition: Prisma.Sql, day: Prisma.Sql) =>
    Prisma.sql`SELECT t.id, ${day} AS day FROM "CaseTask" t JOIN "Introduction" i ON i.id = t."introductionId"
      WHERE ${running} AND ${condition}`;
  const reach = Prisma.sql`(i."ownerId" = ${me} OR (i."ownerId" IS NULL ${office ? Prisma.sql`AND i.office = ${office}::"Office"` : Prisma.empty}))`;
  return Prisma.join(
    [
      tasks(Prisma.sql`${pending} AND t."assigneeId" = ${me}`, Prisma.sql`t."dueOn"`),
      tasks(
        Prisma.sql`${pending} AND t."assigneeId" IS DISTINCT FROM ${me} AND t."dueOn" <= ${today()}::date + ${REMIND_BEFORE}::int AND ${reach}`,
        Prisma.sql`t."dueOn"`,
      ),
      tasks(
        Prisma.sql`t.side <> 'STAFF' AND t.status = 'SUBMITTED' AND ${reach}`,
        Prisma.sql`t."submittedAt"::date`,
      ),
    ],
    " UNION ALL ",
  );
}

const taskSelect = {
  id: true,
  introductionId: true,
  status: true,
  titles: true,
  dueOn: true,
  submittedAt: true,
  createdAt: true,
  assigneeId: true,
  introduction: { select: { code: true } },
} as const satisfies Prisma.CaseTaskSelect;

/** The first of those tasks: what has been due or has waited longest. */
export async function taskDesk(viewer: Viewer, locale: AppLocale): Promise<DeskItem[]> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${waitingTasks(viewer)}) waiting ORDER BY day NULLS LAST, id LIMIT ${SHOWN}`;
  const ids = found.map(({ id }) => id);
  const rows = await db.caseTask.findMany({ where: { id: { in: ids } }, select: taskSelect });
  const names = await namesOf(rows.map(({ assigneeId }) => assigneeId));
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => {
      const dueOn = row.dueOn && dayOf(row.dueOn);
      const sent = row.status === "SUBMITTED";
      const title = inLanguage(textsOf(row.titles), locale);
      return {
        kind: "tasks",
        id: row.id,
        href: `/staff/introductions/${row.introductionId}/tasks#task-${row.id}`,
        code: row.introduction.code,
        title: title?.text ?? "",
        locale: title?.lang ?? locale,
        status: row.status,
        since: row.submittedAt ?? row.createdAt,
        due: sent ? undefined : { dueOn, overdueDays: overdueDays(dueOn, today()) },
        mark: sent ? "submitted" : undefined,
        assigneeId: row.assigneeId,
        assignee: row.assigneeId ? (names.get(row.assigneeId) ?? null) : null,
      };
    });
}

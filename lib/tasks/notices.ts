import type { Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import { fromDbLocale } from "#lib/i18n/locales.ts";
import type { ActingCase } from "#lib/introductions/acting.ts";
import { casePath, readersOf } from "#lib/introductions/journey-notices.ts";
import { notify } from "#lib/notifications/notify.ts";
import type { CaseSide, Office } from "#prisma/generated/enums.ts";
import { inLanguage, type Texts } from "./store.ts";

type TaskNews = {
  kind: "taskAssigned" | "taskDue" | "taskOverdue" | "taskDone" | "taskReturned";
  side: CaseSide;
  titles: Texts;
  dueOn: Date | null;
  /** one notification a person for one key */
  key: string;
  /** for a task of staff: the person it was given to */
  assigneeId?: string | null;
  /** all officers of an office, and not only whoever has the case */
  office?: Office;
};

/** Tells a side of a task, each reader with the task's title in their own language; never who acts. */
export async function tellTask(tx: Tx, viewer: Viewer, of: ActingCase, news: TaskNews): Promise<void> {
  const ids = news.assigneeId ? [news.assigneeId] : await readersOf(tx, of, news.side, news.office);
  const readers = await tx.account.findMany({
    where: { id: { in: ids.filter((id) => id !== viewer.accountId) } },
    select: { id: true, locale: true },
    take: 100,
  });
  for (const { id, locale: stored } of readers) {
    const locale = fromDbLocale(stored);
    await notify(tx, {
      to: id,
      kind: news.kind,
      params: {
        code: of.code,
        task: inLanguage(news.titles, locale)?.text ?? "",
        ...(news.dueOn ? { on: news.dueOn } : {}),
      },
      path: casePath(of, "/tasks"),
      key: `task:${news.key}`,
    });
  }
}

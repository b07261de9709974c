import type { Viewer } from "#lib/auth/viewer.ts";
import type { Tx } from "#lib/db.ts";
import type { ActingCase } from "#lib/introductions/acting.ts";
import {
  activeOf,
  casePath,
  needTitle,
  noteResponse,
  readersOf,
} from "#lib/introductions/journey-notices.ts";
import { notify } from "#lib/notifications/notify.ts";
import { wordsIn } from "#lib/notifications/params.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { CaseSide, Office, TaskKind } from "#prisma/generated/enums.ts";
import { textsOf } from "./store.ts";

type TaskNews = {
  kind: "taskAssigned" | "taskDue" | "taskOverdue" | "taskDone" | "taskReturned";
  side: CaseSide;
  task: { item: string | null; kind: TaskKind; titles: Prisma.JsonValue };
  dueOn: Date | null;
  /** one notification a person for one key */
  key: string;
  /** for a task of staff: the person it was given to */
  assigneeId?: string | null;
  /** all officers of an office, and not only whoever has the case */
  office?: Office;
  /** another side's task, of which the office hears */
  whose?: Exclude<CaseSide, "STAFF">;
};

/** A task of a checklist is called by its title, one in an officer's own words by its sort: they may name somebody. */
const nameOf = ({ item, kind, titles }: TaskNews["task"]) =>
  item ? textsOf(titles) : wordsIn("tasks", `kinds.${kind}`);

/** Tells a side of a task; never who acts. */
export async function tellTask(tx: Tx, viewer: Viewer, of: ActingCase, news: TaskNews): Promise<void> {
  const assignee = await activeOf(tx, news.assigneeId);
  const ids = assignee ? [assignee] : await readersOf(tx, of, news.side, news.office);
  const title = await needTitle(tx, of);
  await notify(tx, {
    to: ids.filter((id) => id !== viewer.accountId),
    kind: news.kind,
    params: {
      code: of.code,
      title,
      task: nameOf(news.task),
      whose: news.whose ?? "OWN",
      ...(news.dueOn ? { on: news.dueOn } : {}),
    },
    path: casePath(of, "/tasks"),
    key: `task:${news.key}`,
  });
  if (news.side !== "STAFF") await noteResponse(tx, viewer, of.id);
}

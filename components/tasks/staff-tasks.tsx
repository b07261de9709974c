import { useTranslations } from "next-intl";
import { Card, EmptyState, Notice } from "#components/ui/surface.tsx";
import type { CaseTasks, TaskView } from "#lib/tasks/schema.ts";
import { AddTaskForm } from "./add-task.tsx";
import { Disclosure } from "./disclosure.tsx";
import { ManageTask } from "./manage-task.tsx";
import { OptionalItems } from "./own-tasks.tsx";
import { TaskAnswerForm } from "./task-answer.tsx";
import { TaskCard } from "./task-card.tsx";

const SIDES = ["STAFF", "TALENT", "ENTERPRISE"] as const;
// what an officer has to look at first, then what is open, then the rest
const ORDER: Record<TaskView["status"], number> = {
  SUBMITTED: 0,
  RETURNED: 1,
  OPEN: 1,
  ACCEPTED: 2,
  WAIVED: 3,
};

/** All tasks of a case for an officer, by side: what came in first. */
export function StaffTasks({ introductionId, tasks }: { introductionId: string; tasks: CaseTasks }) {
  const t = useTranslations("tasks");
  const { mine, can, officers } = tasks;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        {!can.act && <Notice tone="sea">{t("over")}</Notice>}
        {mine.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
        {SIDES.map((side) => (
          <SideTasks key={side} side={side} introductionId={introductionId} tasks={tasks} />
        ))}
      </div>
      <div className="grid min-w-0 gap-5">
        {can.manage && (
          <Card aria-labelledby="add-task">
            <h2 id="add-task" className="mb-4 text-lg">
              {t("add.title")}
            </h2>
            <AddTaskForm introductionId={introductionId} officers={officers} />
          </Card>
        )}
        {tasks.offers.length > 0 && (
          <OptionalItems introductionId={introductionId} offers={tasks.offers} staff />
        )}
      </div>
    </div>
  );
}

function SideTasks({
  side,
  introductionId,
  tasks: { mine, can, officers },
}: {
  side: TaskView["side"];
  introductionId: string;
  tasks: CaseTasks;
}) {
  const t = useTranslations("tasks");
  const tasks = mine.filter((task) => task.side === side).sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  if (tasks.length === 0) return null;
  const counted = tasks.filter(({ status }) => status !== "WAIVED");
  const open = tasks.filter(({ status }) => ORDER[status] < ORDER.ACCEPTED);
  const past = tasks.filter(({ status }) => ORDER[status] >= ORDER.ACCEPTED);
  const card = (task: TaskView) => (
    <TaskCard key={task.id} task={task} own={false}>
      {can.manage && side === "STAFF" && (task.status === "OPEN" || task.status === "RETURNED") && (
        <Disclosure summary={t("answer.open")}>
          <TaskAnswerForm introductionId={introductionId} task={task} />
        </Disclosure>
      )}
      {can.manage && <ManageTask introductionId={introductionId} task={task} officers={officers} />}
    </TaskCard>
  );
  return (
    <Card aria-labelledby={`side-${side}`}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id={`side-${side}`} className="text-lg">
          {t(`sides.${side}`)}
        </h2>
        <p className="text-sm text-slate tabular-nums">
          {t("progress", {
            done: counted.filter(({ status }) => status === "ACCEPTED").length,
            all: counted.length,
          })}
        </p>
      </div>
      {open.length > 0 && <ul>{open.map(card)}</ul>}
      {past.length > 0 && (
        <Disclosure summary={t("past", { count: past.length })} open={open.length === 0}>
          <ul>{past.map(card)}</ul>
        </Disclosure>
      )}
    </Card>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { TaskView } from "#lib/tasks/schema.ts";
import { TaskGiven } from "./task-given.tsx";
import { TaskDue, TaskStatusTag } from "./task-status.tsx";

/** One task: what, by when, what it rests on, what was sent; below it what the reader can do. */
export function TaskCard({
  task,
  own,
  past = false,
  children,
}: {
  task: TaskView;
  own: boolean;
  /** of a case that has ended: it waits for nobody */
  past?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("tasks");
  const waits = task.status === "OPEN" || task.status === "RETURNED";
  return (
    <li
      id={`task-${task.id}`}
      className="scroll-mt-20 border-t border-line py-4 first:border-0 first:pt-0 last:pb-0"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3
          lang={langTag(task.title.lang)}
          className="min-w-0 flex-1 basis-60 text-base font-semibold [overflow-wrap:anywhere]"
        >
          {task.title.text}
        </h3>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {waits && !past && <TaskDue {...task} />}
          {(!past || task.status === "ACCEPTED") && <TaskStatusTag status={task.status} />}
        </span>
      </div>
      <TaskMeta task={task} />
      {task.text && (
        <UserText locale={task.text.lang} className="mt-1.5 max-w-prose text-slate">
          {task.text.text}
        </UserText>
      )}
      <TaskReason task={task} />
      <TaskSource task={task} own={own} />
      <TaskGiven task={task} own={own} />
      {children}
      {task.passed && <p className="mt-2 text-sm text-mute">{t("passed")}</p>}
    </li>
  );
}

function TaskMeta({ task }: { task: TaskView }) {
  const t = useTranslations("tasks");
  const parts = [
    task.assignee && t("manage.assigned", { name: task.assignee }),
    task.status === "SUBMITTED" &&
      task.submittedAt &&
      t.rich("sentOn", { date: () => <DateText value={task.submittedAt!} year={false} /> }),
    task.status === "ACCEPTED" &&
      task.decidedAt &&
      t.rich("doneOn", { date: () => <DateText value={task.decidedAt!} year={false} /> }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="mt-0.5 text-sm text-mute">
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && " · "}
          {part}
        </span>
      ))}
    </p>
  );
}

function TaskReason({ task }: { task: TaskView }) {
  const t = useTranslations("tasks");
  if (!task.reason) return null;
  if (task.status === "RETURNED")
    return (
      <p dir="auto" className="mt-2 rounded-md border border-warn/40 bg-warn-bg px-3 py-2 text-warn">
        {t("returnedReason", { reason: task.reason })}
      </p>
    );
  return (
    <p dir="auto" className="mt-1.5 text-sm text-slate">
      {t(task.status === "WAIVED" ? "waivedReason" : "note", { reason: task.reason })}
    </p>
  );
}

/** What a checklist's item rests on, and whether anybody has compared it with that. */
function TaskSource({ task, own }: { task: TaskView; own: boolean }) {
  const t = useTranslations("tasks.source");
  const { source } = task;
  if (!source) return null;
  const line = t.rich("line", { name: source.name, date: () => <DateText value={source.date} /> });
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-mute">
      {source.url ? (
        <a href={source.url} rel="noreferrer" className="underline underline-offset-4">
          {line}
        </a>
      ) : (
        <span>{line}</span>
      )}
      {source.verified ? (
        <span>
          {t.rich("verified", {
            by: source.verified.by,
            date: () => <DateText value={source.verified!.at} />,
          })}
        </span>
      ) : (
        <>
          <Tag tone="warn">{t("pending")}</Tag>
          <span>{t(own ? "pendingHelp" : "pendingStaff")}</span>
        </>
      )}
    </p>
  );
}

import { getTranslations } from "next-intl/server";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { Notice } from "#components/ui/surface.tsx";
import type { CaseFrame as Frame } from "#lib/introductions/case-schema.ts";
import type { CaseTasks } from "#lib/tasks/schema.ts";
import { OwnTasks } from "./own-tasks.tsx";
import { StaffTasks } from "./staff-tasks.tsx";

/** The tasks of a case, the same page for all three sides. */
export async function TasksPage({
  of,
  tasks,
  done,
}: {
  of: Frame;
  tasks: CaseTasks;
  done: string | undefined;
}) {
  const t = await getTranslations("tasks.done");
  return (
    <CaseFrame case={of} tab="tasks">
      {done && t.has(done as never) && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t(done as never)}
          </Notice>
        </div>
      )}
      {of.side === "STAFF" ? (
        <StaffTasks introductionId={of.id} tasks={tasks} />
      ) : (
        <OwnTasks introductionId={of.id} tasks={tasks} />
      )}
    </CaseFrame>
  );
}

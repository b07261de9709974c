import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import { today } from "#lib/clock.ts";
import type { TaskView } from "#lib/tasks/schema.ts";

const TONES: Record<TaskView["status"], TagTone> = {
  OPEN: "bauhinia",
  SUBMITTED: "sea",
  ACCEPTED: "ok",
  RETURNED: "warn",
  WAIVED: "plain",
};

export function TaskStatusTag({ status }: { status: TaskView["status"] }) {
  const t = useTranslations("tasks.status");
  return <StatusTag tone={TONES[status]}>{t(status)}</StatusTag>;
}

/** By when, in words; past it, by how much. */
export function TaskDue({ dueOn, overdueDays }: Pick<TaskView, "dueOn" | "overdueDays">) {
  const t = useTranslations("tasks");
  if (!dueOn) return <span className="text-sm text-mute">{t("dueOpen")}</span>;
  if (overdueDays > 0)
    return (
      <span className="text-sm font-semibold text-bad">
        {t("overdue", { days: overdueDays })} · <DateText value={dueOn} year={false} />
      </span>
    );
  if (dueOn === today()) return <span className="text-sm font-semibold text-warn">{t("dueToday")}</span>;
  return (
    <span className="text-sm text-slate">{t.rich("due", { date: () => <DateText value={dueOn} /> })}</span>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { CaseFileLink } from "#components/journey/case-file-link.tsx";
import { Facts } from "#components/ui/surface.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import { UserText } from "#components/ui/user-text.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import type { TaskField } from "#lib/tasks/checklist-schema.ts";
import type { TaskAnswered } from "#lib/tasks/schema.ts";

/** What was sent for a task, to read again. */
export function TaskGiven({ task, own }: { task: TaskAnswered; own: boolean }) {
  const t = useTranslations("tasks.answer");
  const locale = useLocale() as AppLocale;
  const shown = task.fields.filter((field) => task.values[field.key]);
  if (!task.file && !task.words && shown.length === 0) return null;
  return (
    <div className="mt-3 rounded-md bg-mist px-4 py-3">
      <p className="mb-1.5 text-sm text-mute">{t(own ? "sent" : "given")}</p>
      {shown.length > 0 && (
        <Facts
          items={shown.map((field) => ({
            term: field.label[locale],
            value: <FieldValue field={field} value={task.values[field.key] ?? ""} />,
          }))}
        />
      )}
      {task.file && <CaseFileLink file={task.file} />}
      {task.words && <UserText className="mt-1">{task.words}</UserText>}
    </div>
  );
}

function FieldValue({ field, value }: { field: TaskField; value: string }) {
  const locale = useLocale() as AppLocale;
  const format = useFormat();
  if (field.type === "choice")
    return field.options?.find((option) => option.value === value)?.label[locale] ?? value;
  if (field.type === "date") return format.dateTime(new Date(value), { dateStyle: "long" });
  if (field.type === "month")
    return format.dateTime(new Date(`${value}-01`), { year: "numeric", month: "long" });
  return <UserText as="span">{value}</UserText>;
}

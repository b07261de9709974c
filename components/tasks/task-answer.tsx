import { useLocale, useTranslations } from "next-intl";
import { FileField } from "#components/talents/file-field.tsx";
import { ChoiceField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { limits } from "#lib/files/errors.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { CASE_FILE_ACCEPT } from "#lib/introductions/file-kinds.ts";
import { submitTaskAction } from "#lib/tasks/actions.ts";
import type { TaskField } from "#lib/tasks/checklist-schema.ts";
import type { TaskView } from "#lib/tasks/schema.ts";

/** How a side answers its task: a file, words, fields, or that it is done. */
export function TaskAnswerForm({ introductionId, task }: { introductionId: string; task: TaskView }) {
  const t = useTranslations("tasks.answer");
  return (
    <ActionForm
      id={`task-${task.id}`}
      action={submitTaskAction}
      values={{ words: task.words, values: task.values }}
      className="mt-4"
    >
      <input type="hidden" name="introductionId" value={introductionId} />
      <input type="hidden" name="taskId" value={task.id} />
      {task.shared && <p className="mb-3 text-sm text-slate">{t("shared")}</p>}
      {task.kind === "UPLOAD" && (
        <FileField
          name="file"
          label={t("file")}
          help={task.shared ? t("fileHelp") : `${t("fileHelp")} ${t("filePrivate")}`}
          accept={CASE_FILE_ACCEPT}
          maxBytes={limits.bytes}
          tooLarge={t("fileTooLarge")}
        />
      )}
      {task.fields.map((field) => (
        <AnswerField key={field.key} field={field} />
      ))}
      {task.kind === "QUESTION" ? (
        <TextArea name="words" label={t("words")} />
      ) : (
        <TextArea name="words" label={t("note")} optional rows={2} />
      )}
      <SubmitButton>
        {t(task.status === "SUBMITTED" ? "sendAgain" : task.kind === "DO" ? "do" : "send")}
      </SubmitButton>
    </ActionForm>
  );
}

function AnswerField({ field }: { field: TaskField }) {
  const locale = useLocale() as AppLocale;
  const name = `values.${field.key}`;
  const label = field.label[locale];
  const optional = !field.required;
  if (field.type === "choice")
    return (
      <ChoiceField
        name={name}
        label={label}
        optional={optional}
        options={(field.options ?? []).map((option) => ({
          value: option.value,
          label: option.label[locale],
        }))}
      />
    );
  if (field.type === "text") return <TextArea name={name} label={label} optional={optional} rows={2} />;
  return (
    <TextField
      name={name}
      label={label}
      optional={optional}
      type={field.type === "number" ? "text" : field.type}
      inputMode={field.type === "number" ? "numeric" : undefined}
      className="max-w-xs"
    />
  );
}

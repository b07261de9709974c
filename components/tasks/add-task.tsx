import { useTranslations } from "next-intl";
import { ChoiceField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { addTaskAction } from "#lib/tasks/actions.ts";
import { type CaseTasks, OWN_KINDS, SIDES, TITLE_LENGTH } from "#lib/tasks/schema.ts";
import { OfficerField } from "./manage-task.tsx";

/** An officer gives a side something to do. */
export function AddTaskForm({
  introductionId,
  officers,
}: { introductionId: string } & Pick<CaseTasks, "officers">) {
  const t = useTranslations("tasks");
  return (
    <ActionForm id="add-task" action={addTaskAction}>
      <input type="hidden" name="introductionId" value={introductionId} />
      <ChoiceField
        name="side"
        label={t("add.side")}
        options={SIDES.map((side) => ({ value: side, label: t(`sides.${side}`) }))}
      />
      <SelectField
        name="kind"
        label={t("add.kind")}
        options={OWN_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="title" label={t("add.what")} help={t("add.whatHelp")} maxLength={TITLE_LENGTH} />
      <TextArea name="text" label={t("add.text")} optional rows={2} />
      <TextField name="dueOn" label={t("add.due")} type="date" optional className="max-w-xs" />
      <OfficerField officers={officers} help={t("add.personHelp")} />
      <SubmitButton>{t("add.send")}</SubmitButton>
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import { SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import {
  acceptTaskAction,
  editTaskAction,
  removeTaskAction,
  reopenTaskAction,
  returnTaskAction,
  waiveTaskAction,
} from "#lib/tasks/actions.ts";
import type { CaseTasks, TaskView } from "#lib/tasks/schema.ts";
import { Disclosure } from "./disclosure.tsx";

type Props = { introductionId: string; task: TaskView };

const Ref = ({ introductionId, task }: Props) => (
  <>
    <input type="hidden" name="introductionId" value={introductionId} />
    <input type="hidden" name="taskId" value={task.id} />
    <input type="hidden" name="version" value={task.version} />
  </>
);

/** What an officer does with a task of a case. */
export function ManageTask({ introductionId, task, officers }: Props & Pick<CaseTasks, "officers">) {
  const t = useTranslations("tasks.manage");
  const ref = { introductionId, task };
  const waits = task.status === "OPEN" || task.status === "RETURNED";
  const foreign = task.side !== "STAFF";
  if (task.status === "WAIVED") return <Reopen {...ref} />;
  return (
    <div className="mt-3 grid gap-2">
      {task.status === "SUBMITTED" && (
        <>
          <ActionForm id={`accept-task-${task.id}`} action={acceptTaskAction}>
            <Ref {...ref} />
            <SubmitButton>{t("accept")}</SubmitButton>
          </ActionForm>
          <Disclosure summary={t("return")}>
            <ActionForm id={`return-task-${task.id}`} action={returnTaskAction}>
              <Ref {...ref} />
              <TextArea name="reason" label={t("returnReason")} rows={2} />
              <SubmitButton tone="danger">{t("return")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        </>
      )}
      {task.status !== "ACCEPTED" && (
        <Disclosure summary={t("more")}>
          {waits && <EditTask {...ref} officers={officers} />}
          {waits && foreign && (
            <ActionForm
              id={`accept-task-${task.id}`}
              action={acceptTaskAction}
              className="border-t border-line pt-4"
            >
              <Ref {...ref} />
              <TextArea name="note" label={t("acceptNote")} rows={2} />
              <SubmitButton tone="plain">{t("acceptOpen")}</SubmitButton>
            </ActionForm>
          )}
          {task.item === null && task.status === "OPEN" && !task.submittedAt ? (
            <ActionForm
              id={`remove-task-${task.id}`}
              action={removeTaskAction}
              className="border-t border-line pt-4"
            >
              <Ref {...ref} />
              <SubmitButton tone="danger">{t("remove")}</SubmitButton>
            </ActionForm>
          ) : (
            <ActionForm
              id={`waive-task-${task.id}`}
              action={waiveTaskAction}
              className="border-t border-line pt-4"
            >
              <Ref {...ref} />
              <TextArea name="reason" label={t("waiveReason")} rows={2} />
              <SubmitButton tone="danger">{t("waive")}</SubmitButton>
            </ActionForm>
          )}
        </Disclosure>
      )}
      {task.status === "ACCEPTED" && <Reopen {...ref} />}
    </div>
  );
}

function Reopen(ref: Props) {
  const t = useTranslations("tasks.manage");
  return (
    <ActionForm id={`reopen-task-${ref.task.id}`} action={reopenTaskAction}>
      <Ref {...ref} />
      <SubmitButton tone="quiet" className="-ml-3">
        {t("reopen")}
      </SubmitButton>
    </ActionForm>
  );
}

function EditTask({ introductionId, task, officers }: Props & Pick<CaseTasks, "officers">) {
  const t = useTranslations("tasks");
  const own = task.item === null;
  return (
    <ActionForm
      id={`edit-task-${task.id}`}
      action={editTaskAction}
      values={{
        title: own ? task.title.text : "",
        text: own ? (task.text?.text ?? "") : "",
        dueOn: task.dueOn ?? "",
        assigneeId: task.assigneeId ?? "",
      }}
      className="pb-4"
    >
      <Ref introductionId={introductionId} task={task} />
      {own && (
        <>
          <TextField name="title" label={t("add.what")} maxLength={160} />
          <TextArea name="text" label={t("add.text")} optional rows={2} />
        </>
      )}
      <TextField name="dueOn" label={t("add.due")} type="date" optional className="max-w-xs" />
      {task.side === "STAFF" && <OfficerField officers={officers} />}
      <SubmitButton tone="plain">{t("manage.save")}</SubmitButton>
    </ActionForm>
  );
}

export function OfficerField({ officers, help }: Pick<CaseTasks, "officers"> & { help?: string }) {
  const t = useTranslations("tasks.add");
  const terms = useTranslations("terms.offices");
  return (
    <SelectField
      name="assigneeId"
      label={t("person")}
      help={help}
      optional
      empty={t("anyone")}
      options={officers.map((officer) => ({
        value: officer.id,
        label: `${officer.name} · ${terms(officer.office)}`,
      }))}
    />
  );
}

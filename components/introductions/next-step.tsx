import { getTranslations } from "next-intl/server";
import { DateText } from "#components/ui/date-text.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { today } from "#lib/clock.ts";
import { setNextStepAction } from "#lib/introductions/actions.ts";
import { type CaseFrame, SIDES } from "#lib/introductions/case-schema.ts";

/** The owner's words for what comes next, who does it and by when. */
export async function NextStepForm({ case: of }: { case: CaseFrame }) {
  const t = await getTranslations("cases");
  const day = today();
  return (
    <section aria-labelledby="next-step">
      <h2 id="next-step" className="mb-3 text-lg">
        {t("step.title")}
      </h2>
      <ActionForm
        id="next-step"
        action={setNextStepAction}
        values={{
          nextStep: of.nextStep,
          ball: of.ball ?? "STAFF",
          // a date that has passed is no answer
          dueOn: of.dueOn && of.dueOn >= day ? of.dueOn : "",
        }}
      >
        <input type="hidden" name="introductionId" value={of.id} />
        <input type="hidden" name="version" value={of.version} />
        <TextArea name="nextStep" label={t("step.label")} help={t("step.help")} rows={2} maxLength={300} />
        <div className="grid gap-x-5 sm:grid-cols-2">
          <SelectField
            name="ball"
            label={t("step.ball")}
            options={SIDES.map((side) => ({ value: side, label: t(`ball.${side}`) }))}
          />
          <TextField name="dueOn" type="date" label={t("step.due")} min={day} />
        </div>
        {of.dueOn && (
          <TextArea
            name="reason"
            label={t("step.reason")}
            help={t.rich("step.reasonHelp", { d: () => <DateText value={of.dueOn!} /> })}
            rows={2}
            maxLength={1000}
          />
        )}
        <SubmitButton>{t("step.submit")}</SubmitButton>
      </ActionForm>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { ChoiceField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { answerFollowUpAction } from "#lib/introductions/actions.ts";
import { type FollowUpView, helpOf } from "#lib/introductions/follow-up-schema.ts";

const SCALE = ["5", "4", "3", "2", "1"] as const;

/** Still there, how is it going, what would help, and a few words. */
export function FollowUpForm({
  introductionId,
  followUp,
  staff,
}: {
  introductionId: string;
  followUp: FollowUpView;
  staff: boolean;
}) {
  const t = useTranslations("journey.followUp");
  const side = followUp.side === "ENTERPRISE" ? "ENTERPRISE" : "TALENT";
  return (
    <ActionForm id={`follow-up-${followUp.id}`} action={answerFollowUpAction} className="mt-2">
      <input type="hidden" name="introductionId" value={introductionId} />
      <input type="hidden" name="followUpId" value={followUp.id} />
      <ChoiceField
        name="retained"
        label={t(`form.retained.${side}`)}
        options={[
          { value: "yes", label: t("form.yes") },
          { value: "no", label: t("form.no") },
        ]}
        columns
      />
      <ChoiceField
        name="satisfaction"
        label={t("form.satisfaction")}
        optional={staff}
        options={SCALE.map((value) => ({ value, label: t(`form.scale.${value}`) }))}
      />
      <ChoiceField
        name="help"
        label={t("form.help")}
        optional
        multiple
        columns
        options={helpOf(followUp.side).map((value) => ({ value, label: t(`helps.${value}` as never) }))}
      />
      <TextArea name="words" label={t("form.words")} help={t("form.wordsHelp")} optional rows={3} />
      {staff && <TextField name="note" label={t("form.note")} maxLength={500} />}
      <SubmitButton>{t("form.send")}</SubmitButton>
    </ActionForm>
  );
}

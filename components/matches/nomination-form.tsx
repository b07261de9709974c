import { getTranslations } from "next-intl/server";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { nominateAction } from "#lib/matches/actions.ts";

/** An officer brings somebody to a need by the code that stands on the profile. */
export async function NominationForm({ needId }: { needId: string }) {
  const t = await getTranslations("matches.ofNeed");
  return (
    <>
      <h2 className="text-lg">{t("nominate")}</h2>
      <p className="mt-1 mb-4 text-sm text-slate">{t("nominateHelp")}</p>
      <ActionForm id={`nominate-${needId}`} action={nominateAction}>
        <input type="hidden" name="needId" value={needId} />
        <TextField
          name="code"
          label={t("code")}
          help={t("codeHelp")}
          maxLength={20}
          autoCapitalize="characters"
        />
        <TextArea name="reason" label={t("why")} rows={3} maxLength={1000} />
        <SubmitButton>{t("nominate")}</SubmitButton>
      </ActionForm>
    </>
  );
}

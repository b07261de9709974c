import { getTranslations } from "next-intl/server";
import { SelectField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import type { FormState } from "#lib/action-state.ts";
import type { Endings } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import type { Ending } from "#lib/introductions/outcomes.ts";

/** The ways in which a side may end a case, each with its own reasons. Opens without JavaScript too. */
export async function EndForms({
  case: { id, version, side },
  endings,
  action,
  open,
}: {
  case: Pick<CaseFrame, "id" | "version" | "side">;
  endings: Endings;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** the way that stands open at first */
  open?: Ending;
}) {
  const t = await getTranslations("cases.end");
  const terms = await getTranslations("terms.caseOutcomes");
  const ways = Object.entries(endings) as [Ending, readonly string[]][];
  return (
    <div className="grid gap-3">
      {ways.map(([ending, codes]) => (
        <details
          key={ending}
          name="ending"
          open={ending === open || undefined}
          className="rounded-md border border-line px-4"
        >
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
            {t(`ways.${side}.${ending}`)}
          </summary>
          <ActionForm id={`end-${ending}`} action={action} className="pb-4">
            <input type="hidden" name="introductionId" value={id} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="ending" value={ending} />
            <p className="mb-4 text-slate">{t(`text.${side}.${ending}`)}</p>
            <SelectField
              name="outcome"
              label={t("outcome")}
              options={codes.map((value) => ({ value, label: terms(value) }))}
            />
            <TextArea
              name="words"
              label={t("words")}
              help={t(`wordsHelp.${side}`)}
              optional
              rows={3}
              maxLength={1000}
            />
            <SubmitButton tone="danger">{t("title")}</SubmitButton>
          </ActionForm>
        </details>
      ))}
    </div>
  );
}

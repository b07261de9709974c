import { useTranslations } from "next-intl";
import { CheckField, FieldGroup, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import type { FormState } from "#lib/action-state.ts";
import type { RawValues } from "#lib/form-values.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { ConceptContent } from "#lib/taxonomy/concept.ts";
import { KINDS } from "#lib/taxonomy/schema.ts";

type Act = (state: FormState, form: FormData) => Promise<FormState>;

/** Names, other words and links of a concept. Without a concept it makes a new one. */
export function ConceptForm({
  id,
  action,
  concept,
  values,
}: {
  id: string;
  action: Act;
  concept?: { id: string; version: number };
  values: Partial<ConceptContent>;
}) {
  const t = useTranslations("taxonomy.form");
  return (
    <ActionForm id={id} action={action} values={{ kind: "skill", ...values } as RawValues}>
      {/* first, so that Enter in a field saves and does not draft */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="hidden" />
      {concept && (
        <>
          <input type="hidden" name="conceptId" value={concept.id} />
          <input type="hidden" name="version" value={concept.version} />
        </>
      )}
      <Names />
      <TextArea name="aliases" label={t("aliases")} help={t("aliasesHelp")} rows={6} optional />
      <LinkFields />
      <CheckField name="sharedForms" label={t("sharedForms")} help={t("sharedFormsHelp")} />
      {!concept && (
        <TextField name="newId" label={t("newId")} help={t("newIdHelp")} maxLength={60} lang="en" optional />
      )}
      <SubmitButton name="intent" value="save">
        {t(concept ? "save" : "saveNew")}
      </SubmitButton>
    </ActionForm>
  );
}

function Names() {
  const t = useTranslations("taxonomy");
  return (
    <>
      <SelectField
        name="kind"
        label={t("form.kind")}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField name="hans" label={t("form.hans")} maxLength={80} lang={langTag("zh-Hans")} />
      <div className="mb-5">
        <TextField
          name="hant"
          label={t("form.hant")}
          help={t("form.hantHelp")}
          maxLength={80}
          lang={langTag("zh-Hant")}
          className="mb-2!"
        />
        <SubmitButton tone="quiet" name="intent" value="draft" className="-ml-3">
          {t("form.hantDraft")}
        </SubmitButton>
      </div>
      <TextField name="en" label={t("form.en")} maxLength={120} lang="en" />
    </>
  );
}

function LinkFields() {
  const t = useTranslations("taxonomy.form");
  return (
    <FieldGroup legend={t("links")}>
      <p className="-mt-2 mb-4 text-sm text-slate">{t("linksHelp")}</p>
      {(["broader", "related", "same"] as const).map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(name)}
          help={name === "same" ? undefined : t(`${name}Help`)}
          rows={name === "same" ? 2 : 3}
          optional
        />
      ))}
    </FieldGroup>
  );
}

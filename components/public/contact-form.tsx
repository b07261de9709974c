import { useTranslations } from "next-intl";
import { ChoiceField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { sendContactMessageAction } from "#lib/messages/actions.ts";
import { type ContactInput, TOPICS } from "#lib/messages/schema.ts";
import { OFFICES } from "#lib/terms/terms.ts";

/** Writes to one of the two offices, with a topic chosen already where the page is about one. Works without JavaScript. */
export function ContactForm({ topic }: { topic?: ContactInput["topic"] }) {
  const t = useTranslations("public.contact");
  const terms = useTranslations("terms");
  return (
    <ActionForm id="contact" action={sendContactMessageAction} values={topic ? { topic } : {}}>
      <ChoiceField
        name="office"
        label={t("office")}
        options={OFFICES.map((office) => ({ value: office, label: terms(`offices.${office}`) }))}
      />
      <SelectField
        name="topic"
        label={t("topic")}
        options={TOPICS.map((topic) => ({ value: topic, label: t(`topics.${topic}`) }))}
      />
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={80} />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        help={t("emailHelp")}
        autoComplete="email"
        maxLength={254}
      />
      <TextArea name="body" label={t("body")} help={t("bodyHelp")} rows={6} maxLength={4000} />
      {/* people do not see this; programs fill it in */}
      <div className="hidden" aria-hidden>
        <TextField name="website" label={t("website")} tabIndex={-1} autoComplete="off" />
      </div>
      <p className="mb-4 text-sm text-slate">{t("privacyNote")}</p>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import { CheckField } from "#components/ui/fields.tsx";
import { CONSENT_TEXT_VERSION } from "#lib/consents/schema.ts";

/** One consent in full words with its own box, never ticked beforehand. */
export function ConsentBox({ purpose, name = "consent" }: { purpose: "MATCHING" | "TEAM"; name?: string }) {
  const t = useTranslations(`consents.texts.${CONSENT_TEXT_VERSION}.${purpose}`);
  return (
    <div className="mb-5 rounded-md border border-line bg-mist/60 px-4 pt-3">
      <CheckField name={name} label={<span className="font-semibold">{t("title")}</span>} help={t("text")} />
    </div>
  );
}

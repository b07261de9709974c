"use client";

import { useTranslations } from "next-intl";
import { CheckField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { CHAINS, DISTRICTS } from "#lib/terms/terms.ts";

/** What an organisation says of itself. `locked`: what was verified is shown elsewhere and not asked again. */
export function EnterpriseFields({ locked = false }: { locked?: boolean }) {
  const t = useTranslations("enterprises.fields");
  const terms = useTranslations("terms");
  return (
    <>
      {!locked && (
        <>
          <TextField
            name="name"
            label={t("name")}
            help={t("nameHelp")}
            autoComplete="organization"
            maxLength={120}
          />
          <SelectField
            name="district"
            label={t("district")}
            empty={t("choose")}
            options={DISTRICTS.map((value) => ({ value, label: terms(`districts.${value}`) }))}
          />
          <TextField
            name="licenceNumber"
            label={t("licence")}
            help={t("licenceHelp")}
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
      <TextField name="nameEn" label={t("nameEn")} optional maxLength={160} />
      <SelectField
        name="chain"
        label={t("chain")}
        empty={t("choose")}
        options={CHAINS.map((value) => ({ value, label: terms(`chains.${value}`) }))}
      />
      <CheckField name="ftz" label={t("ftz")} />
      <TextField name="website" label={t("website")} type="url" placeholder="https://" optional />
      <TextArea name="about" label={t("about")} help={t("aboutHelp")} optional />
      <p className="mb-3 text-sm text-slate">{t("contactHelp")}</p>
      <TextField name="contactName" label={t("contactName")} />
      <TextField name="contactPhone" label={t("contactPhone")} type="tel" autoComplete="tel" />
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "#components/ui/fields.tsx";
import type { NeedType } from "#lib/needs/schema.ts";
import { CURRENCIES, PAY_PERIODS } from "#lib/terms/terms.ts";
import { PAY_OF } from "./need-types.ts";

/** An amount from and to; a challenge has a budget for the whole and so no period to choose. */
export function PayFields({ type }: { type: NeedType }) {
  const t = useTranslations("needs.form");
  const terms = useTranslations("terms");
  return (
    <fieldset className="mb-1">
      <legend className="font-semibold">{t(PAY_OF[type])}</legend>
      <p className="mb-2 text-sm text-slate">{t("payHelp")}</p>
      <div className="grid grid-cols-2 items-end gap-x-4 sm:grid-cols-4">
        <TextField name="payMin" label={t("payMin")} inputMode="numeric" optional />
        <TextField name="payMax" label={t("payMax")} inputMode="numeric" optional />
        <SelectField
          name="payCurrency"
          label={t("currency")}
          options={CURRENCIES.map((value) => ({ value, label: terms(`currencies.${value}`) }))}
        />
        {type === "challenge" ? (
          <input type="hidden" name="payPeriod" value="year" />
        ) : (
          <SelectField
            name="payPeriod"
            label={t("period")}
            options={PAY_PERIODS.map((value) => ({ value, label: terms(`periods.${value}`) }))}
          />
        )}
      </div>
    </fieldset>
  );
}

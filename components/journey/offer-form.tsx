import { useTranslations } from "next-intl";
import { FileField } from "#components/talents/file-field.tsx";
import { CheckField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { limits } from "#lib/files/errors.ts";
import { recordOfferAction } from "#lib/introductions/actions.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { CASE_FILE_ACCEPT } from "#lib/introductions/file-kinds.ts";
import type { CaseTerms } from "#lib/introductions/offer-queries.ts";
import { CURRENCIES, MODES, PAY_PERIODS } from "#lib/terms/terms.ts";

/** Terms put forward, by the enterprise or recorded by staff; begins with the newest ones, or with what the need says. */
export function OfferForm({ of, terms }: { of: CaseFrame; terms: CaseTerms }) {
  const t = useTranslations("journey.terms");
  const labels = useTranslations("terms");
  const file = useTranslations("tasks.answer");
  const newest = terms.offers[0];
  const { lang: _lang, ...start } = terms.start;
  const options = (list: readonly string[], group: "modes" | "currencies" | "periods") =>
    list.map((value) => ({ value, label: labels(`${group}.${value}` as never) }));
  return (
    <ActionForm id="offer" action={recordOfferAction} values={start}>
      <input type="hidden" name="introductionId" value={of.id} />
      <input type="hidden" name="seen" value={terms.seen} />
      <TextField name="title" label={t("fields.title")} maxLength={160} />
      <div className="grid gap-x-5 sm:grid-cols-2">
        <SelectField name="mode" label={t("fields.mode")} options={options(MODES, "modes")} />
        <TextField name="place" label={t("fields.place")} optional maxLength={160} />
        <TextField name="startOn" type="date" label={t("fields.startOn")} help={t("help.startOn")} optional />
        <TextField
          name="daysPerMonth"
          inputMode="numeric"
          label={t("fields.daysPerMonth")}
          help={t("help.daysPerMonth")}
          optional
        />
        <TextField name="payMin" inputMode="numeric" label={t("fields.payMin")} optional />
        <TextField name="payMax" inputMode="numeric" label={t("fields.payMax")} optional />
        <SelectField
          name="payCurrency"
          label={t("fields.payCurrency")}
          options={options(CURRENCIES, "currencies")}
          optional
        />
        <SelectField
          name="payPeriod"
          label={t("fields.payPeriod")}
          options={options(PAY_PERIODS, "periods")}
          optional
        />
      </div>
      <TextArea name="housing" label={t("fields.housing")} help={t("help.housing")} optional rows={2} />
      <TextArea name="terms" label={t("fields.terms")} help={t("help.terms")} optional />
      <FileField
        name="evidence"
        label={t("fields.evidence")}
        help={t("help.evidence")}
        optional
        accept={CASE_FILE_ACCEPT}
        maxBytes={limits.bytes}
        tooLarge={file("fileTooLarge")}
      />
      {newest?.status === "ACCEPTED" && <TextArea name="reason" label={t("form.reason")} rows={2} />}
      <p className="mb-4 text-sm text-slate">{t("form.law")}</p>
      {of.side === "ENTERPRISE" && <CheckField name="sure" label={t("form.sure")} />}
      <SubmitButton>{t(of.side === "STAFF" ? "form.record" : "form.send")}</SubmitButton>
    </ActionForm>
  );
}

import { CircleCheck, CircleSlash2, Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Dialog, DialogCancel } from "#components/ui/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import type { withdrawConsentAction } from "#lib/talents/actions.ts";
import type { GivenCategory } from "#lib/talents/ledger-queries.ts";

/** The address of receipts, in the language of the page. */
export function useReceipt() {
  const locale = useLocale();
  return (format: "html" | "json", consentId?: string) =>
    `/api/talent/receipts?${new URLSearchParams({ format, locale, ...(consentId ? { consent: consentId } : {}) })}`;
}

export const DIALOG_ACTIONS = "flex flex-wrap items-end gap-3";

type Row = {
  consent: Omit<GivenCategory, "category">;
  name: string;
  /** its transfer across the border was given with it */
  transfer?: boolean;
  /** what ends when it is withdrawn */
  warning: string;
  action: typeof withdrawConsentAction;
};

/** One consent: what, since when and how, its receipt and the way back; or how it ended. */
export function ConsentRow({ consent, name, transfer, warning, action }: Row) {
  const t = useTranslations("talents.privacy");
  const words = useTranslations("consents");
  const format = useFormat();
  const receipt = useReceipt();
  const { consentId, channel, grantedAt, endedAt, endedBy } = consent;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const Icon = endedAt ? CircleSlash2 : CircleCheck;
  return (
    <li
      id={`consent-${consentId}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5"
    >
      <Icon aria-hidden className={endedAt ? "size-5 shrink-0 text-mute" : "size-5 shrink-0 text-ok"} />
      <div className="min-w-0 grow basis-56">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-slate">
          {t("givenOn", { date: day(grantedAt), channel: words(`channels.${channel}`) })}
          {transfer && ` · ${t("andTransfer")}`}
          {endedAt && endedBy && (
            <span className="block">{words(`ended.${endedBy}`, { date: day(endedAt) })}</span>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {/* a plain link: a file is not a page */}
        <a
          href={receipt("html", consentId)}
          download
          className={buttonClass("quiet")}
          aria-label={t("receiptOf", { what: name })}
        >
          <Download aria-hidden className="size-4.5" />
          {t("receipt")}
        </a>
        {!endedAt && (
          <Dialog
            trigger={
              <>
                {t("withdraw")}
                <span className="sr-only">: {name}</span>
              </>
            }
            title={t("withdrawOf", { what: name })}
          >
            <p className="mb-5">{warning}</p>
            <div className={DIALOG_ACTIONS}>
              <ActionForm id={`withdraw-${consentId}`} action={action}>
                <input type="hidden" name="consentId" value={consentId} />
                <SubmitButton tone="danger">{t("withdraw")}</SubmitButton>
              </ActionForm>
              <DialogCancel />
            </div>
          </Dialog>
        )}
      </div>
    </li>
  );
}

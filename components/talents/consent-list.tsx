import { useFormatter, useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card } from "#components/ui/surface.tsx";
import { grantMatchingConsentAction, withdrawConsentAction } from "#lib/talents/actions.ts";
import type { OwnConsent } from "#lib/talents/queries.ts";
import { ConsentBox } from "./consent-box.tsx";

/** Every consent of the person, each with its own way back. */
export function ConsentList({ consents, consented }: { consents: OwnConsent[]; consented: boolean }) {
  const t = useTranslations("talents.privacy");
  return (
    <Card aria-labelledby="consents">
      <h2 id="consents" className="mb-2 text-lg">
        {t("consents")}
      </h2>
      <ul>
        {consents.map((consent) => (
          <Row key={consent.id} consent={consent} />
        ))}
      </ul>
      {!consented && (
        <ActionForm id="grant-matching" action={grantMatchingConsentAction} className="mt-4">
          <ConsentBox purpose="MATCHING" />
          <SubmitButton>{t("grant")}</SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}

function Row({ consent }: { consent: OwnConsent }) {
  const t = useTranslations("talents.privacy");
  const words = useTranslations("consents");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0 grow">
        <p className="font-semibold">
          {words(`purposes.${consent.purpose}`)}
          {consent.enterprise && ` · ${consent.enterprise}`}
        </p>
        <p className="text-sm text-slate">
          {t("given", { date: day(consent.grantedAt), channel: words(`channels.${consent.channel}`) })}
        </p>
      </div>
      {consent.withdrawnAt ? (
        <StatusTag tone="plain">{t("withdrawn", { date: day(consent.withdrawnAt) })}</StatusTag>
      ) : (
        <Dialog trigger={t("withdraw")} title={t("withdrawSure")}>
          <p className="mb-5">{t(consent.purpose === "MATCHING" ? "withdrawMatching" : "withdrawOther")}</p>
          <ActionForm id={`withdraw-${consent.id}`} action={withdrawConsentAction}>
            <input type="hidden" name="consentId" value={consent.id} />
            <SubmitButton tone="danger">{t("withdraw")}</SubmitButton>
          </ActionForm>
        </Dialog>
      )}
    </li>
  );
}

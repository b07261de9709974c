import { useTranslations } from "next-intl";
import { Dialog, DialogCancel } from "#components/ui/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import { OPTIONAL } from "#lib/consents/schema.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import {
  grantMatchingConsentAction,
  withdrawConsentAction,
  withdrawEverythingAction,
  withdrawFromEnterpriseAction,
} from "#lib/talents/actions.ts";
import type { GivenForNeed, GivenToEnterprise, OwnConsent } from "#lib/talents/ledger-queries.ts";
import { ConsentBox } from "./consent-box.tsx";
import { ConsentRow, DIALOG_ACTIONS } from "./consent-row.tsx";

type Props = { matching: OwnConsent[]; recipients: GivenToEnterprise[]; consented: boolean };

/** Everything the person gave, by recipient and category, each with its own way back, and the receipts of it all. */
export function ConsentList({ matching, recipients, consented }: Props) {
  const t = useTranslations("talents.privacy");
  const current = recipients.filter((one) => one.inForce);
  const earlier = recipients.filter((one) => !one.inForce);
  return (
    <Card aria-labelledby="consents">
      <h2 id="consents" className="mb-4 text-lg">
        {t("consents")}
      </h2>
      <Workstation matching={matching} consented={consented} />
      {current.map((recipient) => (
        <Recipient key={recipient.id} recipient={recipient} />
      ))}
      {earlier.length > 0 && (
        <details className="mt-5 border-t border-line pt-2">
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-sea-700">
            {t("earlier", { count: earlier.length })}
          </summary>
          {earlier.map((recipient) => (
            <Recipient key={recipient.id} recipient={recipient} />
          ))}
        </details>
      )}
      {(current.length > 0 || consented) && <WithdrawAll />}
    </Card>
  );
}

function Workstation({ matching, consented }: Pick<Props, "matching" | "consented">) {
  const t = useTranslations("talents.privacy");
  const purposes = useTranslations("consents.purposes");
  // the latest says how it stands
  const [latest] = matching;
  return (
    <section aria-labelledby="workstation">
      <h3 id="workstation" className="font-semibold">
        {t("workstation")}
      </h3>
      <ul className="mt-1">
        {latest && (
          <ConsentRow
            consent={{ ...latest, consentId: latest.id, endedAt: latest.withdrawnAt }}
            name={purposes("MATCHING")}
            warning={t("withdrawMatching")}
            action={withdrawConsentAction}
          />
        )}
      </ul>
      {!consented && (
        <ActionForm id="grant-matching" action={grantMatchingConsentAction} className="mt-4">
          <ConsentBox purpose="MATCHING" />
          <SubmitButton>{t("grant")}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}

function Recipient({ recipient }: { recipient: GivenToEnterprise }) {
  const t = useTranslations("talents.privacy");
  const { id, name, needs, inForce } = recipient;
  return (
    <section aria-labelledby={`to-${id}`} className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 id={`to-${id}`} className="font-semibold [overflow-wrap:anywhere]">
          {name}
        </h3>
        {inForce && (
          <Dialog trigger={t("withdrawFrom")} title={t("withdrawFrom")}>
            <p className="mb-5">{t("withdrawFromText", { enterprise: name })}</p>
            <div className={DIALOG_ACTIONS}>
              <ActionForm id={`withdraw-from-${id}`} action={withdrawFromEnterpriseAction}>
                <input type="hidden" name="enterpriseId" value={id} />
                <SubmitButton tone="danger">{t("withdrawFrom")}</SubmitButton>
              </ActionForm>
              <DialogCancel />
            </div>
          </Dialog>
        )}
      </div>
      {needs.map((need) => (
        <ForNeed key={need.matchId} given={need} enterprise={name} />
      ))}
    </section>
  );
}

function ForNeed({ given, enterprise }: { given: GivenForNeed; enterprise: string }) {
  const t = useTranslations("talents.privacy");
  const categories = useTranslations("consents.categories");
  const held = new Set(given.categories.filter((one) => !one.endedAt).map((one) => one.category));
  const missing = OPTIONAL.filter((category) => !held.has(category));
  return (
    <div className="mt-2 rounded-md border border-line px-4 pt-3 pb-1">
      <p className="mb-1 text-slate">
        {t("forNeed")} <span lang={langTag(given.need.lang)}>{given.need.title}</span> · {given.need.code}
      </p>
      <ul>
        {given.categories.map((consent) => (
          <ConsentRow
            key={consent.consentId}
            consent={consent}
            name={categories(consent.category)}
            transfer
            warning={t(consent.category === "anonymous" ? "withdrawBase" : "withdrawCategory", {
              enterprise,
              need: `${given.need.title} · ${given.need.code}`,
            })}
            action={withdrawConsentAction}
          />
        ))}
      </ul>
      {given.running && missing.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-4 border-t border-line py-1 text-slate">
          {t("notGiven", { list: missing.map((one) => categories(one)).join(" · ") })}
          <Link
            href={`/talent/invitations/${given.matchId}#give`}
            className="inline-flex min-h-11 items-center font-semibold text-sea-700 underline underline-offset-4"
          >
            {t("giveMore")}
          </Link>
        </p>
      )}
    </div>
  );
}

function WithdrawAll() {
  const t = useTranslations("talents.privacy");
  return (
    <div className="mt-6 border-t border-line pt-4">
      <Dialog trigger={t("withdrawAll")} tone="danger" title={t("withdrawAll")}>
        <p className="mb-5">{t("withdrawAllText")}</p>
        <div className={DIALOG_ACTIONS}>
          <ActionForm id="withdraw-all" action={withdrawEverythingAction}>
            <SubmitButton tone="danger">{t("withdrawAll")}</SubmitButton>
          </ActionForm>
          <DialogCancel />
        </div>
      </Dialog>
    </div>
  );
}

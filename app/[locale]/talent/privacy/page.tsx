import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentList } from "#components/talents/consent-list.tsx";
import { DisclosureList } from "#components/talents/disclosure-list.tsx";
import { Memberships } from "#components/talents/member-list.tsx";
import { ReceiptsCard } from "#components/talents/receipts-card.tsx";
import { StopCard } from "#components/talents/stop-card.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { setAlertsAction } from "#lib/talents/actions.ts";
import { byRecipient, getDisclosures, getOwnConsents } from "#lib/talents/ledger-queries.ts";
import { getMemberships, getOwnProfile } from "#lib/talents/queries.ts";

type Search = { searchParams: Promise<{ after?: string | string[]; done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.privacy");
  return { title: t("title") };
}

export default async function PrivacyPage({ searchParams }: Search) {
  const viewer = await pageViewer("/talent/privacy");
  const { after, done } = await searchParams;
  const from = typeof after === "string" ? after : undefined;
  const [own, consents, disclosures, memberships, t] = await Promise.all([
    getOwnProfile(viewer),
    getOwnConsents(viewer),
    getDisclosures(viewer, { after: from }),
    getMemberships(viewer),
    getTranslations("talents.privacy"),
  ]);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {done === "withdrawn" && (
          <Notice tone="ok" live>
            {t("done")}
          </Notice>
        )}
        <ConsentList
          matching={consents.filter(({ purpose }) => purpose === "MATCHING")}
          recipients={byRecipient(consents)}
          consented={own.consented}
        />
        {memberships.length > 0 && <Memberships memberships={memberships} />}
        <DisclosureList {...disclosures} later={from !== undefined} />
        <ReceiptsCard />
        <div className="grid gap-4 sm:grid-cols-2">
          <Card aria-labelledby="copy">
            <h2 id="copy" className="text-lg">
              {t("copy")}
            </h2>
            <p className="mt-1 mb-4 text-slate">{t("copyText")}</p>
            <a className={buttonClass("plain")} href="/api/talent/copy" download>
              {t("copyGet")}
            </a>
          </Card>
          <Card aria-labelledby="alerts">
            <h2 id="alerts" className="text-lg">
              {t("alerts")}
            </h2>
            <p className="mt-1 mb-4 text-slate">
              {t("alertsText")} {t("alertsNow", { state: own.profile.alerts ? "on" : "off" })}
            </p>
            {own.can.edit && (
              <ActionForm id="alerts" action={setAlertsAction}>
                {!own.profile.alerts && <input type="hidden" name="alerts" value="on" />}
                <SubmitButton tone="plain">{t(own.profile.alerts ? "alertsOff" : "alertsOn")}</SubmitButton>
              </ActionForm>
            )}
          </Card>
        </div>
        <StopCard own={own} />
      </div>
    </div>
  );
}

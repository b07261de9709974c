import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EnterpriseNotice } from "#components/enterprises/enterprise-status.tsx";
import { ConfirmEmail, WaitingList } from "#components/enterprises/home.tsx";
import { JourneyCards } from "#components/journey/journey-card.tsx";
import { OwnNeedList } from "#components/needs/need-row.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getOwnEnterprise, hasVerifiedEmail } from "#lib/enterprises/queries.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { countYourTurn, listCurrentNeeds } from "#lib/needs/queries.ts";
import { listJourneys } from "#lib/tasks/journey-queries.ts";

/** Running cases shown; the list of introductions has them all. */
const MOST_CASES = 4;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enterprises.home");
  return { title: t("yourTurn") };
}

export default async function EnterpriseHomePage({ searchParams }: Props) {
  const viewer = await pageViewer("/enterprise");
  const [t, query, enterprise, confirmed, needs, yourTurn, journeys] = await Promise.all([
    getTranslations("enterprises.home"),
    searchParams,
    getOwnEnterprise(viewer),
    hasVerifiedEmail(viewer),
    listCurrentNeeds(viewer),
    countYourTurn(viewer),
    listJourneys(viewer, (await getLocale()) as AppLocale),
  ]);
  const waiting = journeys.filter(({ next }) => next.who === "you").length;
  return (
    <>
      <PageHeader
        crumb={enterprise.name}
        title={t("title", { name: viewer.name })}
        actions={<ButtonLink href="/enterprise/needs/new">{t("post")}</ButtonLink>}
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {query.registered && !confirmed && (
          <Notice tone="ok" live>
            {t("registered", { email: viewer.email })}
          </Notice>
        )}
        <EnterpriseNotice enterprise={enterprise} />
        {!confirmed && !query.registered && <ConfirmEmail email={viewer.email} />}
      </div>
      <div className="mb-8 grid gap-5 lg:grid-cols-2">
        <WaitingList enterprise={enterprise} needs={needs} yourTurn={yourTurn} cases={waiting} side="you" />
        <WaitingList
          enterprise={enterprise}
          needs={needs}
          yourTurn={yourTurn}
          cases={waiting}
          side="station"
        />
      </div>
      <div className="mb-8 empty:hidden">
        <JourneyCards journeys={journeys.slice(0, MOST_CASES)} columns />
        {journeys.length > MOST_CASES && (
          <ButtonLink href="/enterprise/introductions" tone="quiet" className="mt-2">
            {t("allCases", { count: journeys.length })}
          </ButtonLink>
        )}
      </div>
      <section aria-labelledby="open">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="open" className="text-xl">
            {t("open")}
          </h2>
          <ButtonLink href="/enterprise/needs" tone="quiet">
            {t("all")}
          </ButtonLink>
        </div>
        {needs.open.length > 0 ? <OwnNeedList needs={needs.open} /> : <EmptyState title={t("noOpen")} />}
      </section>
    </>
  );
}

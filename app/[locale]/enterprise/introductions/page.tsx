import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CandidateList } from "#components/introductions/candidate-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listCandidates } from "#lib/introductions/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introductions"))("title") };
}

export default async function CandidatesPage() {
  const viewer = await pageViewer("/enterprise/introductions");
  const t = await getTranslations("introductions");
  const { candidates, underWay } = await listCandidates(viewer, (await getLocale()) as AppLocale);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <p className="mb-6 text-slate">{t("underWay", { count: underWay })}</p>
      {candidates.length === 0 ? (
        <EmptyState
          title={t("empty")}
          action={
            <ButtonLink href="/enterprise/needs" tone="plain">
              {t("toNeeds")}
            </ButtonLink>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <CandidateList candidates={candidates} />
      )}
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CandidateList } from "#components/introductions/candidate-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { NumberedPager } from "#components/ui/numbered-pager.tsx";
import { EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listCasesOf } from "#lib/introductions/own-queries.ts";
import { listCandidates } from "#lib/introductions/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("introductions"))("title") };
}

type Props = { searchParams: Promise<{ done?: string; page?: string }> };

export default async function CandidatesPage({ searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions");
  const { done, page: asked } = await searchParams;
  const t = await getTranslations("introductions");
  const { candidates, counts, page, pages, underWay } = await listCandidates(
    viewer,
    (await getLocale()) as AppLocale,
    Number(asked),
  );
  const cases = await listCasesOf(
    viewer,
    candidates.map(({ id }) => id),
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {done === "ended" && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t("done.ended")}
          </Notice>
        </div>
      )}
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
        <CandidateList
          candidates={candidates}
          counts={counts}
          cases={new Map(cases.map((one) => [one.matchId, one]))}
        />
      )}
      <NumberedPager path="/enterprise/introductions" page={page} pages={pages} />
    </>
  );
}

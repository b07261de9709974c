import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QueueFilterBar } from "#components/matches/queue-filters.tsx";
import { QueueKeys } from "#components/matches/queue-keys.tsx";
import { QueueTable } from "#components/matches/queue-table.tsx";
import { ReviewToast } from "#components/matches/review-toast.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { COUNTED } from "#lib/matches/queue-facets.ts";
import { getReviewQueue } from "#lib/matches/queue-query.ts";
import { filtersToQuery, queueFilters } from "#lib/matches/schema.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.queue"))("title") };
}

export default async function MatchQueuePage({ searchParams }: Props) {
  const viewer = await pageViewer("/staff/matches");
  const params = await searchParams;
  const filters = queueFilters.parse(params);
  const t = await getTranslations("matches.queue");
  const { rows, next, facets } = await getReviewQueue(viewer, filters);
  const query = filtersToQuery(filters);
  const suffix = query && `?${query}`;
  const best = rows[0];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={best && <ButtonLink href={`/staff/matches/${best.id}${suffix}`}>{t("start")}</ButtonLink>}
      />
      <div className="gap-8 lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
        <QueueFilterBar filters={filters} facets={facets} />
        <div>
          <p className="mb-3 flex flex-wrap justify-between gap-3 text-slate">
            <span role="status">{t("total", { count: facets.total })}</span>
            <span className="hidden text-sm lg:inline">{t("keys")}</span>
          </p>
          {rows.length === 0 ? (
            <EmptyState
              title={query ? t("emptyFiltered") : t("empty")}
              action={
                query && (
                  <ButtonLink href="/staff/matches" tone="plain">
                    {t("clear")}
                  </ButtonLink>
                )
              }
            >
              {query ? undefined : t("emptyText")}
            </EmptyState>
          ) : (
            <div className="md:overflow-clip md:rounded-lg md:border md:border-line md:bg-paper">
              <QueueTable
                rows={rows}
                caption={t("title")}
                hrefOf={(row) => `/staff/matches/${row.id}${suffix}`}
              />
            </div>
          )}
          <Pager
            previous={filters.after ? `/staff/matches${suffix}` : undefined}
            previousLabel={t("firstPage")}
            next={next ? `/staff/matches?${query ? `${query}&` : ""}after=${next}` : undefined}
            summary={facets.capped ? t("capped", { count: COUNTED }) : undefined}
          />
        </div>
      </div>
      <QueueKeys />
      <ReviewToast viewer={viewer} approved={params.approved} rejected={params.rejected} filters={query} />
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breakdown, LoadTable } from "#components/reports/breakdown.tsx";
import { FigureFilterForm } from "#components/reports/figure-filters.tsx";
import { Funnel } from "#components/reports/funnel.tsx";
import { ResponseFacts, StayTable } from "#components/reports/times.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { listHref } from "#components/ui/query.ts";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getFigures, period } from "#lib/reports/queries.ts";
import { DIMENSIONS, FIGURE_FORMATS, figureFilters } from "#lib/reports/schema.ts";

const PATH = "/staff/figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("title") };
}

export default async function FiguresPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/figures");
  const filters = figureFilters.parse(await flat(searchParams));
  const figures = await getFigures(viewer, filters);
  const months = period(filters);
  const query = asQuery({ ...filters, ...months });
  const t = await getTranslations("figures");
  const locale = await getLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FigureFilterForm action={`/${locale}${PATH}`} filters={filters} months={months} />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <Card aria-labelledby="funnel" className="min-w-0">
          <h2 id="funnel" className="mb-1 text-xl">
            {t("funnel.title")}
          </h2>
          <p className="mb-4 text-slate">{t("period", months)}</p>
          <Funnel total={figures.total} query={query} />
        </Card>
        <div className="grid gap-6">
          <Card aria-labelledby="response">
            <h2 id="response" className="mb-1 text-lg">
              {t("response.title")}
            </h2>
            <p className="mb-3 text-sm text-slate">{t("response.lead")}</p>
            <ResponseFacts response={figures.response} query={query} />
          </Card>
          <Card aria-labelledby="export">
            <h2 id="export" className="mb-2 text-lg">
              {t("export.title")}
            </h2>
            <ul>
              {FIGURE_FORMATS.map((format) => (
                <li key={format}>
                  <a
                    href={listHref("/api/figures", { ...query, locale, format })}
                    className="inline-flex min-h-11 items-center text-sea-700 underline"
                  >
                    {t(`export.${format}`)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
      <Card aria-labelledby="by" className="mt-6 min-w-0">
        <h2 id="by" className="mb-2 text-xl">
          {t("by.label")}
        </h2>
        <Tabs
          label={t("by.label")}
          items={DIMENSIONS.map((by) => ({
            href: listHref(PATH, query, { by }),
            label: t(`by.${by}`),
            active: by === filters.by,
          }))}
        />
        {figures.rows.length > 0 ? (
          <Breakdown rows={figures.rows} by={filters.by} query={query} />
        ) : (
          <p className="text-slate">{t("by.empty")}</p>
        )}
      </Card>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Card aria-labelledby="stays" className="min-w-0">
          <h2 id="stays" className="mb-3 text-xl">
            {t("stays.title")}
          </h2>
          {figures.stays.length > 0 ? (
            <StayTable stays={figures.stays} query={query} />
          ) : (
            <p className="text-slate">{t("stays.empty")}</p>
          )}
        </Card>
        <Card aria-labelledby="load" className="min-w-0">
          <h2 id="load" className="text-xl">
            {t("load.title")}
          </h2>
          <p className="mb-3 text-sm text-slate">{t("load.lead")}</p>
          {figures.load.length > 0 ? (
            <LoadTable load={figures.load} query={query} />
          ) : (
            <p className="text-slate">{t("load.empty")}</p>
          )}
        </Card>
      </div>
    </>
  );
}

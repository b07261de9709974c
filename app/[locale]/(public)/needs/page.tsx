import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NeedFacets } from "#components/public/need-facets.tsx";
import { readFilters } from "#components/public/need-filters.ts";
import { NeedRow } from "#components/public/need-row.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { PublicHeader } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SearchBox } from "#components/ui/filters.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listHref } from "#components/ui/query.ts";
import { EmptyState } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listOpenNeeds } from "#lib/needs/queries.ts";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.needs");
  return publicMetadata((await getLocale()) as AppLocale, "/needs", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function NeedsPage({ searchParams }: Props) {
  const filters = readFilters(await searchParams);
  const [locale, t, page] = await Promise.all([
    getLocale(),
    getTranslations("public.needs"),
    listOpenNeeds(filters),
  ]);
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")}>
        <SearchBox
          action={`/${locale}/needs`}
          label={t("search")}
          value={filters.q}
          keep={filters}
          className="mt-6 max-w-2xl"
        />
      </PublicHeader>
      <div className="mx-auto grid max-w-6xl gap-x-10 px-4 py-8 sm:px-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div>
          <NeedFacets filters={filters} facets={page.facets} />
        </div>
        <section aria-labelledby="found">
          <h2 id="found" className="mb-4 flex min-h-11 items-center text-lg tabular-nums">
            {t("found", { count: page.total })}
          </h2>
          {page.needs.length > 0 ? (
            <ul>
              {page.needs.map((need) => (
                <NeedRow key={need.id} need={need} />
              ))}
            </ul>
          ) : (
            <EmptyState
              title={t("emptyTitle")}
              action={
                <div className="flex flex-wrap justify-center gap-3">
                  <ButtonLink href="/needs" tone="plain">
                    {t("emptyReset")}
                  </ButtonLink>
                  <ButtonLink href="/register/talent" tone="bauhinia">
                    {t("emptyRegister")}
                  </ButtonLink>
                </div>
              }
            >
              {t("emptyText")}
            </EmptyState>
          )}
          <Pager
            previous={filters.after && listHref("/needs", filters, { after: undefined })}
            previousLabel={t("first")}
            next={page.next ? listHref("/needs", filters, { after: page.next }) : undefined}
          />
        </section>
      </div>
    </>
  );
}

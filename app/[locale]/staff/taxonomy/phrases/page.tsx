import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { PhraseList } from "#components/taxonomy/phrase-list.tsx";
import { TaxonomyTabs } from "#components/taxonomy/taxonomy-tabs.tsx";
import { FacetList, FilterBar } from "#components/ui/filters.tsx";
import { NumberedPager } from "#components/ui/numbered-pager.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card, EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listPhrases, PHRASES_A_PAGE, phraseFilters } from "#lib/taxonomy/phrase-queries.ts";
import { dictionaryFacts } from "#lib/taxonomy/queries.ts";

const PATH = "/staff/taxonomy/phrases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taxonomy.phrases"))("title") };
}

export default async function PhrasesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/taxonomy/phrases");
  const params = await flat(searchParams);
  const filters = phraseFilters.parse(params);
  const locale = (await getLocale()) as AppLocale;
  const [{ rows, total }, facts] = await Promise.all([
    listPhrases(viewer, filters, locale),
    dictionaryFacts(viewer),
  ]);
  const t = await getTranslations("taxonomy");
  const { page, status, side, script } = filters;
  const query = { status: status === "DISMISSED" ? status : undefined, side, script };
  const facet = (name: "side" | "script", values: readonly string[], chosen: string | undefined) => (
    <FacetList
      title={t(`phrases.facets.${name}`)}
      items={values.map((value) => ({
        label: t(`phrases.facets.${value}`),
        active: chosen === value,
        href: listHref(PATH, query, { [name]: chosen === value ? undefined : value }),
      }))}
    />
  );
  return (
    <>
      <PageHeader title={t("phrases.title")} lead={t("phrases.lead")} />
      <TaxonomyTabs at="phrases" open={facts.openPhrases} />
      {params.done && t.has(`done.${params.done}`) && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t(`done.${params.done}`)}
          </Notice>
        </div>
      )}
      <ListKeys />
      <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
        <FilterBar active={Object.values(query).filter(Boolean).length} reset={PATH}>
          <FacetList
            title={t("columns.status")}
            items={(["OPEN", "DISMISSED"] as const).map((one) => ({
              label: t(`phrases.${one === "OPEN" ? "open" : "dismissed"}`),
              active: status === one,
              href: listHref(PATH, query, { status: one === "OPEN" ? undefined : one }),
            }))}
          />
          {facet("side", ["talent", "need"], side)}
          {facet("script", ["han", "latin"], script)}
        </FilterBar>
        <Card as="div" className="min-w-0">
          {rows.length > 0 ? (
            <PhraseList rows={rows} />
          ) : (
            <EmptyState title={t("phrases.empty")}>{t("phrases.emptyText")}</EmptyState>
          )}
          <NumberedPager path={PATH} query={query} page={page} pages={Math.ceil(total / PHRASES_A_PAGE)} />
        </Card>
      </div>
    </>
  );
}

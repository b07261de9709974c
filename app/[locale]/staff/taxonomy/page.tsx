import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "#components/staff/dock.tsx";
import { FacetPanel } from "#components/staff/facet-panel.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { Attribution } from "#components/taxonomy/attribution.tsx";
import { ConceptRows } from "#components/taxonomy/concept-rows.tsx";
import { TaxonomyTabs } from "#components/taxonomy/taxonomy-tabs.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SearchBox } from "#components/ui/filters.tsx";
import { NumberedPager } from "#components/ui/numbered-pager.tsx";
import { Card, EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { addAliasAction } from "#lib/taxonomy/actions.ts";
import { getPhrase } from "#lib/taxonomy/phrase-queries.ts";
import { CONCEPTS_A_PAGE, dictionaryFacts, listConcepts } from "#lib/taxonomy/queries.ts";
import { type ConceptSummary, conceptFilters, KINDS, SOURCES, STATUSES } from "#lib/taxonomy/schema.ts";

const PATH = "/staff/taxonomy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taxonomy"))("title") };
}

export default async function TaxonomyPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/taxonomy");
  const params = await flat(searchParams);
  const { page, ...filters } = conceptFilters.parse(params);
  const locale = (await getLocale()) as AppLocale;
  const t = await getTranslations("taxonomy");
  const [list, facts, phrase] = await Promise.all([
    listConcepts(viewer, { ...filters, page }, locale),
    dictionaryFacts(viewer),
    params.phrase ? getPhrase(viewer, params.phrase) : null,
  ]);
  const query = { ...asQuery(filters), phrase: phrase?.form };
  const group = (name: "kind" | "status" | "source", values: readonly string[], words: string) => ({
    name,
    title: t(`columns.${name}`),
    values: values.map((value) => ({ value, label: t(`${words}.${value}`) })),
    counts: list.counts[name],
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={`${PATH}/new`}>{t("add")}</ButtonLink>}
      />
      <TaxonomyTabs at="concepts" open={facts.openPhrases} />
      {phrase && <Choosing example={phrase.example} />}
      <SearchBox
        action={`/${locale}${PATH}`}
        label={t("search")}
        value={filters.q}
        keep={query}
        className="mb-4 max-w-3xl"
      />
      <ListKeys />
      <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
        <FacetPanel
          path={PATH}
          query={query}
          keep={{ phrase: phrase?.form }}
          groups={[
            group("kind", KINDS, "kinds"),
            group("status", STATUSES, "statuses"),
            group("source", SOURCES, "sources"),
          ]}
        />
        <div className="min-w-0">
          <Card as="div">
            <p className="mb-3 text-sm text-slate">{t("found", { count: list.total })}</p>
            {list.rows.length > 0 ? (
              <ConceptRows
                rows={list.rows}
                choose={phrase ? (row) => <Choose row={row} form={phrase.form} /> : undefined}
              />
            ) : (
              <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
            )}
            <NumberedPager
              path={PATH}
              query={query}
              page={page}
              pages={Math.ceil(list.total / CONCEPTS_A_PAGE)}
            />
          </Card>
          <p className="mt-4 text-sm text-slate">
            {t("facts", { own: facts.own, reviewed: facts.reviewed, version: facts.version })}
          </p>
          <Attribution esco={facts.esco} />
        </div>
      </div>
    </>
  );
}

async function Choosing({ example }: { example: string }) {
  const t = await getTranslations("taxonomy.phrases");
  return (
    <div className="mb-5 flex flex-wrap items-center gap-4">
      <Notice tone="sea">{t("choose", { phrase: example })}</Notice>
      <ButtonLink href="/staff/taxonomy/phrases" tone="quiet">
        {t("cancel")}
      </ButtonLink>
    </div>
  );
}

async function Choose({ row, form }: { row: ConceptSummary; form: string }) {
  const t = await getTranslations("taxonomy.phrases");
  return (
    <ActButton id={`alias-${row.id}`} action={addAliasAction} hidden={{ form, conceptId: row.id }}>
      {t("chooseThis")}
    </ActButton>
  );
}

import { getTranslations } from "next-intl/server";
import { type Facet, FacetList, FilterBar } from "#components/ui/filters.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import type { FacetName, QueueFacets } from "#lib/matches/queue-facets.ts";
import { FILTER_NAMES, type QueueFilters } from "#lib/matches/schema.ts";

const PATH = "/staff/matches";

/** The questions that narrow the queue, each answer with how many matches it leaves. */
export async function QueueFilterBar({ filters, facets }: { filters: QueueFilters; facets: QueueFacets }) {
  const t = await getTranslations("matches.queue");
  const origin = await getTranslations("matches.origin");
  const terms = await getTranslations("terms");
  const query: Query = Object.fromEntries(FILTER_NAMES.map((name) => [name, filters[name]]));
  const labels: Record<FacetName, (value: string) => string> = {
    band: (value) => t(`bandValue.${value}` as never),
    conflicts: (value) => t(`conflictsValue.${value}` as never),
    origin: (value) => origin(value as never),
    assignee: (value) => t(`assigneeValue.${value}` as never),
    chain: (value) => terms(`chains.${value}` as never),
    office: (value) => terms(`offices.${value}` as never),
  };
  const items = (name: FacetName): Facet[] =>
    facets[name]
      .filter((one) => one.count > 0 || filters[name] === one.value)
      .map((one) => ({
        href: listHref(PATH, query, { [name]: filters[name] === one.value ? undefined : one.value }),
        label: labels[name](one.value),
        count: one.count,
        active: filters[name] === one.value,
      }));
  const active = FILTER_NAMES.filter((name) => filters[name]).length;
  return (
    <FilterBar active={active} reset={PATH}>
      {filters.need && (
        <FacetList
          title={t("need")}
          items={[{ href: listHref(PATH, query, { need: undefined }), label: t("needFilter"), active: true }]}
        />
      )}
      {(Object.keys(labels) as FacetName[]).map((name) => (
        <FacetList key={name} title={t(name)} items={items(name)} />
      ))}
    </FilterBar>
  );
}

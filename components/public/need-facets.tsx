import { useTranslations } from "next-intl";
import { FacetList, FilterBar } from "#components/ui/filters.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import type { Facets, OpenNeedFilters } from "#lib/needs/views.ts";
import { FACETS } from "./need-filters.ts";

/** The filters of the open needs with how many each answer leaves. */
export function NeedFacets({ filters, facets }: { filters: OpenNeedFilters & Query; facets: Facets }) {
  const t = useTranslations("public.needs");
  const terms = useTranslations("terms");
  return (
    <FilterBar
      active={FACETS.filter(([name]) => filters[name]).length}
      reset={listHref("/needs", { q: filters.q })}
    >
      {FACETS.map(([name, labels]) => (
        <FacetList
          key={name}
          title={t(name)}
          items={facets[name]
            .filter(({ value }) => terms.has(`${labels}.${value}`))
            .map(({ value, count }) => ({
              href: listHref("/needs", filters, { [name]: filters[name] === value ? undefined : value }),
              label: terms(`${labels}.${value}`),
              count,
              active: filters[name] === value,
            }))}
        />
      ))}
    </FilterBar>
  );
}

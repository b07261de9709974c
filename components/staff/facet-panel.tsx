import type { ReactNode } from "react";
import { FacetList, FilterBar } from "#components/ui/filters.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { activeCount } from "./params.ts";

export type FacetGroup = {
  /** the parameter in the address */
  name: string;
  title: string;
  values: { value: string; label: string }[];
  counts: Record<string, number>;
};

/** Facets of a list, each answer with how many rows it would leave; those with none are left out unless they are chosen. */
export function FacetPanel({
  path,
  query,
  groups,
  keep = {},
  top,
  children,
}: {
  path: string;
  query: Query;
  groups: FacetGroup[];
  /** what clearing all filters keeps, e.g. the view */
  keep?: Query;
  /** above the list and not beside it */
  top?: boolean;
  children?: ReactNode;
}) {
  return (
    <FilterBar active={activeCount(query)} reset={listHref(path, keep)} top={top}>
      {groups.map(({ name, title, values, counts }) => (
        <FacetList
          key={name}
          title={title}
          items={values
            .filter(({ value }) => query[name] === value || (counts[value] ?? 0) > 0)
            .map(({ value, label }) => ({
              label,
              count: counts[value] ?? 0,
              active: query[name] === value,
              href: listHref(path, query, { [name]: query[name] === value ? undefined : value }),
            }))}
        />
      ))}
      {children}
    </FilterBar>
  );
}

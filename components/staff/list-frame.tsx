import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Query } from "#components/ui/query.ts";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { LIST_PATHS } from "#lib/views/schema.ts";
import { type FacetGroup, FacetPanel } from "./facet-panel.tsx";
import { ListFoot } from "./list-foot.tsx";
import { ListHead, type ListOfRecords, type ListTab } from "./list-head.tsx";

/** A list of records for staff: head, views and search above, facets beside it, the rows, and the way on below them. */
export async function ListFrame({
  viewer,
  list,
  query,
  tabs,
  waiting,
  groups,
  counts,
  more,
  keep = { queue: query.queue },
  total,
  next,
  actions,
  notice,
  selectable,
  wide,
  children,
}: {
  viewer: Viewer;
  list: ListOfRecords;
  query: Query;
  tabs?: ListTab[];
  waiting?: number;
  groups: Omit<FacetGroup, "title" | "counts">[];
  counts: Record<string, Record<string, number>>;
  /** filters that are no facets */
  more?: ReactNode;
  /** what clearing all filters keeps */
  keep?: Query;
  total: number;
  next: string | null;
  actions?: ReactNode;
  notice?: ReactNode;
  selectable?: boolean;
  /** what is shown needs the whole width, has its own way on, and filters above it */
  wide?: boolean;
  /** the rows; left out where there are none */
  children: ReactNode;
}) {
  const t = await getTranslations(`staff.${list}`);
  const panel = (
    <FacetPanel
      path={LIST_PATHS[list]}
      query={query}
      keep={keep}
      top={wide}
      groups={groups.map((group) => ({
        ...group,
        title: t(`facets.${group.name}`),
        counts: counts[group.name] ?? {},
      }))}
    >
      {more}
    </FacetPanel>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={actions} />
      <ListHead
        viewer={viewer}
        list={list}
        query={query}
        locale={await getLocale()}
        waiting={waiting}
        tabs={tabs}
        searchLabel={t("search")}
      />
      {notice}
      {wide ? (
        <>
          {panel}
          {children}
        </>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
          {panel}
          <Card as="div" className="min-w-0">
            {children}
            <ListFoot
              path={LIST_PATHS[list]}
              query={query}
              next={next}
              total={total}
              selectable={selectable}
            />
          </Card>
        </div>
      )}
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { SearchBox } from "#components/ui/filters.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { listViews } from "#lib/views/queries.ts";
import { LIST_PATHS, type ListName } from "#lib/views/schema.ts";
import { SavedViews } from "./saved-views.tsx";

export type ListOfRecords = Exclude<ListName, "audit">;
export type ListTab = { href: string; label: string; count?: number; active: boolean };

/** What stands above every list of records: the views of it (three, unless the list has its own), search by words, and the saved views. */
export async function ListHead({
  viewer,
  list,
  query,
  locale,
  waiting,
  tabs,
  searchLabel,
}: {
  viewer: Viewer;
  list: ListOfRecords;
  query: Query;
  locale: string;
  /** how many wait for the viewer's office */
  waiting?: number;
  tabs?: ListTab[];
  searchLabel: string;
}) {
  const t = await getTranslations("staff.common");
  const path = LIST_PATHS[list];
  const office = viewer.office ?? undefined;
  const views = await listViews(viewer, list);
  // the tabs themselves need no saving
  const { queue: _queue, office: _office, mine: _mine, after: _after, view: _view, ...filters } = query;
  const filtered = Object.values(filters).some(Boolean);
  const present = filtered ? listHref("", query, { after: undefined }).replace(/^\?/, "") : "";
  const queue = query.queue === "1" && !query.mine;
  return (
    <>
      <Tabs
        label={t("status")}
        items={
          tabs ?? [
            {
              href: listHref(path, { queue: "1", office }),
              label: t("waitingTab"),
              count: waiting,
              active: queue,
            },
            { href: listHref(path, { mine: "1" }), label: t("mineTab"), active: query.mine === "1" },
            { href: path, label: t("all"), active: !query.queue && !query.mine },
          ]
        }
      />
      <SearchBox
        action={`/${locale}${path}`}
        label={searchLabel}
        value={query.q}
        keep={query}
        className="mb-4 max-w-3xl"
      />
      <SavedViews list={list} query={present} views={views} />
      <ListKeys />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardView } from "#components/introductions/board-view.tsx";
import { tabsOf } from "#components/introductions/case-paths.ts";
import { CaseRows } from "#components/introductions/case-rows.tsx";
import { ListFrame } from "#components/staff/list-frame.tsx";
import { activeCount, asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { EmptyState } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { AGES, CASE_STATUSES, type CaseFilters, caseFilters } from "#lib/introductions/case-filters.ts";
import { SIDES } from "#lib/introductions/case-schema.ts";
import { type CaseFacets, countCases, getBoard, searchCases } from "#lib/introductions/case-search.ts";
import { CHAINS, NEED_DIRECTIONS, OFFICES } from "#lib/terms/terms.ts";

const PATH = "/staff/introductions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.introductions"))("title") };
}

export default async function StaffCasesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/introductions");
  const filters = caseFilters.parse(await flat(searchParams));
  // what has ended has no place on the board
  const board = filters.view !== "table" && !filters.ended;
  const [facets, columns, found] = await Promise.all([
    countCases(viewer, filters),
    board ? getBoard(viewer, filters) : [],
    board ? { rows: [], next: null } : searchCases(viewer, filters),
  ]);
  const query = asQuery(filters);
  const errors = await getTranslations("errors");
  return (
    <ListFrame
      viewer={viewer}
      list="introductions"
      query={query}
      keep={{ view: filters.view, ended: filters.ended }}
      tabs={await tabsFor(viewer, filters)}
      groups={await groupsOf(facets, filters)}
      counts={{
        ...facets.counts,
        enterprise: Object.fromEntries(facets.enterprises.map(({ id, count }) => [id, count])),
      }}
      total={facets.total}
      next={found.next}
      wide={board}
      actions={!filters.ended && <Views query={query} board={board} />}
    >
      {board && activeCount(query) > 0 && columns.every(({ count }) => count === 0) ? (
        <NoneFound />
      ) : board ? (
        <Messages only={["staff", "case-board"]}>
          <BoardView
            board={columns}
            office={viewer.role === "ADMIN" ? null : viewer.office}
            terms={tabsOf("STAFF").includes("terms")}
            conflict={errors("caseConflict")}
            moreHref={Object.fromEntries(
              columns.map(({ status }) => [status, listHref(PATH, query, { view: "table", status })]),
            )}
          />
        </Messages>
      ) : (
        found.rows.length > 0 && <CaseRows rows={found.rows} ended={filters.ended === "1"} />
      )}
    </ListFrame>
  );
}

async function tabsFor({ office }: Viewer, { view, ended, mine, office: chosen }: CaseFilters) {
  const t = await getTranslations("staff.introductions.tabs");
  const tab = (name: string, query: Query, active: boolean) => ({
    href: listHref(PATH, { view, ...query }),
    label: t(name),
    active,
  });
  return [
    ...(office ? [tab("ours", { office }, !ended && !mine && chosen === office)] : []),
    tab("mine", { mine: "1" }, !ended && mine === "1"),
    tab("all", {}, !ended && !mine && (!chosen || chosen !== office)),
    tab("ended", { view: undefined, ended: "1" }, ended === "1"),
  ];
}

/** Instead of seven empty columns. */
async function NoneFound() {
  const t = await getTranslations("staff.common");
  const ui = await getTranslations("ui.filters");
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={
        <ButtonLink href={PATH} tone="plain">
          {ui("reset")}
        </ButtonLink>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}

/** The same cases as a board or as a table. */
async function Views({ query, board }: { query: Query; board: boolean }) {
  const t = await getTranslations("staff.introductions.view");
  const link = (name: "board" | "table", current: boolean) => (
    <ButtonLink
      href={listHref(PATH, query, { view: name === "table" ? "table" : undefined })}
      tone={current ? "sea" : "plain"}
      aria-current={current ? "true" : undefined}
    >
      {t(name)}
    </ButtonLink>
  );
  return (
    <nav aria-label={t("label")} className="flex gap-2">
      {link("board", board)}
      {link("table", !board)}
    </nav>
  );
}

async function groupsOf({ counts, owners, enterprises }: CaseFacets, { ended }: CaseFilters) {
  const t = await getTranslations("staff.introductions");
  const common = await getTranslations("staff.common");
  const cases = await getTranslations("cases");
  const terms = await getTranslations("terms");
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    values: values.map((value) => ({ value, label: label(value) })),
  });
  return [
    group("status", CASE_STATUSES, (value) => cases(`status.STAFF.${value}`)),
    // what has ended is neither in time nor late
    ...(ended ? [] : [group("overdue", ["yes", "no"], (value) => t(`overdues.${value}`))]),
    group("office", OFFICES, (value) => terms(`offices.${value}`)),
    group("owner", Object.keys(counts.owner ?? {}), (value) => owners.get(value) ?? common("nobody")),
    group("ball", SIDES, (value) => cases(`ball.${value}`)),
    group("age", AGES, (value) => t(`ages.${value}`)),
    group("chain", CHAINS, (value) => terms(`chains.${value}`)),
    group("direction", NEED_DIRECTIONS, (value) => terms(`directions.${value}`)),
    {
      name: "enterprise",
      values: enterprises.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseRows } from "#components/introductions/case-rows.tsx";
import { MatchRows } from "#components/reports/match-rows.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { Pager } from "#components/ui/pager.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card, EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { listFigureRows } from "#lib/reports/case-queries.ts";
import { period } from "#lib/reports/queries.ts";
import { countsPeople, type FigureCases, figureCases, isDeskFigure, isOfNow } from "#lib/reports/schema.ts";

const PATH = "/staff/figures/cases";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  return { title: await titleOf(figureCases.parse(await flat(searchParams))) };
}

async function titleOf({ figure, stage = "SENT" }: FigureCases): Promise<string> {
  const stages = await getTranslations("cases.status.STAFF");
  return (await getTranslations("figures.names"))(figure, { stage: stages(stage) });
}

export default async function FigureCasesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/figures/cases");
  const filters = figureCases.parse(await flat(searchParams));
  const { figure } = filters;
  const found = await listFigureRows(viewer, filters);
  const t = await getTranslations("figures");
  const today = await getTranslations("staff.today");
  const query = asQuery(filters);
  const rows = t(found.kind, { count: found.count });
  return (
    <>
      <PageHeader
        title={await titleOf(filters)}
        lead={[
          countsPeople(figure)
            ? t("list.counted", { people: t("people", { count: found.people }), rows })
            : rows,
          ...(isOfNow(figure) ? [] : [t("period", period(filters))]),
        ].join(" · ")}
        crumb={
          isDeskFigure(figure) ? (
            <Link href="/staff" className="text-sea-700">
              {today("title")}
            </Link>
          ) : (
            <Link
              href={listHref("/staff/figures", query, {
                figure: undefined,
                stage: undefined,
                owner: undefined,
                after: undefined,
              })}
              className="text-sea-700"
            >
              {t("list.back")}
            </Link>
          )
        }
      />
      <ListKeys />
      <Card as="div" className="min-w-0">
        {found.rows.length === 0 ? (
          <EmptyState title={t("list.empty")} />
        ) : found.kind === "cases" ? (
          <CaseRows rows={found.rows} ended={false} />
        ) : (
          <MatchRows rows={found.rows} />
        )}
        <Pager
          previous={filters.after ? listHref(PATH, query, { after: undefined }) : undefined}
          next={found.next ? listHref(PATH, query, { after: found.next }) : undefined}
        />
      </Card>
    </>
  );
}

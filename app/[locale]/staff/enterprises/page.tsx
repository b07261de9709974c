import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EnterpriseRows } from "#components/staff/enterprise-rows.tsx";
import { FacetPanel } from "#components/staff/facet-panel.tsx";
import { ListFoot } from "#components/staff/list-foot.tsx";
import { ListHead } from "#components/staff/list-head.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { namesOf } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { ENTERPRISE_STATUSES, enterpriseFilters, searchEnterprises } from "#lib/enterprises/search.ts";
import { CHAINS, DISTRICTS, OFFICES } from "#lib/terms/terms.ts";

const PATH = "/staff/enterprises";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.enterprises"))("title") };
}

export default async function StaffEnterprisesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/enterprises");
  const filters = enterpriseFilters.parse(await flat(searchParams));
  const [{ rows, next, facets }, { ours }] = await Promise.all([
    searchEnterprises(viewer, filters),
    deskCounts(viewer),
  ]);
  const names = await namesOf(rows.map((row) => row.assigneeId));
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const query = asQuery(filters);
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    title: t(`enterprises.facets.${name}`),
    values: values.map((value) => ({ value, label: label(value) })),
    counts: facets.counts[name] ?? {},
  });
  return (
    <>
      <PageHeader title={t("enterprises.title")} lead={t("enterprises.lead")} />
      <ListHead
        viewer={viewer}
        list="enterprises"
        query={query}
        locale={locale}
        waiting={ours.enterprises}
        searchLabel={t("enterprises.search")}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
        <FacetPanel
          path={PATH}
          query={query}
          keep={{ queue: filters.queue }}
          groups={[
            group("status", ENTERPRISE_STATUSES, (value) => t(`status.enterprises.${value}`)),
            group("office", OFFICES, (value) => terms(`offices.${value}`)),
            group("chain", CHAINS, (value) => terms(`chains.${value}`)),
            group("district", DISTRICTS, (value) => terms(`districts.${value}`)),
          ]}
        />
        <Card as="div" className="min-w-0">
          {rows.length > 0 && <EnterpriseRows rows={rows} names={names} queue={filters.queue === "1"} />}
          <ListFoot path={PATH} query={query} next={next} total={facets.total} />
        </Card>
      </div>
    </>
  );
}

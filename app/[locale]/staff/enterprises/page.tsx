import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnterpriseRows } from "#components/staff/enterprise-rows.tsx";
import { ListFrame } from "#components/staff/list-frame.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { namesOf } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { ENTERPRISE_STATUSES, enterpriseFilters, searchEnterprises } from "#lib/enterprises/search.ts";
import { CHAINS, DISTRICTS, OFFICES } from "#lib/terms/terms.ts";

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
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    values: values.map((value) => ({ value, label: label(value) })),
  });
  return (
    <ListFrame
      viewer={viewer}
      list="enterprises"
      query={asQuery(filters)}
      waiting={ours.enterprises}
      total={facets.total}
      next={next}
      counts={facets.counts}
      groups={[
        group("status", ENTERPRISE_STATUSES, (value) => t(`status.enterprises.${value}`)),
        group("office", OFFICES, (value) => terms(`offices.${value}`)),
        group("chain", CHAINS, (value) => terms(`chains.${value}`)),
        group("district", DISTRICTS, (value) => terms(`districts.${value}`)),
      ]}
    >
      {rows.length > 0 && <EnterpriseRows rows={rows} names={names} queue={filters.queue === "1"} />}
    </ListFrame>
  );
}

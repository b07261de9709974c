import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListFrame } from "#components/staff/list-frame.tsx";
import { NeedRows } from "#components/staff/need-rows.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { listHref } from "#components/ui/query.ts";
import { Notice } from "#components/ui/surface.tsx";
import { namesOf } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { NEED_STATUSES } from "#lib/needs/schema.ts";
import { needFilters, searchNeeds } from "#lib/needs/search.ts";
import { CHAINS, DISTRICTS, MODES, NEED_DIRECTIONS, NEED_TYPES, OFFICES } from "#lib/terms/terms.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.needs"))("title") };
}

export default async function StaffNeedsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/needs");
  const filters = needFilters.parse(await flat(searchParams));
  const [{ rows, next, facets }, { ours }] = await Promise.all([
    searchNeeds(viewer, filters),
    deskCounts(viewer),
  ]);
  const names = await namesOf(rows.map((row) => row.assigneeId));
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const query = asQuery(filters);
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    values: values.map((value) => ({ value, label: label(value) })),
  });
  return (
    <ListFrame
      viewer={viewer}
      list="needs"
      query={query}
      waiting={ours.needs}
      total={facets.total}
      next={next}
      counts={facets.counts}
      groups={[
        group("status", NEED_STATUSES, (value) => t(`status.needs.${value}`)),
        group("type", NEED_TYPES, (value) => terms(`needTypes.${value}`)),
        group("office", OFFICES, (value) => terms(`offices.${value}`)),
        group("chain", CHAINS, (value) => terms(`chains.${value}`)),
        group("district", DISTRICTS, (value) => terms(`districts.${value}`)),
        group("direction", NEED_DIRECTIONS, (value) => terms(`directions.${value}`)),
        group("mode", MODES, (value) => terms(`modes.${value}`)),
      ]}
      actions={
        <ButtonLink
          href={listHref("/staff/exports", { ...query, queue: undefined, after: undefined, kind: "needs" })}
          tone="plain"
        >
          {t("common.export")}
        </ButtonLink>
      }
      notice={
        filters.enterprise && (
          <div className="mb-4">
            <Notice tone="sea">
              {t("needs.oneEnterprise")}{" "}
              <Link
                href={listHref("/staff/needs", query, { enterprise: undefined })}
                className="font-semibold underline"
              >
                {t("needs.showAll")}
              </Link>
            </Notice>
          </div>
        )
      }
    >
      {rows.length > 0 && <NeedRows rows={rows} names={names} queue={filters.queue === "1"} />}
    </ListFrame>
  );
}

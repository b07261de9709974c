import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BulkForm } from "#components/staff/bulk-form.tsx";
import { FacetPanel } from "#components/staff/facet-panel.tsx";
import { ListFoot } from "#components/staff/list-foot.tsx";
import { ListHead } from "#components/staff/list-head.tsx";
import { MoreFilters } from "#components/staff/more-filters.tsx";
import { asQuery, flat, otherOffice, type SearchParams } from "#components/staff/params.ts";
import { TalentRows } from "#components/staff/talent-rows.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { namesOf } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { bulkTalentsAction } from "#lib/talents/actions.ts";
import { searchTalents, TALENT_STATUSES, talentFilters } from "#lib/talents/search.ts";
import {
  BASES,
  CHAINS,
  DIRECTIONS,
  EDUCATION_LEVELS,
  INTENTIONS,
  LANGUAGE_CODES,
  OFFICES,
  PATHWAYS,
} from "#lib/terms/terms.ts";

const PATH = "/staff/talents";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.talents"))("title") };
}

export default async function StaffTalentsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/talents");
  const filters = talentFilters.parse(await flat(searchParams));
  const [{ rows, next, facets }, { ours }] = await Promise.all([
    searchTalents(viewer, filters),
    deskCounts(viewer),
  ]);
  const names = await namesOf(rows.map((row) => row.assigneeId));
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const query = asQuery(filters);
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    title: t(`talents.facets.${name}`),
    values: values.map((value) => ({ value, label: label(value) })),
    counts: facets.counts[name] ?? {},
  });
  const other = viewer.office && otherOffice(viewer.office);
  return (
    <>
      <PageHeader
        title={t("talents.title")}
        lead={t("talents.lead")}
        actions={
          <>
            <ButtonLink
              href={listHref("/staff/exports", {
                ...query,
                queue: undefined,
                after: undefined,
                kind: "talents",
              })}
              tone="plain"
            >
              {t("common.export")}
            </ButtonLink>
            <ButtonLink href="/staff/talents/new">{t("talents.enter")}</ButtonLink>
          </>
        }
      />
      <ListHead
        viewer={viewer}
        list="talents"
        query={query}
        locale={locale}
        waiting={ours.talents}
        searchLabel={t("talents.search")}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
        <FacetPanel
          path={PATH}
          query={query}
          keep={{ queue: filters.queue }}
          groups={[
            group("status", TALENT_STATUSES, (value) => t(`status.talents.${value}`)),
            group("office", OFFICES, (value) => terms(`offices.${value}`)),
            group("kind", ["INDIVIDUAL", "TEAM"], (value) => t(`talents.kinds.${value}`)),
            group("base", BASES, (value) => terms(`bases.${value}`)),
            group("direction", DIRECTIONS, (value) => terms(`directions.${value}`)),
            group("intention", INTENTIONS, (value) => terms(`intentions.${value}`)),
            group("chain", CHAINS, (value) => terms(`chains.${value}`)),
            group("pathway", PATHWAYS, (value) => terms(`pathways.${value}`)),
          ]}
        >
          <MoreFilters
            action={`/${locale}${PATH}`}
            query={query}
            filters={[
              {
                name: "language",
                label: t("talents.language"),
                options: LANGUAGE_CODES.map((value) => ({ value, label: terms(`languages.${value}`) })),
              },
              {
                name: "education",
                label: t("talents.education"),
                options: EDUCATION_LEVELS.map((value) => ({ value, label: terms(`education.${value}`) })),
              },
              {
                name: "years",
                label: t("talents.years"),
                options: [1, 3, 5, 8, 10, 15, 20].map((count) => ({
                  value: String(count),
                  label: t("common.years", { count }),
                })),
              },
            ]}
          />
        </FacetPanel>
        <Card as="div" className="min-w-0">
          {rows.length > 0 && (
            <BulkForm
              action={bulkTalentsAction}
              other={other ? { value: other, label: terms(`offices.${other}`) } : undefined}
            >
              <TalentRows rows={rows} names={names} queue={filters.queue === "1"} />
            </BulkForm>
          )}
          <ListFoot path={PATH} query={query} next={next} total={facets.total} selectable />
        </Card>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BulkForm } from "#components/staff/bulk-form.tsx";
import { FitBar } from "#components/staff/fit-bar.tsx";
import { ListFrame } from "#components/staff/list-frame.tsx";
import { MoreFilters } from "#components/staff/more-filters.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { TalentRows } from "#components/staff/talent-rows.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { listHref } from "#components/ui/query.ts";
import { namesOf } from "#lib/accounts/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { deskCounts } from "#lib/desk/queries.ts";
import { rankByFit } from "#lib/matches/talent-fit.ts";
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
  otherOffice,
  PATHWAYS,
} from "#lib/terms/terms.ts";

const PATH = "/staff/talents";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.talents"))("title") };
}

export default async function StaffTalentsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/talents");
  const filters = talentFilters.parse(await flat(searchParams));
  const ranking = filters.fit ? await rankByFit(viewer, filters.fit) : null;
  const [{ rows, next, facets }, { ours }] = await Promise.all([
    searchTalents(viewer, filters, ranking?.order),
    deskCounts(viewer),
  ]);
  const names = await namesOf(rows.map((row) => row.assigneeId));
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const query = asQuery(filters);
  const group = (name: string, values: readonly string[], label: (value: string) => string) => ({
    name,
    values: values.map((value) => ({ value, label: label(value) })),
  });
  const other = viewer.office && otherOffice(viewer.office);
  return (
    <ListFrame
      viewer={viewer}
      list="talents"
      query={query}
      waiting={ours.talents}
      total={facets.total}
      next={next}
      counts={facets.counts}
      selectable
      notice={<FitBar query={query} locale={locale} ranking={ranking} asked={filters.fit} />}
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
      more={
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
      }
      actions={
        <>
          <ButtonLink
            href={listHref("/staff/exports", {
              ...query,
              queue: undefined,
              fit: undefined,
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
    >
      {rows.length > 0 && (
        <BulkForm
          action={bulkTalentsAction}
          other={other ? { value: other, label: terms(`offices.${other}`) } : undefined}
        >
          <TalentRows rows={rows} names={names} queue={filters.queue === "1"} fits={ranking?.fits} />
        </BulkForm>
      )}
    </ListFrame>
  );
}

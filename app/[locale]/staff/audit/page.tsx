import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilterForm } from "#components/staff/audit-filters.tsx";
import { AuditRows } from "#components/staff/audit-rows.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { asQuery, flat, type SearchParams } from "#components/staff/params.ts";
import { SavedViews } from "#components/staff/saved-views.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card, EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { auditFilters, listActors, listAudit } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { listViews } from "#lib/views/queries.ts";

const PATH = "/staff/audit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/audit");
  const filters = auditFilters.parse(await flat(searchParams));
  const [{ rows, next }, actors, views] = await Promise.all([
    listAudit(viewer, filters),
    listActors(viewer),
    listViews(viewer, "audit"),
  ]);
  const t = await getTranslations("staff");
  const query = asQuery(filters);
  const present = listHref("", query, { after: undefined }).replace(/^\?/, "");
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        lead={t("audit.lead")}
        actions={
          <ButtonLink
            href={listHref("/staff/exports", { ...query, after: undefined, kind: "audit" })}
            tone="plain"
          >
            {t("common.export")}
          </ButtonLink>
        }
      />
      <AuditFilterForm action={`/${await getLocale()}${PATH}`} query={query} actors={actors} />
      <SavedViews list="audit" query={present} views={views} />
      <ListKeys />
      <Card as="div" className="min-w-0">
        {rows.length > 0 ? (
          <AuditRows rows={rows} query={query} />
        ) : (
          <EmptyState title={t("common.emptyTitle")}>{t("common.emptyText")}</EmptyState>
        )}
        <Pager
          previous={filters.after ? listHref(PATH, query, { after: undefined }) : undefined}
          next={next ? listHref(PATH, query, { after: next }) : undefined}
        />
      </Card>
    </>
  );
}

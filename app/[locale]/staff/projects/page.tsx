import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordStatus } from "#components/staff/record-status.tsx";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { listProjects } from "#lib/projects/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.projects"))("title") };
}

export default async function StaffProjectsPage() {
  await pageViewer("/staff/projects");
  const projects = await listProjects((await getLocale()) as AppLocale);
  const t = await getTranslations("staff.projects");
  const none = (await getTranslations("staff.common"))("none");
  const day = (value: string | null) =>
    value ? <DateText value={value} /> : <span className="text-mute">{none}</span>;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/projects" tone="plain">
            {t("open")}
          </ButtonLink>
        }
      />
      <Card as="div">
        <DataTable
          caption={t("title")}
          rows={projects}
          rowKey={(row) => row.id}
          columns={[
            { key: "number", header: "#", numeric: true, cell: (row) => row.ordinal },
            {
              key: "name",
              header: t("summary"),
              primary: true,
              cell: (row) => (
                <>
                  <Link href={`/staff/projects/${row.id}`} data-row-link className={rowLink}>
                    {row.name}
                  </Link>
                  <span className="block text-sm font-normal text-slate">{row.summary}</span>
                </>
              ),
            },
            {
              key: "basis",
              header: t("basis"),
              cell: (row) => (
                <StatusTag tone={row.stated ? "ok" : "warn"}>
                  {t(row.stated ? "stated" : "inferred")}
                </StatusTag>
              ),
            },
            {
              key: "status",
              header: t("status"),
              cell: (row) => <RecordStatus kind="projects" status={row.status} />,
            },
            { key: "starts", header: t("starts"), cell: (row) => day(row.startsOn) },
            { key: "ends", header: t("ends"), cell: (row) => day(row.endsOn) },
          ]}
        />
      </Card>
    </>
  );
}

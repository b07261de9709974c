import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportForm } from "#components/staff/export-form.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { prepareExportAction } from "#lib/exports/actions.ts";
import { listExports, type PastExport } from "#lib/exports/queries.ts";
import { EXPORT_KINDS } from "#lib/exports/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.exports"))("title") };
}

export default async function StaffExportsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/exports");
  const { kind: wanted, ...filters } = await flat(searchParams);
  const kind = EXPORT_KINDS.find((one) => one === wanted) ?? "talents";
  const query = new URLSearchParams(filters).toString();
  const past = await listExports(viewer);
  const t = await getTranslations("staff.exports");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("kind")}
        items={EXPORT_KINDS.map((one) => ({
          href: `/staff/exports?kind=${one}`,
          label: t(`kinds.${one}`),
          active: one === kind,
        }))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <Card aria-labelledby="kind" className="min-w-0">
          <h2 id="kind" className="mb-4 text-xl">
            {t(`kinds.${kind}`)}
          </h2>
          <div className="mb-5">
            <Notice tone="sea">
              {query ? t("filters", { query: Object.values(filters).join(" · ") }) : t("all")}
            </Notice>
          </div>
          <ExportForm key={`${kind}?${query}`} action={prepareExportAction} kind={kind} query={query} />
        </Card>
        <Card>
          <Past rows={past} />
        </Card>
      </div>
    </>
  );
}

async function Past({ rows }: { rows: PastExport[] }) {
  const t = await getTranslations("staff");
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="mb-3 text-lg">
        {t("exports.recent")}
      </h2>
      {rows.length === 0 && <p className="text-slate">{t("exports.recentNone")}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="py-2">
            <span className="font-medium">{t(`exports.kinds.${row.kind}`)}</span> · {row.format.toUpperCase()}
            <span className="block text-sm text-mute">
              {row.by}
              {row.office && ` · ${t(`common.offices.${row.office}`)}`} · <DateText value={row.at} time />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

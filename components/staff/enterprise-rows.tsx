import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import type { EnterpriseRow } from "#lib/enterprises/search.ts";
import { fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { Age } from "./age.tsx";
import { RecordStatus } from "./record-status.tsx";
import { rowLink } from "./talent-rows.tsx";

/** Enterprises in a list. */
export function EnterpriseRows({
  rows,
  names,
  queue,
}: {
  rows: EnterpriseRow[];
  names: Map<string, string>;
  queue: boolean;
}) {
  const t = useTranslations("staff");
  const terms = useTranslations("terms");
  return (
    <DataTable
      caption={t("enterprises.caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "enterprise",
          header: t("enterprises.enterprise"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={`/staff/enterprises/${row.id}`}
                data-row-link
                lang={langTag(fromDbLocale(row.locale))}
                className={rowLink}
              >
                {row.name}
              </Link>
              {row.nameEn && (
                <span lang="en" className="block text-sm font-normal text-slate">
                  {row.nameEn}
                </span>
              )}
              <span className="block text-sm font-normal text-mute">
                {terms(`chains.${row.chain}`)} · {terms(`districts.${row.district}`)}
              </span>
            </>
          ),
        },
        {
          key: "licence",
          header: t("enterprises.licence"),
          cell: (row) => <span className="text-sm tabular-nums">{row.licenceNumber}</span>,
        },
        { key: "needs", header: t("enterprises.needs"), numeric: true, cell: (row) => row.needs },
        {
          key: "status",
          header: t("common.status"),
          cell: (row) => <RecordStatus kind="enterprises" status={row.status} />,
        },
        {
          key: "with",
          header: t("common.assignee"),
          cell: (row) => (
            <span className="text-sm md:whitespace-nowrap">
              {row.assigneeId ? (
                names.get(row.assigneeId)
              ) : (
                <span className="text-mute">{t("common.nobody")}</span>
              )}
              <span className="block text-mute">{t(`common.offices.${row.office}`)}</span>
            </span>
          ),
        },
        {
          key: "changed",
          header: queue ? t("enterprises.registered") : t("common.changed"),
          cell: (row) => (queue ? <Age since={row.submittedAt} /> : <DateText value={row.updatedAt} />),
        },
      ]}
    />
  );
}

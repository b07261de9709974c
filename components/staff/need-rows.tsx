import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { NeedRow } from "#lib/needs/search.ts";
import { Age } from "./age.tsx";
import { RecordStatus } from "./record-status.tsx";
import { rowLink } from "./talent-rows.tsx";

/** Needs in a list. */
export function NeedRows({
  rows,
  names,
  queue,
}: {
  rows: NeedRow[];
  names: Map<string, string>;
  queue: boolean;
}) {
  const t = useTranslations("staff");
  const terms = useTranslations("terms");
  return (
    <DataTable
      caption={t("needs.caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "need",
          header: t("needs.need"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={`/staff/needs/${row.id}`}
                data-row-link
                lang={langTag(fromDbLocale(row.locale))}
                className={rowLink}
              >
                {row.title || row.code}
              </Link>
              <span className="block text-sm font-normal text-slate">{row.enterprise}</span>
              <span className="block text-sm font-normal text-mute">
                {row.code} · {terms(`needTypes.${row.type}`)}
                {row.district && ` · ${terms(`districts.${row.district}`)}`}
              </span>
            </>
          ),
        },
        {
          key: "places",
          header: t("needs.places"),
          numeric: true,
          cell: (row) => `${row.filledCount} / ${row.headcount}`,
        },
        {
          key: "deadline",
          header: t("needs.deadline"),
          cell: (row) =>
            row.deadline ? (
              <DateText value={row.deadline.toISOString().slice(0, 10)} />
            ) : (
              <span className="text-mute">{t("common.none")}</span>
            ),
        },
        {
          key: "status",
          header: t("common.status"),
          cell: (row) => <RecordStatus kind="needs" status={row.status} />,
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
          header: queue ? t("needs.submitted") : t("common.changed"),
          cell: (row) =>
            queue && row.submittedAt ? <Age since={row.submittedAt} /> : <DateText value={row.updatedAt} />,
        },
      ]}
    />
  );
}

import { useTranslations } from "next-intl";
import { MatchStatusTag } from "#components/matches/match-status.tsx";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { MatchRow } from "#lib/reports/case-queries.ts";

/** The matches behind a number. */
export function MatchRows({ rows }: { rows: MatchRow[] }) {
  const t = useTranslations("figures.list");
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "match",
          header: t("columns.match"),
          primary: true,
          cell: (row) => (
            <>
              <Link
                href={`/staff/matches/${row.id}`}
                data-row-link
                lang={langTag(row.lang)}
                className={rowLink}
              >
                {row.title}
              </Link>
              <span className="block text-sm font-normal text-slate">{row.enterprise}</span>
              <span className="block text-sm font-normal text-mute">
                {row.needCode} · {row.talentCode}
              </span>
            </>
          ),
        },
        { key: "status", header: t("columns.status"), cell: (row) => <MatchStatusTag status={row.status} /> },
        { key: "decided", header: t("columns.decided"), cell: (row) => <DateText value={row.decidedAt} /> },
      ]}
    />
  );
}

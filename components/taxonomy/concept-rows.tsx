import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { type ConceptSummary, conceptPath } from "#lib/taxonomy/schema.ts";
import { OtherNames } from "./concept-name.tsx";
import { ConceptSource, ConceptStatus } from "./status.tsx";

/** A page of the dictionary. `choose` draws what stands beside each concept while one is looked for. */
export function ConceptRows({
  rows,
  choose,
}: {
  rows: ConceptSummary[];
  choose?: (row: ConceptSummary) => ReactNode;
}) {
  const t = useTranslations("taxonomy");
  const locale = useLocale() as AppLocale;
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "concept",
          header: t("columns.concept"),
          primary: true,
          cell: (row) => (
            <>
              <Link href={conceptPath(row.id)} data-row-link className={rowLink}>
                {row.label}
              </Link>
              <span className="block text-sm font-normal text-slate">
                <OtherNames labels={row} locale={locale} />
              </span>
            </>
          ),
        },
        { key: "kind", header: t("columns.kind"), cell: (row) => t(`kinds.${row.kind}`) },
        { key: "status", header: t("columns.status"), cell: (row) => <ConceptStatus status={row.status} /> },
        { key: "source", header: t("columns.source"), cell: (row) => <ConceptSource source={row.source} /> },
        ...(choose ? [{ key: "choose", header: t("phrases.chooseThis"), cell: choose }] : []),
      ]}
    />
  );
}

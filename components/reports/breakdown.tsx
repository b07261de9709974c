import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#components/ui/data-table.tsx";
import { listHref, type Query } from "#components/ui/query.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { valueLabel } from "#lib/reports/labels.ts";
import type { Figures, Load } from "#lib/reports/queries.ts";
import {
  CASE_FIGURES,
  type Dimension,
  type Figure,
  LOAD_FIGURES,
  MATCH_FIGURES,
} from "#lib/reports/schema.ts";

/** A number that opens what it counts; nothing behind it is no link. */
export function FigureLink({
  count,
  figure,
  query,
}: {
  count: number;
  figure: Figure;
  query: Query;
}): ReactNode {
  if (count === 0) return <span className="text-mute">0</span>;
  return (
    <Link
      href={listHref("/staff/figures/cases", { ...query, by: undefined, figure })}
      className="inline-flex min-h-11 min-w-11 items-center justify-end font-semibold text-sea-700 md:min-h-6"
    >
      {count}
    </Link>
  );
}

/** The figures by month, office, chain or direction. */
export function Breakdown({ rows, by, query }: { rows: Figures["rows"]; by: Dimension; query: Query }) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  const narrowed = (value: string): Query =>
    by === "month" ? { ...query, from: value, to: value } : { ...query, [by]: value };
  return (
    <div className="overflow-x-auto">
      <DataTable
        caption={t("table.breakdown", { by: t(`by.${by}`) })}
        rows={rows}
        rowKey={(row) => row.value}
        columns={[
          {
            key: by,
            header: t(`by.${by}`),
            primary: true,
            cell: (row) => valueLabel((key) => terms(key), by, row.value),
          },
          ...[...MATCH_FIGURES, ...CASE_FIGURES].map((figure) => ({
            key: figure,
            header: t(`names.${figure}`),
            numeric: true,
            cell: (row: Figures["rows"][number]) => (
              <FigureLink count={row.counts[figure]} figure={figure} query={narrowed(row.value)} />
            ),
          })),
        ]}
      />
    </div>
  );
}

/** Running cases by officer, now. */
export function LoadTable({ load, query }: { load: Load[]; query: Query }) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  return (
    <DataTable
      caption={t("load.title")}
      rows={load}
      rowKey={(row) => row.ownerId ?? "none"}
      columns={[
        {
          key: "officer",
          header: t("load.officer"),
          primary: true,
          cell: (row) => (
            <>
              {row.name ?? t("load.nobody")}
              {row.office && (
                <span className="block text-sm font-normal text-mute">{terms(`offices.${row.office}`)}</span>
              )}
            </>
          ),
        },
        ...LOAD_FIGURES.map((figure) => ({
          key: figure,
          header: t(`names.${figure}`),
          numeric: true,
          cell: (row: Load) => (
            <FigureLink
              count={row[figure]}
              figure={figure}
              query={{ ...query, from: undefined, to: undefined, owner: row.ownerId ?? "none" }}
            />
          ),
        })),
      ]}
    />
  );
}

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
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

/** A number that opens what it counts; nothing behind it is no link. It stands at the end of its cell, or at the `start`. */
export function FigureLink({
  count,
  figure,
  query,
  start = false,
}: {
  count: number;
  figure: Figure;
  query: Query;
  start?: boolean;
}): ReactNode {
  if (count === 0) return <span className="text-mute">0</span>;
  return (
    <Link
      href={listHref("/staff/figures/cases", { ...query, by: undefined, figure })}
      className={cx(
        "inline-flex min-h-11 min-w-11 items-center font-semibold text-sea-700 md:min-h-6",
        !start && "justify-end",
      )}
    >
      {count}
    </Link>
  );
}

type Row = Figures["rows"][number];
const SHOWN = [...MATCH_FIGURES, ...CASE_FIGURES];

/** The figures by month, office, chain or direction; on a phone folded, and without what is zero. */
export function Breakdown({ rows, by, query }: { rows: Figures["rows"]; by: Dimension; query: Query }) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  const narrowed = (value: string): Query =>
    by === "month" ? { ...query, from: value, to: value } : { ...query, [by]: value };
  const label = (row: Row) => valueLabel((key) => terms(key), by, row.value);
  return (
    <>
      <ul className="divide-y divide-line border-y border-line md:hidden">
        {rows.map((row) => (
          <li key={row.value}>
            <details>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4">
                <span className="font-semibold">{label(row)}</span>
                <span className="inline-flex items-center gap-2 text-sm text-slate">
                  {t("names.begun")} {row.counts.begun}
                  <ChevronDown aria-hidden className="size-4" />
                </span>
              </summary>
              <dl className="grid grid-cols-2 gap-x-6 pb-2">
                {SHOWN.filter((figure) => row.counts[figure] > 0).map((figure) => (
                  <div key={figure} className="flex items-center justify-between gap-2">
                    <dt className="text-sm text-mute">{t(`names.${figure}`)}</dt>
                    <dd>
                      <FigureLink count={row.counts[figure]} figure={figure} query={narrowed(row.value)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
      <div className="hidden overflow-x-auto md:block">
        <DataTable
          caption={t("table.breakdown", { by: t(`by.${by}`) })}
          rows={rows}
          rowKey={(row) => row.value}
          columns={[
            {
              key: by,
              header: t(`by.${by}`),
              primary: true,
              cell: label,
            },
            ...SHOWN.map((figure) => ({
              key: figure,
              header: t(`names.${figure}`),
              numeric: true,
              cell: (row: Row) => (
                <FigureLink count={row.counts[figure]} figure={figure} query={narrowed(row.value)} />
              ),
            })),
          ]}
        />
      </div>
      <p className="mt-3 text-sm text-slate">{t("table.once")}</p>
    </>
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

import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import type { Query } from "#components/ui/query.ts";
import { Facts } from "#components/ui/surface.tsx";
import type { Figures, Stay } from "#lib/reports/queries.ts";
import { STAY_FIGURES } from "#lib/reports/schema.ts";
import { FigureLink } from "./breakdown.tsx";

const tenth = (value: number) => Math.round(value * 10) / 10;

/** How long cases stay in each stage. */
export function StayTable({ stays, query }: { stays: Figures["stays"]; query: Query }) {
  const t = useTranslations("figures.stays");
  const cases = useTranslations("cases.status.STAFF");
  const days = (value: number, known: number) => (known ? t("days", { days: tenth(value) }) : "–");
  return (
    <DataTable
      caption={t("title")}
      rows={stays}
      rowKey={(row) => row.status}
      columns={[
        { key: "stage", header: t("stage"), primary: true, cell: (row) => cases(row.status) },
        { key: "median", header: t("median"), numeric: true, cell: (row) => days(row.medianDays, row.left) },
        { key: "slow", header: t("slow"), numeric: true, cell: (row) => days(row.slowDays, row.left) },
        ...STAY_FIGURES.map((figure) => ({
          key: figure,
          header: t(figure),
          numeric: true,
          cell: (row: Stay) => (
            <FigureLink count={row[figure]} figure={figure} query={{ ...query, stage: row.status }} />
          ),
        })),
      ]}
    />
  );
}

/** How soon the workstation first spoke. */
export function ResponseFacts({ response, query }: { response: Figures["response"]; query: Query }) {
  const t = useTranslations("figures.response");
  const hours = (value: number | null) => (value === null ? t("none") : t("hours", { hours: tenth(value) }));
  return (
    <Facts
      items={[
        { term: t("median"), value: hours(response.medianHours) },
        { term: t("slow"), value: hours(response.slowHours) },
        {
          term: t("unanswered"),
          value: <FigureLink count={response.unanswered} figure="unanswered" query={query} start />,
        },
      ]}
    />
  );
}

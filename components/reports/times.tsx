import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Facts } from "#components/ui/surface.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import type { Figures } from "#lib/reports/queries.ts";

const tenth = (value: number) => Math.round(value * 10) / 10;

/** How long cases stay in each stage. */
export function StayTable({ stays }: { stays: Figures["stays"] }) {
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
        { key: "median", header: t("median"), numeric: true, cell: (row) => days(row.medianDays, row.stays) },
        { key: "slow", header: t("slow"), numeric: true, cell: (row) => days(row.slowDays, row.stays) },
        { key: "left", header: t("left"), numeric: true, cell: (row) => row.stays },
        { key: "open", header: t("open"), numeric: true, cell: (row) => row.open },
      ]}
    />
  );
}

/** How soon the workstation first spoke. */
export function ResponseFacts({ response }: { response: Figures["response"] }) {
  const t = useTranslations("figures.response");
  const format = useFormat();
  const hours = (value: number | null) => (value === null ? t("none") : t("hours", { hours: tenth(value) }));
  return (
    <Facts
      items={[
        { term: t("median"), value: hours(response.medianHours) },
        { term: t("slow"), value: hours(response.slowHours) },
        { term: t("waiting"), value: format.number(response.waiting) },
      ]}
    />
  );
}

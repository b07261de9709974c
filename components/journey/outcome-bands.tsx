import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { OutcomeBand } from "#lib/introductions/calibration.ts";

/** What became of introductions, by score band: counts before shares, because few cases say little. */
export function OutcomeBands({ bands }: { bands: OutcomeBand[] }) {
  const t = useTranslations("journey.outcomes");
  const of = (part: number, all: number) => (all === 0 ? "–" : t("of", { part, all }));
  return (
    <Card>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-1 mb-4 text-slate">{t("text")}</p>
      {bands.length === 0 ? (
        <p className="text-slate">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          rowKey={(band) => String(band.from)}
          rows={bands}
          columns={[
            { key: "band", header: t("band"), primary: true, cell: ({ from, to }) => `${from}–${to}` },
            { key: "introduced", header: t("introduced"), numeric: true, cell: (band) => band.introduced },
            {
              key: "ended",
              header: t("ended"),
              numeric: true,
              cell: (band) => of(band.ended, band.introduced),
            },
            {
              key: "accepted",
              header: t("accepted"),
              numeric: true,
              cell: (band) => of(band.accepted, band.introduced),
            },
            {
              key: "landed",
              header: t("landed"),
              numeric: true,
              cell: (band) => of(band.landed, band.introduced),
            },
            {
              key: "retained6",
              header: t("retained6"),
              numeric: true,
              cell: (band) => of(band.retained6, band.asked6),
            },
            {
              key: "retained12",
              header: t("retained12"),
              numeric: true,
              cell: (band) => of(band.retained12, band.asked12),
            },
          ]}
        />
      )}
    </Card>
  );
}

import { getTranslations } from "next-intl/server";
import { DataTable } from "#components/ui/data-table.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { ENOUGH, type JudgedBand, type Verdict } from "#lib/matches/calibration.ts";
import { DECISIONS, type EngineHealth } from "#lib/matches/engine-queries.ts";

const TONE = { rises: "ok", falls: "bad", unclear: "sea", tooFew: "sea" } as const satisfies Record<
  Verdict,
  string
>;
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How often reviewers approve, by score, and what that says of the score. */
export async function ApprovalBands({ calibration }: Pick<EngineHealth, "calibration">) {
  const t = await getTranslations("engine.approvals");
  const { bands, decided, verdict } = calibration;
  return (
    <Card>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-1 text-slate">{t("total", { count: decided, most: DECISIONS })}</p>
      <div className="mt-3">
        <Notice tone={TONE[verdict]}>{t(`verdict.${verdict}`, { enough: ENOUGH })}</Notice>
      </div>
      <div className="mt-4">
        <DataTable
          caption={t("title")}
          rows={[...bands].reverse()}
          rowKey={(band) => String(band.from)}
          columns={[
            {
              key: "band",
              header: t("band"),
              primary: true,
              cell: ({ from, below }) =>
                below > 100 ? t("from", { from }) : t("between", { from, to: below }),
            },
            { key: "decided", header: t("decided"), numeric: true, cell: (band) => band.decided },
            { key: "approved", header: t("approved"), numeric: true, cell: (band) => band.approved },
            { key: "share", header: t("share"), cell: (band) => <Share band={band} /> },
          ]}
        />
      </div>
      <p className="mt-3 text-sm text-slate">{t("note")}</p>
    </Card>
  );
}

/** The share with the range in which it lies with 95 % confidence. */
async function Share({ band }: { band: JudgedBand }) {
  const t = await getTranslations("engine.approvals");
  if (band.share === null || !band.interval) return <span className="text-mute">–</span>;
  const { low, high } = band.interval;
  const known = band.decided >= ENOUGH;
  return (
    <div className="w-40">
      <span className="flex justify-between gap-2 text-sm tabular-nums">
        <span className={known ? "font-semibold" : "text-slate"}>{percent(band.share)}</span>
        <span className="text-mute">{known ? `${percent(low)} – ${percent(high)}` : t("few")}</span>
      </span>
      <svg viewBox="0 0 100 10" aria-hidden preserveAspectRatio="none" className="mt-1 block h-2.5 w-full">
        <rect x="0" y="4" width="100" height="2" className="fill-line" />
        <rect
          x={low * 100}
          y="3"
          width={Math.max(1, (high - low) * 100)}
          height="4"
          className={known ? "fill-sea-300" : "fill-line"}
        />
        <rect x={Math.min(98, band.share * 100)} y="0" width="2" height="10" className="fill-sea-700" />
      </svg>
    </div>
  );
}

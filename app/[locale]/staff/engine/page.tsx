import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApprovalBands } from "#components/engine/approval-bands.tsx";
import { EngineNow } from "#components/engine/engine-now.tsx";
import { QueueDepths } from "#components/engine/queue-depths.tsx";
import { ReplayPanel } from "#components/engine/replay-panel.tsx";
import { ScoreHistogram } from "#components/engine/score-histogram.tsx";
import { OutcomeBands } from "#components/journey/outcome-bands.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { outcomesByScoreBand } from "#lib/introductions/calibration.ts";
import { COUNTED_MOST, getEngineHealth } from "#lib/matches/engine-queries.ts";

type Props = { searchParams: Promise<{ replay?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("engine"))("title") };
}

export default async function EnginePage({ searchParams }: Props) {
  const viewer = await pageViewer("/staff/engine");
  const [health, outcomes, { replay }] = await Promise.all([
    getEngineHealth(viewer),
    outcomesByScoreBand(viewer),
    searchParams,
  ]);
  if (!health) notFound();
  const t = await getTranslations("engine");
  const asked = typeof replay === "string" ? replay.trim() : "";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        <EngineNow engines={health.engines} />
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <ScoreHistogram scores={health.scores} />
          <ApprovalBands calibration={health.calibration} />
        </div>
        <OutcomeBands bands={outcomes} />
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <QueueDepths queues={health.queues} />
          <Card>
            <h2 className="text-lg">{t("gaps.title")}</h2>
            <p className="mt-2 text-3xl font-semibold tabular-nums">
              {t("gaps.count", { count: health.gaps, capped: health.gaps >= COUNTED_MOST ? "yes" : "no" })}
            </p>
            <p className="mt-1 text-slate">{t("gaps.text")}</p>
            <p className="mt-2">
              <Link
                href="/staff/taxonomy"
                className="inline-flex min-h-11 items-center font-medium text-sea-700 underline underline-offset-4"
              >
                {t("gaps.link")}
              </Link>
            </p>
          </Card>
        </div>
        <ReplayPanel viewer={viewer} asked={asked} />
      </div>
    </>
  );
}

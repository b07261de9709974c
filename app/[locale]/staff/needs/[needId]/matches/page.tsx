import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RankingNotice } from "#components/engine/ranking-notice.tsx";
import { MatchStatusTag } from "#components/matches/match-status.tsx";
import { NeedTags } from "#components/matches/need-side.tsx";
import { NominationForm } from "#components/matches/nomination-form.tsx";
import { QueueKeys } from "#components/matches/queue-keys.tsx";
import { QueueTable } from "#components/matches/queue-table.tsx";
import { WeightsPanel } from "#components/matches/weights-panel.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { listMatchesOfNeed } from "#lib/matches/need-matches-query.ts";
import type { MatchStatus } from "#lib/matches/schema.ts";
import { getWeightsOfNeed } from "#lib/matches/weight-queries.ts";
import { percentsFromText } from "#lib/matches/weight-set.ts";

type Props = {
  params: Promise<{ needId: string }>;
  searchParams: Promise<{ nominated?: string; weights?: string; done?: string }>;
};
const DONE = ["weights", "weightsReset"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.ofNeed"))("title") };
}

export default async function MatchesOfNeedPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/needs/[needId]/matches");
  const [{ needId }, { nominated, weights: asked, done }] = await Promise.all([params, searchParams]);
  if (!/^[0-9a-f-]{36}$/.test(needId)) notFound();
  const [found, weights] = await Promise.all([
    listMatchesOfNeed(viewer, needId),
    getWeightsOfNeed(viewer, needId),
  ]);
  if (!found || !weights) notFound();
  const { need, rows, counts, matchedAt, ranking } = found;
  const finished = DONE.find((one) => one === done);
  const t = await getTranslations("matches.ofNeed");
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        crumb={
          <Link href={`/staff/needs/${need.id}`} className="underline underline-offset-4">
            {need.code} · <span lang={langTag(need.lang)}>{need.enterprise}</span>
          </Link>
        }
        title={<span lang={langTag(need.lang)}>{need.content.title}</span>}
        lead={
          matchedAt ? (
            <>
              {t("title")} · {t("matchedAt")} <DateText value={matchedAt} time />
            </>
          ) : (
            t("title")
          )
        }
      />
      <NeedTags need={need} />
      {nominated && (
        <div className="mt-5">
          <Notice tone="ok" live>
            {t("nominated")}
          </Notice>
        </div>
      )}
      {finished && (
        <div className="mt-5">
          <Notice tone="ok" live>
            {t(`done.${finished}`)}
          </Notice>
        </div>
      )}
      <ul className="mt-5 mb-4 flex flex-wrap gap-x-5 gap-y-2">
        {Object.entries(counts).map(([status, count]) => (
          <li key={status} className="flex items-center gap-1.5">
            <MatchStatusTag status={status as MatchStatus} />
            <span className="font-semibold tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
      <RankingNotice state={ranking} />
      <WeightsPanel viewer={viewer} needId={need.id} weights={weights} asked={percentsFromText(asked)} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        {rows.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <div>
            <div className="md:overflow-clip md:rounded-lg md:border md:border-line md:bg-paper">
              <QueueTable
                rows={rows}
                caption={t("title")}
                states
                needs={false}
                hrefOf={(row) => `/staff/matches/${row.id}?need=${need.id}`}
              />
            </div>
            {total > rows.length && (
              <p className="mt-3 text-sm text-slate">{t("best", { count: rows.length })}</p>
            )}
          </div>
        )}
        <Card>
          <NominationForm needId={need.id} />
        </Card>
      </div>
      <QueueKeys />
    </>
  );
}

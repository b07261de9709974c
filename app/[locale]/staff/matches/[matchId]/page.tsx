import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecisionDock } from "#components/matches/decision-dock.tsx";
import { MatchBridge } from "#components/matches/match-bridge.tsx";
import { MatchHeader } from "#components/matches/match-header.tsx";
import { MatchOutcome } from "#components/matches/match-outcome.tsx";
import { ReviewToast } from "#components/matches/review-toast.tsx";
import { StartReview } from "#components/matches/start-review.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getMatchForReview } from "#lib/matches/review-query.ts";
import { filtersToQuery, queueFilters } from "#lib/matches/schema.ts";

type Props = {
  params: Promise<{ matchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.queue"))("title") };
}

export default async function MatchPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/matches/[matchId]");
  const [{ matchId }, query] = await Promise.all([params, searchParams]);
  if (!/^[0-9a-f-]{36}$/.test(matchId)) notFound();
  const filters = queueFilters.parse(query);
  const match = await getMatchForReview(viewer, matchId, filters);
  if (!match) notFound();
  const kept = filtersToQuery(filters);
  const suffix = kept && `?${kept}`;
  const hrefOf = (id: string | null) => (id ? `/staff/matches/${id}${suffix}` : `/staff/matches${suffix}`);
  const mine = query.script === "mine";
  return (
    <>
      <MatchHeader match={match} queueHref={`/staff/matches${suffix}`} />
      <MatchBridge match={match} mine={mine} path={`/staff/matches/${match.id}`} query={kept} />
      {match.can.approve ? (
        <Messages only={["matches"]}>
          <DecisionDock
            key={match.id}
            matchId={match.id}
            version={match.version}
            filters={kept}
            nextHref={hrefOf(match.nextId)}
            previousHref={match.previousId ? hrefOf(match.previousId) : null}
            queueHref={`/staff/matches${suffix}`}
          />
        </Messages>
      ) : (
        <MatchOutcome match={match} nextHref={hrefOf(match.nextId)} />
      )}
      {match.can.start && <StartReview key={match.id} matchId={match.id} />}
      <ReviewToast viewer={viewer} approved={query.approved} rejected={query.rejected} filters={kept} />
    </>
  );
}

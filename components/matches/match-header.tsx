import { getTranslations } from "next-intl/server";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { COUNTED } from "#lib/matches/queue-facets.ts";
import type { MatchForReview } from "#lib/matches/review-query.ts";
import { MatchStatusTag } from "./match-status.tsx";

/** Where the reviewer is: the queue, the need, which candidate of how many, and how the day goes. */
export async function MatchHeader({ match, queueHref }: { match: MatchForReview; queueHref: string }) {
  const t = await getTranslations("matches.review");
  const queue = await getTranslations("matches.queue");
  const origin = await getTranslations("matches.origin");
  const of = match.reviewedToday + match.waiting;
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0">
        <p className="text-sm text-slate">
          <Link href={queueHref} className="underline-offset-4 hover:text-sea-800">
            {queue("title")}
          </Link>{" "}
          ›{" "}
          <Link
            href={`/staff/needs/${match.need.id}/matches`}
            className="underline-offset-4 hover:text-sea-800"
          >
            <span lang={langTag(match.need.lang)}>{match.need.content.title}</span>
          </Link>
        </p>
        <h1 className="mt-1 text-xl sm:text-2xl">
          {match.position ? t("position", match.position) : t("decided")}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-slate">
          <MatchStatusTag status={match.status} />
          {match.origin !== "SUGGESTED" && (
            <span className="font-medium text-bau-800">{origin(match.origin)}</span>
          )}
          {match.assignee && <span>{queue("takenBy", { name: match.assignee })}</span>}
          {match.note && <span>{t("note", { note: match.note })}</span>}
        </p>
      </div>
      <div className="w-full text-sm text-slate sm:w-64 sm:text-right">
        {t("today", {
          count: match.reviewedToday,
          waiting: match.waiting >= COUNTED ? `${COUNTED}+` : match.waiting,
        })}
        <progress
          className="progress text-sea-500"
          value={match.reviewedToday}
          max={Math.max(1, of)}
          aria-label={t("todayLabel")}
        />
      </div>
    </header>
  );
}

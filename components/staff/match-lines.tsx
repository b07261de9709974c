import { useTranslations } from "next-intl";
import type { MatchLine } from "#lib/desk/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { RecordStatus } from "./record-status.tsx";

/** The best matches of a profile, each leading to its review. */
export function MatchLines({ matches }: { matches: MatchLine[] }) {
  const t = useTranslations("staff.talents");
  return (
    <section aria-labelledby="matches">
      <h2 id="matches" className="mb-3 text-lg">
        {t("matches")}
      </h2>
      {matches.length === 0 && <p className="text-slate">{t("matchesNone")}</p>}
      <ul className="divide-y divide-line">
        {matches.map((match) => (
          <li key={match.id} className="py-2">
            <Link
              href={`/staff/matches/${match.id}`}
              className="flex min-h-11 items-center justify-between gap-3 no-underline hover:underline"
            >
              <span lang={langTag(match.need.locale)} className="[overflow-wrap:anywhere]">
                {match.need.title}
              </span>
              <span className="text-lg font-semibold tabular-nums">{Math.round(match.score)}</span>
            </Link>
            <RecordStatus kind="matches" status={match.status} />
            <span className="ml-2 text-sm text-mute">{match.need.code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DateText } from "#components/ui/date-text.tsx";
import { Tag } from "#components/ui/surface.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { type AppLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { evidenceSpans } from "#lib/matches/marks.ts";
import type { MatchForReview } from "#lib/matches/review-query.ts";
import { converter, convertible } from "#lib/matches/script.ts";
import { CriteriaList } from "./criteria-list.tsx";
import { Flags } from "./flags.tsx";
import type { Shown } from "./marked-text.tsx";
import { NeedSide } from "./need-side.tsx";
import { OwnWeights } from "./own-weights.tsx";
import { ScoreArc } from "./score-arc.tsx";
import { TalentSide } from "./talent-side.tsx";

type Props = {
  match: MatchForReview /** converted to the reader's script */;
  mine: boolean;
  path: string;
  query: string;
};

/** Need on the left, talent on the right, and what joins them between. */
export async function MatchBridge({ match, mine, path, query }: Props) {
  const t = await getTranslations("matches.review");
  const locale = (await getLocale()) as AppLocale;
  const sides = evidenceSpans(match.explanation.criteria);
  const shown = (written: AppLocale, spans: Shown["spans"]): Shown => {
    const converted = mine && convertible(written, locale);
    return {
      spans,
      lang: langTag(converted ? locale : written),
      convert: converted ? converter(written, locale) : (text) => text,
      label: (number) => t("evidence", { number }),
    };
  };
  const switchFor = (written: AppLocale) => (
    <ScriptSwitch written={written} mine={mine} path={path} query={query} />
  );
  return (
    <div className="grid rounded-lg border border-line bg-paper shadow-card lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)_minmax(0,1fr)]">
      <section
        aria-label={t("need")}
        className="rounded-t-lg border-t-4 border-sea-700 p-5 lg:rounded-tr-none"
      >
        <NeedSide
          need={match.need}
          shown={shown(match.need.lang, sides.need)}
          tools={switchFor(match.need.lang)}
        />
        <p className="mt-5">
          <Link
            href={`/staff/needs/${match.need.id}`}
            className="inline-flex min-h-11 items-center font-medium text-sea-700 underline underline-offset-4"
          >
            {t("openNeed")}
          </Link>
        </p>
      </section>
      <section aria-label={t("bridge")} className="relative border-line bg-mist/60 p-5 lg:border-x">
        <span aria-hidden className="absolute inset-x-0 top-0 h-1 bg-linear-to-r from-sea-700 to-bau-700" />
        <Middle match={match} />
      </section>
      <section
        aria-label={t("talent")}
        className="rounded-b-lg border-t-4 border-bau-700 p-5 lg:rounded-t-none lg:rounded-tr-lg"
      >
        <TalentSide
          talent={match.talent}
          shown={shown(match.talent.lang, sides.talent)}
          tools={switchFor(match.talent.lang)}
        />
        <p className="mt-4">
          <Link
            href={`/staff/talents/${match.talent.id}`}
            className="inline-flex min-h-11 items-center font-medium text-bau-700 underline underline-offset-4"
          >
            {t("openProfile")}
          </Link>
        </p>
        <History match={match} />
      </section>
    </div>
  );
}

async function Middle({ match }: { match: MatchForReview }) {
  const t = await getTranslations("matches.score");
  const { explanation } = match;
  if (explanation.criteria.length === 0) return <p className="text-slate">{t("gone")}</p>;
  return (
    <>
      <ScoreArc score={match.score} parts={explanation.criteria} />
      <p className="mt-2 mb-3 flex justify-between gap-3 text-sm text-slate">
        <span>
          {t("needToTalent")}{" "}
          <strong className="text-sea-800 tabular-nums">{match.needToTalent.toFixed(1)}</strong>
        </span>
        <span>
          {t("talentToNeed")}{" "}
          <strong className="text-bau-800 tabular-nums">{match.talentToNeed.toFixed(1)}</strong>
        </span>
      </p>
      <Flags result={explanation} />
      <div className="mt-4">
        <CriteriaList criteria={explanation.criteria} score={match.score} />
      </div>
      <OwnWeights match={match} />
      <p className="mt-3 text-xs text-mute">
        {t.rich("versions", {
          engine: explanation.engineVersion,
          dictionary: explanation.dictionaryVersion,
          weights: explanation.weightsVersion,
          date: () => <DateText value={match.computedAt} time />,
        })}
      </p>
    </>
  );
}

/** The other side's text in the reader's script: characters only, and marked as automatic. */
async function ScriptSwitch({
  written,
  mine,
  path,
  query,
}: {
  written: AppLocale;
  mine: boolean;
  path: string;
  query: string;
}): Promise<ReactNode> {
  const t = await getTranslations("matches.review");
  const terms = await getTranslations("terms");
  const locale = (await getLocale()) as AppLocale;
  const can = convertible(written, locale);
  const params = new URLSearchParams(query);
  if (!mine) params.set("script", "mine");
  const text = params.toString();
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <Tag tone={can && mine ? "warn" : "plain"}>
        {can && mine
          ? t("converted")
          : t.rich("original", {
              language: terms(`locales.${written}`),
              own: (chunks) => <span lang={langTag(written)}>{chunks}</span>,
            })}
      </Tag>
      {can && (
        <Link
          href={`${path}${text && `?${text}`}`}
          scroll={false}
          replace
          className="inline-flex min-h-8 items-center text-sea-700 underline underline-offset-4"
        >
          {mine ? t("toOriginal") : t("toMine")}
        </Link>
      )}
    </p>
  );
}

async function History({ match }: { match: MatchForReview }) {
  const t = await getTranslations("matches.review");
  const codes = await getTranslations();
  const terms = await getTranslations("terms");
  if (match.events.length === 0) return null;
  const nameOf = (action: string) => {
    const name = action.split(".")[1] ?? "";
    return t.has(`event.${name}` as never) ? t(`event.${name}` as never) : action;
  };
  const why = (reason: string) =>
    (
      [
        "matches.reasonCodes",
        "matches.invitations.declineCodes",
        "introductions.decline.codes",
        "matches.review.why",
      ] as const
    )
      .map((group) => `${group}.${reason}`)
      .filter((key) => /^[a-zA-Z.]+$/.test(key) && codes.has(key as never))
      .map((key) => codes(key as never))[0] ?? reason;
  return (
    <section className="mt-4">
      <h3 className="mb-2 text-sm font-semibold text-mute">{t("history")}</h3>
      <Timeline
        time
        items={match.events.map((event, index) => ({
          id: String(index),
          at: event.at,
          title: nameOf(event.action),
          text: (
            <p className="text-sm">
              {event.office ? t("by", { name: event.actor, office: terms(`offices.${event.office}`) }) : null}
              {event.reason && <span className="block">{why(event.reason)}</span>}
            </p>
          ),
        }))}
      />
    </section>
  );
}

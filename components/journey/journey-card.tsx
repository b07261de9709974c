import { useTranslations } from "next-intl";
import { caseHref } from "#components/introductions/case-paths.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Steps } from "#components/ui/progress.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { Journey } from "#lib/tasks/journey.ts";
import { MeetingLine, NextWhen, NextWho, NextWords } from "./next-words.tsx";

/** A running case on a home page: which, where it stands, what is next and by when. */
export function JourneyCard({ journey }: { journey: Journey }) {
  const t = useTranslations("journey");
  const mine = journey.next.who === "you";
  return (
    <Card as="article" bridge className={cx(mine && "border-bau-500")} aria-labelledby={`case-${journey.id}`}>
      <p className="text-sm text-slate">
        {journey.side === "TALENT" ? journey.enterprise : t("home.talent", { code: journey.talent })} ·{" "}
        {journey.code}
      </p>
      <h3
        id={`case-${journey.id}`}
        lang={langTag(journey.need.lang)}
        className="mb-4 text-lg font-semibold [overflow-wrap:anywhere]"
      >
        {journey.need.title}
      </h3>
      <Steps
        label={t(journey.side === "TALENT" ? "stations.label" : "stations.labelCase")}
        items={journey.way.map(({ station, state }) => ({
          label: t(`stations.${station}`),
          state,
          note: t(`stations.${state}`),
        }))}
      />
      <div className="mt-4 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold [overflow-wrap:anywhere]">
            <NextWords journey={journey} />
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-slate">
            <span className={cx("font-semibold", mine && "text-bau-700")}>
              <NextWho next={journey.next} />
            </span>
            <span>
              <NextWhen next={journey.next} />
            </span>
          </p>
          {journey.meeting && (
            <p className="text-sm text-slate">
              <MeetingLine meeting={journey.meeting} />
            </p>
          )}
        </div>
        <ButtonLink tone={mine ? "bauhinia" : "plain"} href={caseHref(journey)}>
          {t("home.open")}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** The running cases of a home page; nothing where there are none. */
export function JourneyCards({ journeys, columns = false }: { journeys: Journey[]; columns?: boolean }) {
  const t = useTranslations("journey.home");
  if (journeys.length === 0) return null;
  return (
    <section aria-labelledby="journeys" className="grid gap-4">
      <h2 id="journeys" className="text-xl">
        {t("title")}
      </h2>
      <div className={cx("grid items-start gap-4", columns && "lg:grid-cols-2")}>
        {journeys.map((journey) => (
          <JourneyCard key={journey.id} journey={journey} />
        ))}
      </div>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { ReasonText } from "#components/staff/reason-text.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { type Moment, Timeline } from "#components/ui/timeline.tsx";
import { now } from "#lib/clock.ts";
import type { Stage } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { isRunning, NORM_DAYS } from "#lib/introductions/policy.ts";
import { CASE_TONES } from "./case-status.tsx";

const DAY = 86_400_000;
const dots = {
  sea: "sea",
  bauhinia: "bauhinia",
  ok: "ok",
  bad: "bad",
  warn: "plain",
  plain: "plain",
} as const;

/** The stages that a case went through, newest first, with how long each took; for staff who moved it and why. */
export function CaseStory({ stages, side }: { stages: Stage[]; side: CaseFrame["side"] }) {
  const t = useTranslations("cases");
  const terms = useTranslations("terms");
  const lasted = ({ enteredAt, leftAt }: Stage) =>
    Math.floor(((leftAt ?? now()).getTime() - enteredAt.getTime()) / DAY);
  const items = stages.toReversed().map((stage): Moment => {
    const days = lasted(stage);
    const open = stage.leftAt === null && isRunning(stage.status);
    const slow = open && days > (NORM_DAYS[stage.status] ?? Number.POSITIVE_INFINITY);
    const who =
      stage.actor ?? (stage.side === "STAFF" && !stage.office ? t("story.portal") : t(`ball.${stage.side}`));
    return {
      id: stage.id,
      at: stage.enteredAt,
      tone: stage.undoneAt ? "plain" : dots[CASE_TONES[stage.status]],
      title: t(`status.${side}.${stage.status}`),
      text: (
        <>
          {stage.undoneAt && (
            <span className="block text-sm font-semibold text-warn">{t("story.undone")}</span>
          )}
          {!stage.undoneAt && (stage.leftAt || open) && (
            <span className="block text-sm">
              {t(open ? "story.now" : "story.days", { days })}
              {slow && side === "STAFF" && (
                <span className="ml-2 font-semibold text-warn">{t("story.slow")}</span>
              )}
            </span>
          )}
          {side === "STAFF" && (
            <span className="block text-sm">
              {who}
              {stage.office && ` · ${terms(`offices.${stage.office}`)}`}
            </span>
          )}
          {side !== "STAFF" && stage.own && !isRunning(stage.status) && (
            <span className="block text-sm">{t("story.you")}</span>
          )}
          {stage.reason && (
            <span className="block">
              <ReasonText reason={stage.reason} />
            </span>
          )}
        </>
      ),
    };
  });
  return (
    <section aria-labelledby="story" className="min-w-0">
      <h2 id="story" className="mb-3 text-lg">
        {t("story.title")}
      </h2>
      <Timeline items={items} />
    </section>
  );
}

/** A day with the words around it. */
export function OfficeSince({ since }: { since: Date }) {
  const t = useTranslations("cases.facts");
  return <>{t.rich("since", { d: () => <DateText value={since} /> })}</>;
}

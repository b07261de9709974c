import { CalendarClock, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { caseHref, tabsOf } from "#components/introductions/case-paths.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Journey } from "#lib/tasks/journey.ts";
import { MeetingLine, NextWhen, NextWho, NextWords } from "./next-words.tsx";
import { Way } from "./way.tsx";

/** Where am I, what is next, who helps, what is done, and what waits for whom. */
export function Navigator({ journey }: { journey: Journey }) {
  const t = useTranslations("journey");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        <NextCard journey={journey} />
        <Card aria-labelledby="way">
          <h2 id="way" className="mb-5 text-lg">
            {t(journey.side === "TALENT" ? "stations.label" : "stations.labelCase")}
          </h2>
          <Way way={journey.way} />
        </Card>
      </div>
      <div className="grid min-w-0 gap-5">
        <Helper journey={journey} />
        {/* in a case that is over nothing waits */}
        {journey.next.who !== null && <Waiting journey={journey} />}
        <Done journey={journey} />
      </div>
    </div>
  );
}

/** The one thing that comes next, with its date and the way there. */
export function NextCard({ journey }: { journey: Journey }) {
  const t = useTranslations("journey.next");
  const { next, own } = journey;
  const mine = next.who === "you";
  const page = next.page && tabsOf(journey.side).includes(next.page) ? next.page : null;
  const more = next.kind === "task" || next.kind === "returned" ? own.open - 1 : own.open;
  return (
    <Card bridge aria-labelledby="next" className={cx(mine && "border-bau-500")}>
      <h2 id="next" className="text-sm font-semibold text-mute">
        {t(next.who === null ? "over" : mine && next.kind !== "stage" ? "yours" : "title")}
      </h2>
      <p className="mt-1 text-xl font-semibold [overflow-wrap:anywhere]">
        <NextWords journey={journey} />
      </p>
      <p className="mt-2 flex flex-wrap gap-x-3 text-slate">
        {next.who !== null && (
          <span className={cx("font-semibold", mine && "text-bau-700")}>
            <NextWho next={next} />
          </span>
        )}
        <span>
          <NextWhen next={next} />
        </span>
      </p>
      {journey.meeting && (
        <p className="mt-2">
          <Link href={caseHref(journey, "meetings")} className="inline-flex min-h-11 items-center gap-1.5">
            <CalendarClock aria-hidden className="size-4 shrink-0" />
            <MeetingLine meeting={journey.meeting} />
          </Link>
        </p>
      )}
      {mine && page && (
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
          <ButtonLink tone="bauhinia" href={`${caseHref(journey, page)}${anchorOf(next)}`}>
            {t(`open.${page}`)}
          </ButtonLink>
          {more > 0 && <span className="text-slate">{t("more", { count: more })}</span>}
        </p>
      )}
    </Card>
  );
}

const anchorOf = ({ kind, taskId, meetingId }: Journey["next"]) =>
  taskId
    ? `#task-${taskId}`
    : meetingId
      ? `#meeting-${meetingId}`
      : kind === "followUp"
        ? "#follow-up"
        : kind === "offer"
          ? "#answer"
          : "";

/** The officer and the office, and how to reach them. */
function Helper({ journey }: { journey: Journey }) {
  const t = useTranslations("journey.helper");
  const offices = useTranslations("terms.offices");
  return (
    <Card aria-labelledby="helper">
      <h2 id="helper" className="mb-2 text-lg">
        {t("title")}
      </h2>
      {journey.officer && <p className="font-semibold">{journey.officer}</p>}
      <p className={journey.officer ? "text-slate" : "font-semibold"}>{offices(journey.office)}</p>
      {!journey.officer && journey.next.who !== null && <p className="mt-1 text-slate">{t("nobody")}</p>}
      {journey.next.who !== null && tabsOf(journey.side).includes("conversation") && (
        <>
          <p className="mt-2 text-sm text-slate">{t("reach")}</p>
          <ButtonLink tone="plain" className="mt-3" href={caseHref(journey, "conversation")}>
            {t("write")}
          </ButtonLink>
        </>
      )}
    </Card>
  );
}

/** Honest about what waits for whom, and since when. */
function Waiting({ journey }: { journey: Journey }) {
  const t = useTranslations("journey");
  const sides = useTranslations("tasks.sides");
  const due = useTranslations("journey.next");
  const { open, looked, lookedSince } = journey.waiting;
  return (
    <Card aria-labelledby="waiting">
      <h2 id="waiting" className="mb-2 text-lg">
        {t("waiting.title")}
      </h2>
      {open.length === 0 && looked === 0 && <p className="text-slate">{t("waiting.none")}</p>}
      <ul className="divide-y divide-line">
        {looked > 0 && (
          <li className="py-2.5 first:pt-0">
            <p>{t("waiting.looked", { count: looked })}</p>
            {lookedSince && (
              <p className="text-sm text-mute">
                {due.rich("since", { date: () => <DateText value={lookedSince} year={false} /> })}
              </p>
            )}
          </li>
        )}
        {open.map((one) => (
          <li key={one.side} className="py-2.5 first:pt-0 last:pb-0">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{sides(one.side)}</span>
              <span className="text-sm text-slate">{t("waiting.count", { count: one.count })}</span>
            </p>
            {one.title && (
              <p lang={langTag(one.title.lang)} className="text-sm text-slate [overflow-wrap:anywhere]">
                {t("waiting.first", { title: one.title.text })}
              </p>
            )}
            {one.dueOn && (
              <p className="text-sm text-mute">
                {one.overdueDays > 0 ? (
                  <span className="font-semibold text-bad">{due("overdue", { days: one.overdueDays })}</span>
                ) : (
                  due.rich("by", { date: () => <DateText value={one.dueOn!} year={false} /> })
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Done({ journey }: { journey: Journey }) {
  const t = useTranslations("journey.doneList");
  return (
    <Card aria-labelledby="done-list">
      <h2 id="done-list" className="mb-2 text-lg">
        {t("title")}
      </h2>
      {journey.done.length === 0 ? (
        <p className="text-slate">{t("none")}</p>
      ) : (
        <ul className="grid gap-2">
          {journey.done.map((task) => (
            <li key={task.id} lang={langTag(task.title.lang)} className="flex gap-2.5">
              <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-ok" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{task.title.text}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

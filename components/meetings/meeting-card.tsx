import { CalendarPlus, MapPin, Video } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { caseHref } from "#components/introductions/case-paths.ts";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import type { TagTone } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import type { MeetingView } from "#lib/meetings/views.ts";
import { CancelForm, ChooseForm, RecordForm, RescheduleForm } from "./meeting-forms.tsx";
import { Countdown, MeetingTime } from "./meeting-time.tsx";
import { Scorecards } from "./scorecards.tsx";
import type { Days } from "./time-fields.tsx";

const TONES: Record<MeetingView["status"], TagTone> = {
  PROPOSED: "bauhinia",
  CONFIRMED: "ok",
  HELD: "plain",
  NO_SHOW: "warn",
  CANCELLED: "plain",
};

type Case = Pick<CaseFrame, "id" | "matchId" | "side">;
type Props = {
  of: Case;
  meeting: MeetingView;
  days: Days;
  criteria: string[];
  visit?: string;
};

/** One meeting: when, what, where; what came of it; and what the reader can do. */
export function MeetingCard({ of, meeting, days, criteria, visit }: Props) {
  const t = useTranslations("meetings");
  const { can, status, time } = meeting;
  const introductionId = of.id;
  // the times are this side's own: it offered them, or agreed to the one that is left
  const own = status === "PROPOSED" && can.reschedule && !can.choose;
  const coming = status === "CONFIRMED" && !can.record && time;
  return (
    <li
      id={`meeting-${meeting.id}`}
      className="border-t md:scroll-mt-20 border-line py-4 first:border-0 first:pt-0 last:pb-0"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-60 text-base font-semibold [overflow-wrap:anywhere]">
          <UserText as="span">{meeting.title || t(`kinds.${meeting.kind}`)}</UserText>
        </h3>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {coming && <Countdown startsAt={time.startsAt} />}
          <StatusTag tone={TONES[status]}>{t(`status.${status}`)}</StatusTag>
        </span>
      </div>
      {time && (
        <p className="mt-1 text-lg">
          <MeetingTime time={time} />
        </p>
      )}
      <p className="mt-0.5 text-sm text-mute">
        {t(`kinds.${meeting.kind}`)} · {t(`modes.${meeting.mode}`)}
        {visit && ` · ${t("visit.partOf", { title: visit })}`}
        {status === "PROPOSED" && !own && ` · ${t(`offeredBy.${meeting.offeredBy}`)}`}
      </p>
      {own && (
        <p className="mt-1 font-medium">
          {t(meeting.options.length === 1 ? "waits.confirm" : "waits.choose")}
        </p>
      )}
      <Where meeting={meeting} />
      {meeting.note && <UserText className="mt-1.5 max-w-prose text-slate">{meeting.note}</UserText>}
      <Outcome of={of} meeting={meeting} />
      {status === "PROPOSED" && !can.choose && (
        <ul className="mt-2 grid gap-1">
          {meeting.options.map((option) => (
            <li key={option.id}>
              <MeetingTime time={option} />
            </li>
          ))}
        </ul>
      )}
      {can.choose && <ChooseForm introductionId={introductionId} meeting={meeting} />}
      {can.record && <RecordForm introductionId={introductionId} meeting={meeting} />}
      {status === "CONFIRMED" && <CalendarLink id={meeting.id} />}
      {can.reschedule && (
        <Disclosure summary={t("reschedule.open")}>
          <RescheduleForm introductionId={introductionId} meeting={meeting} days={days} />
        </Disclosure>
      )}
      {can.cancel && (
        <Disclosure summary={t("cancel.open")}>
          <CancelForm introductionId={introductionId} meeting={meeting} />
        </Disclosure>
      )}
      <Scorecards introductionId={introductionId} meeting={meeting} criteria={criteria} />
    </li>
  );
}

/** Where it is to be; the way in only once a time is agreed. */
function Where({ meeting: { place, url, status } }: { meeting: MeetingView }) {
  const t = useTranslations("meetings");
  const open = status === "CONFIRMED";
  if (!place && !(url && open)) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-5 gap-y-1">
      {place && (
        <span className="inline-flex items-center gap-1.5">
          <MapPin aria-hidden className="size-4 shrink-0 text-mute" />
          <UserText as="span">{place}</UserText>
        </span>
      )}
      {url && open && (
        <a
          href={url}
          rel="noreferrer"
          className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-sea-700 underline underline-offset-4"
        >
          <Video aria-hidden className="size-4 shrink-0" />
          {t("join")}
        </a>
      )}
    </p>
  );
}

/** Why it is put off or called off; that somebody was missing is the word of a side, which the others may have to correct. */
function Outcome({ of, meeting }: { of: Case; meeting: MeetingView }) {
  const t = useTranslations("meetings");
  const { status, noShow, recordedBy, reason, can } = meeting;
  const missed = status === "NO_SHOW" && noShow;
  if (!reason && !missed) return null;
  return (
    <div className="mt-1.5 text-sm text-slate">
      <p dir="auto">
        {missed && (
          <span className="font-semibold">
            {t("record.said", { by: recordedBy ?? "STAFF", what: t(`record.missing.${noShow}`) })}{" "}
          </span>
        )}
        {reason && t("reason", { reason })}
      </p>
      {missed && can.reschedule && of.side !== "STAFF" && (
        <p>
          {t.rich("record.otherwise", {
            link: (words) => (
              <Link href={caseHref(of, "conversation")} className="text-sea-700 underline underline-offset-4">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </div>
  );
}

function CalendarLink({ id }: { id: string }) {
  const t = useTranslations("meetings");
  return (
    <a
      href={`/api/meetings/${id}?lang=${useLocale()}`}
      className="mr-5 inline-flex min-h-11 items-center gap-1.5 font-semibold text-sea-700"
    >
      <CalendarPlus aria-hidden className="size-4" />
      {t("addToCalendar")}
    </a>
  );
}

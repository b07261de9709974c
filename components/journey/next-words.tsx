import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import type { Journey } from "#lib/tasks/journey.ts";

/** What comes next, in words; an officer's own words before the standing ones. */
export function NextWords({ journey }: { journey: Pick<Journey, "next" | "status"> }) {
  const t = useTranslations("journey.next");
  const { next, status } = journey;
  if (next.kind === "offer" || next.kind === "chooseTime") return t(next.kind);
  if (next.kind === "followUp") return t("followUp", { day: next.day ?? 0 });
  if (next.title)
    return (
      <span lang={langTag(next.title.lang)}>
        {next.kind === "returned" ? t("returned", { title: next.title.text }) : next.title.text}
      </span>
    );
  return next.words ? <UserText as="span">{next.words}</UserText> : t(`stage.${status}`);
}

/** Whose turn it is, as the case's head says it; what is asked beside that is a task. */
export function NextWho({ next }: Pick<Journey, "next">) {
  const t = useTranslations("journey.next");
  return next.who && t(next.beside ? "task" : next.who);
}

/** The next agreed meeting, by its sort and its time in Hong Kong and Yantai. */
export function MeetingLine({ meeting }: { meeting: NonNullable<Journey["meeting"]> }) {
  const t = useTranslations("meetings.kinds");
  return (
    <>
      {t(meeting.kind as never)} · <DateText value={meeting.startsAt} time year={false} />
    </>
  );
}

/** By when, or since when. */
export function NextWhen({ next }: Pick<Journey, "next">) {
  const t = useTranslations("journey.next");
  const date = (value: Date | string) => () => <DateText value={value} year={false} />;
  return (
    <>
      {next.dueOn && next.overdueDays === 0 && t.rich("by", { date: date(next.dueOn) })}
      {next.dueOn && next.overdueDays > 0 && (
        <span className="font-semibold text-bad">{t("overdue", { days: next.overdueDays })}</span>
      )}
      {!next.dueOn && next.since && t.rich("since", { date: date(next.since) })}
    </>
  );
}

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, type TagTone } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { type FollowUpView, YEAR_DAY } from "#lib/introductions/follow-up-schema.ts";
import { FollowUpForm } from "./follow-up-form.tsx";

const TONES: Record<FollowUpView["status"], TagTone> = { DUE: "plain", ANSWERED: "ok", MISSED: "warn" };

type Props = { introductionId: string; followUps: FollowUpView[]; staff: boolean };

/** The questions after the arrival: the one that is open first, what was answered, what is still to come. */
export function FollowUps({ introductionId, followUps, staff }: Props) {
  const t = useTranslations("journey.followUp");
  if (followUps.length === 0) return null;
  const first = followUps.find(({ open }) => open)?.id;
  return (
    <Card id="follow-up" aria-labelledby="follow-up-title" className="scroll-mt-20">
      <h2 id="follow-up-title" className="text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 mb-4 text-slate">{t(staff ? "textStaff" : "text")}</p>
      <ol>
        {followUps.map((followUp) => (
          <li key={followUp.id} className="border-t border-line py-4 first:border-0 first:pt-0 last:pb-0">
            <FollowUpHead followUp={followUp} staff={staff} />
            <FollowUpAnswers followUp={followUp} />
            {followUp.open && (
              <div className="mt-2">
                {staff ? (
                  <Disclosure summary={t("form.staff")}>
                    <FollowUpForm introductionId={introductionId} followUp={followUp} staff />
                  </Disclosure>
                ) : followUp.id === first ? (
                  <FollowUpForm introductionId={introductionId} followUp={followUp} staff={false} />
                ) : (
                  <Disclosure summary={t("status.open")}>
                    <FollowUpForm introductionId={introductionId} followUp={followUp} staff={false} />
                  </Disclosure>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function FollowUpHead({ followUp, staff }: { followUp: FollowUpView; staff: boolean }) {
  const t = useTranslations("journey.followUp");
  const sides = useTranslations("tasks.sides");
  const on = followUp.status === "ANSWERED" && followUp.answeredAt ? followUp.answeredAt : followUp.dueOn;
  const open = followUp.open && followUp.status === "DUE";
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h3 className="text-base font-semibold">
        {followUp.day === YEAR_DAY ? t("year") : t("day", { day: followUp.day })}
        {staff && <span className="ml-2 font-normal text-slate">{sides(followUp.side)}</span>}
      </h3>
      <StatusTag tone={open ? "bauhinia" : TONES[followUp.status]}>
        {open
          ? t("status.open")
          : t.rich(`status.${followUp.status}`, { date: () => <DateText value={on} /> })}
      </StatusTag>
    </div>
  );
}

function FollowUpAnswers({ followUp }: { followUp: FollowUpView }) {
  const t = useTranslations("journey.followUp");
  if (followUp.status !== "ANSWERED") return null;
  const facts = [
    t(followUp.retained ? "answers.still" : "answers.left"),
    followUp.satisfaction !== null && t("answers.rated", { value: followUp.satisfaction }),
    followUp.help.length > 0 &&
      t("answers.helps", { list: followUp.help.map((one) => t(`helps.${one}` as never)).join(" · ") }),
    followUp.note && t("answers.note", { note: followUp.note }),
  ].filter(Boolean);
  return (
    <div className="mt-1 text-slate">
      <p>{facts.join(" · ")}</p>
      {followUp.words && (
        <UserText className="mt-1">{t("answers.words", { words: followUp.words })}</UserText>
      )}
    </div>
  );
}

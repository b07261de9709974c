import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { ChoiceField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Tag } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { offerSlotsAction, takeSlotAction, withdrawSlotAction } from "#lib/meetings/actions.ts";
import type { SlotView } from "#lib/meetings/views.ts";
import { MeetingTime } from "./meeting-time.tsx";
import { PlaceFields } from "./propose-form.tsx";
import { type Days, TimeFields } from "./time-fields.tsx";
import { timeLabel } from "./time-label.ts";

/** The times that a need has left, for the talent or for staff in the talent's name. Whoever sends first has it. */
export function TakeSlotForm({
  introductionId,
  slots,
  staff,
}: {
  introductionId: string;
  slots: SlotView[];
  staff: boolean;
}) {
  const t = useTranslations("meetings.slots");
  const locale = useLocale() as AppLocale;
  const modes = useTranslations("meetings.modes");
  const free = slots.filter((slot) => slot.free);
  const own = slots.some((slot) => slot.own);
  // the form stays when nothing is left: it tells who has just come second
  return (
    <Card aria-labelledby="take-slot">
      <h2 id="take-slot" className="text-lg">
        {t(own ? "change" : "take")}
      </h2>
      <p className="mt-1 mb-3 text-slate">
        {t(free.length === 0 ? "noneFree" : staff ? "takeStaff" : own ? "changeLead" : "takeLead")}
      </p>
      <ActionForm id="take-slot" action={takeSlotAction}>
        <input type="hidden" name="introductionId" value={introductionId} />
        {free.length > 0 && (
          <>
            <ChoiceField
              name="slotId"
              label={t("free")}
              options={free.map((slot) => ({
                value: slot.id,
                label: timeLabel(locale, slot),
                help: [modes(slot.mode), slot.place].filter(Boolean).join(" · "),
              }))}
            />
            <SubmitButton>{t(own ? "changeSend" : "takeSend")}</SubmitButton>
          </>
        )}
      </ActionForm>
    </Card>
  );
}

/** The interview times that an enterprise keeps free for one need, who has which, and a form for more. */
export function SlotsCard({
  needId,
  introductionId,
  slots,
  days,
}: {
  needId: string;
  /** on the page of a case; else on the need's */
  introductionId?: string;
  slots: SlotView[];
  days: Days;
}) {
  const t = useTranslations("meetings.slots");
  return (
    <Card aria-labelledby="slots">
      <h2 id="slots" className="text-lg">
        {t("title")}
      </h2>
      <p className="mt-1 text-slate">{t("lead")}</p>
      {slots.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {slots.map((slot) => (
            <li key={slot.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span className="min-w-0">
                <MeetingTime time={slot} />
                {slot.place && <span className="block text-sm text-mute">{slot.place}</span>}
              </span>
              {slot.free ? (
                <ActionForm id={`withdraw-slot-${slot.id}`} action={withdrawSlotAction}>
                  <input type="hidden" name="slotId" value={slot.id} />
                  {introductionId && <input type="hidden" name="introductionId" value={introductionId} />}
                  <SubmitButton tone="quiet">{t("withdraw")}</SubmitButton>
                </ActionForm>
              ) : (
                <TakenBy slot={slot} linked={introductionId === undefined} />
              )}
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t("offer")}>
        <ActionForm id="offer-slots" action={offerSlotsAction} values={{ mode: "online", minutes: "60" }}>
          <input type="hidden" name="needId" value={needId} />
          {introductionId && <input type="hidden" name="introductionId" value={introductionId} />}
          <PlaceFields />
          <TimeFields days={days} typed={6} need={introductionId === undefined} />
          <SubmitButton tone="plain">{t("offerSend")}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </Card>
  );
}

function TakenBy({ slot: { own, by }, linked }: { slot: SlotView; linked: boolean }) {
  const t = useTranslations("meetings.slots");
  return (
    <Tag tone="sea">
      {own ? t("thisCase") : t("taken")}
      {by &&
        !own &&
        (linked ? (
          <Link
            href={`/enterprise/introductions/${by.matchId}/meetings`}
            className="underline underline-offset-4"
          >
            {by.code}
          </Link>
        ) : (
          <span>{by.code}</span>
        ))}
    </Tag>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import {
  cancelMeetingAction,
  chooseTimeAction,
  recordMeetingAction,
  rescheduleMeetingAction,
} from "#lib/meetings/actions.ts";
import { MISSED_AFTER_MINUTES } from "#lib/meetings/policy.ts";
import type { MeetingView } from "#lib/meetings/views.ts";
import { Ref } from "./refs.tsx";
import { type Days, TimeFields } from "./time-fields.tsx";
import { timeLabel } from "./time-label.ts";

type Props = { introductionId: string; meeting: MeetingView };

export function ChooseForm({ introductionId, meeting }: Props) {
  const t = useTranslations("meetings");
  const locale = useLocale() as AppLocale;
  const only = meeting.options.length === 1 ? meeting.options[0] : undefined;
  return (
    <ActionForm
      id={`choose-${meeting.id}`}
      action={chooseTimeAction}
      className="mt-3"
      values={only && { optionId: only.id }}
    >
      <Ref introductionId={introductionId} meeting={meeting} />
      <ChoiceField
        name="optionId"
        label={t("choose.label")}
        help={t("times.zone")}
        options={meeting.options.map((option) => ({
          value: option.id,
          label: timeLabel(locale, option),
          help: option.holidayIn.length
            ? t(`holiday.${option.holidayIn.length === 2 ? "both" : option.holidayIn[0]!}`)
            : undefined,
        }))}
      />
      <SubmitButton>{t("choose.send")}</SubmitButton>
    </ActionForm>
  );
}

export function RescheduleForm({ introductionId, meeting, days }: Props & { days: Days }) {
  const t = useTranslations("meetings.reschedule");
  return (
    <ActionForm id={`reschedule-${meeting.id}`} action={rescheduleMeetingAction} values={{ minutes: "60" }}>
      <Ref introductionId={introductionId} meeting={meeting} />
      <TextArea name="reason" label={t("reason")} help={t("reasonHelp")} rows={2} maxLength={500} />
      <TimeFields days={days} typed={3} />
      <SubmitButton tone="plain">{t("send")}</SubmitButton>
    </ActionForm>
  );
}

export function CancelForm({ introductionId, meeting }: Props) {
  const t = useTranslations("meetings.cancel");
  return (
    <ActionForm id={`cancel-${meeting.id}`} action={cancelMeetingAction}>
      <Ref introductionId={introductionId} meeting={meeting} />
      <TextArea name="reason" label={t("reason")} help={t("reasonHelp")} rows={2} maxLength={500} />
      <SubmitButton tone="danger">{t("send")}</SubmitButton>
    </ActionForm>
  );
}

export function RecordForm({ introductionId, meeting }: Props) {
  const t = useTranslations("meetings.record");
  return (
    <ActionForm id={`record-${meeting.id}`} action={recordMeetingAction} className="mt-3">
      <Ref introductionId={introductionId} meeting={meeting} />
      <ChoiceField
        name="outcome"
        label={t("label")}
        columns
        options={[
          { value: "held", label: t("held") },
          {
            value: "no_show",
            label: t("no_show"),
            help: t("noShowHelp", { minutes: MISSED_AFTER_MINUTES }),
          },
        ]}
      />
      <ChoiceField
        name="noShow"
        label={t("who")}
        optional
        columns
        options={(["TALENT", "ENTERPRISE"] as const).map((value) => ({
          value,
          label: t(`missing.${value}`),
        }))}
      />
      <TextArea name="reason" label={t("reason")} help={t("reasonHelp")} optional rows={2} maxLength={500} />
      <SubmitButton>{t("send")}</SubmitButton>
    </ActionForm>
  );
}

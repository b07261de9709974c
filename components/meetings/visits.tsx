import { useTranslations } from "next-intl";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { cancelVisitAction, planVisitAction } from "#lib/meetings/actions.ts";
import type { CaseMeetings, VisitView } from "#lib/meetings/views.ts";
import { MeetingTime } from "./meeting-time.tsx";
import { ProposeForm } from "./propose-form.tsx";
import type { Days } from "./time-fields.tsx";

type Props = {
  introductionId: string;
  visit: VisitView;
  days: Days;
  kinds: CaseMeetings["kinds"];
  host: boolean;
};

/** A stay as an itinerary: its days, what all should know, and its parts in their order. Prints as one sheet. */
export function VisitCard({ introductionId, visit, days, kinds, host }: Props) {
  const t = useTranslations("meetings.visit");
  const parts = [...visit.parts].sort(
    (a, b) => (a.time?.startsAt.getTime() ?? Infinity) - (b.time?.startsAt.getTime() ?? Infinity),
  );
  return (
    <Card aria-labelledby={`visit-${visit.id}`} className="print:border-0 print:shadow-none">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 id={`visit-${visit.id}`} className="text-lg [overflow-wrap:anywhere]">
          {visit.title ? <UserText as="span">{visit.title}</UserText> : t("title")}
        </h2>
        {visit.cancelled && <StatusTag tone="plain">{t("cancelled")}</StatusTag>}
      </div>
      <p className="text-lg">
        <DateText value={visit.startsOn} /> – <DateText value={visit.endsOn} />
      </p>
      {visit.note && <UserText className="mt-1.5 max-w-prose text-slate">{visit.note}</UserText>}
      {visit.reason && <p className="mt-1.5 text-sm text-slate">{t("reason", { reason: visit.reason })}</p>}
      {parts.length > 0 && (
        <ol className="mt-3 divide-y divide-line border-t border-line">
          {parts.map((part) => (
            <li key={part.id} className="grid gap-x-5 py-2.5 sm:grid-cols-[minmax(16rem,auto)_1fr]">
              <span className="tabular-nums">{part.time ? <MeetingTime time={part.time} /> : t("open")}</span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <UserText as="span" className="font-semibold">
                  {part.title}
                </UserText>
                {part.place && <span className="block text-sm text-slate">{part.place}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {!visit.cancelled && <PrintButton label={t("print")} />}
      {host && !visit.cancelled && (
        <div className="mt-2 print:hidden">
          <Disclosure summary={t("addPart")}>
            <ProposeForm introductionId={introductionId} days={days} kinds={kinds} visitId={visit.id} />
          </Disclosure>
          <Disclosure summary={t("cancel")}>
            <ActionForm id={`cancel-visit-${visit.id}`} action={cancelVisitAction}>
              <input type="hidden" name="introductionId" value={introductionId} />
              <input type="hidden" name="visitId" value={visit.id} />
              <input type="hidden" name="version" value={visit.version} />
              <TextArea
                name="reason"
                label={t("cancelReason")}
                help={t("cancelHelp")}
                rows={2}
                maxLength={500}
              />
              <SubmitButton tone="danger">{t("cancel")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

export function PlanVisitForm({ introductionId }: { introductionId: string }) {
  const t = useTranslations("meetings.visit");
  return (
    <ActionForm id="plan-visit" action={planVisitAction}>
      <input type="hidden" name="introductionId" value={introductionId} />
      <TextField name="title" label={t("name")} help={t("nameHelp")} maxLength={160} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField name="startsOn" type="date" label={t("startsOn")} />
        <TextField name="endsOn" type="date" label={t("endsOn")} />
      </div>
      <TextArea name="note" label={t("note")} help={t("noteHelp")} optional rows={3} maxLength={2000} />
      <SubmitButton tone="plain">{t("plan")}</SubmitButton>
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import { FileField } from "#components/talents/file-field.tsx";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, Facts, Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { today } from "#lib/clock.ts";
import { limits } from "#lib/files/errors.ts";
import {
  countersignLandingAction,
  recordLandingAction,
  returnLandingAction,
} from "#lib/introductions/actions.ts";
import { CASE_FILE_ACCEPT } from "#lib/introductions/file-kinds.ts";
import { type LandingView, PROOF_KINDS } from "#lib/introductions/landing-schema.ts";
import { otherOffice } from "#lib/terms/terms.ts";
import { CaseFileLink } from "./case-file-link.tsx";

type Props = { introductionId: string; landing: LandingView | null; staff: boolean; canRecord: boolean };

/** The arrival: who recorded it with what proof, who countersigned it, and what an officer can do about it. */
export function LandingCard({ introductionId, landing, staff, canRecord }: Props) {
  const t = useTranslations("journey.landing");
  return (
    <Card bridge aria-labelledby="landing">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="landing" className="text-lg">
          {t("title")}
        </h2>
        {landing && <LandingStatus landing={landing} />}
      </div>
      <p className="mt-1 mb-4 text-slate">{t(landing || staff ? "text" : "soon")}</p>
      {landing && <LandingFacts landing={landing} />}
      {landing?.agreedStart && (
        <div className="mt-4">
          <Notice tone="warn">
            {t.rich("otherStart", {
              landed: () => <DateText value={landing.landedOn} />,
              agreed: () => <DateText value={landing.agreedStart!} />,
            })}
          </Notice>
        </div>
      )}
      {landing?.can.countersign && <Signature introductionId={introductionId} landing={landing} />}
      {staff &&
        canRecord &&
        landing &&
        !landing.countersignedAt &&
        !landing.can.countersign &&
        !landing.returnedReason && <p className="mt-4 text-sm text-slate">{t("sign.ownOffice")}</p>}
      {canRecord && (!landing || landing.can.recordAgain) && (
        <RecordLanding introductionId={introductionId} again={landing !== null} />
      )}
    </Card>
  );
}

function LandingStatus({ landing }: { landing: LandingView }) {
  const t = useTranslations("journey.landing");
  const offices = useTranslations("terms.offices");
  const office = offices(otherOffice(landing.recordedOffice));
  if (landing.countersignedAt) return <StatusTag tone="ok">{t("confirmed")}</StatusTag>;
  if (landing.returnedReason) return <StatusTag tone="warn">{t("returned", { office })}</StatusTag>;
  return <StatusTag tone="sea">{t("waits", { office })}</StatusTag>;
}

function LandingFacts({ landing }: { landing: LandingView }) {
  const t = useTranslations("journey.landing");
  const offices = useTranslations("terms.offices");
  const who = (name: string | null, office: LandingView["recordedOffice"], on: Date) =>
    name
      ? t.rich("who", { name, office: offices(office), date: () => <DateText value={on} /> })
      : [`${offices(office)} · `, <DateText key="on" value={on} />];
  return (
    <>
      <Facts
        items={[
          { term: t("fields.landedOn"), value: <DateText value={landing.landedOn} /> },
          { term: t("fields.proofKind"), value: t(`kinds.${landing.proofKind}`) },
          ...(landing.proof
            ? [{ term: t("fields.proof"), value: <CaseFileLink file={landing.proof} /> }]
            : []),
          ...(landing.note ? [{ term: t("fields.note"), value: <UserText>{landing.note}</UserText> }] : []),
          {
            term: t("fields.recorded"),
            value: who(landing.recordedBy, landing.recordedOffice, landing.recordedAt),
          },
          ...(landing.countersignedAt
            ? [
                {
                  term: t("fields.countersigned"),
                  value: who(
                    landing.countersignedBy,
                    otherOffice(landing.recordedOffice),
                    landing.countersignedAt,
                  ),
                },
              ]
            : []),
        ]}
      />
      {landing.returnedReason && (
        <p dir="auto" className="mt-4 rounded-md border border-warn/40 bg-warn-bg px-3 py-2 text-warn">
          {t("returnedReason", { reason: landing.returnedReason })}
        </p>
      )}
    </>
  );
}

function Signature({ introductionId, landing }: { introductionId: string; landing: LandingView }) {
  const t = useTranslations("journey.landing.sign");
  const ref = (
    <>
      <input type="hidden" name="introductionId" value={introductionId} />
      <input type="hidden" name="recordedAt" value={landing.recordedAt.toISOString()} />
    </>
  );
  return (
    <section aria-labelledby="sign" className="mt-5 border-t border-line pt-4">
      <h3 id="sign" className="text-base font-semibold">
        {t("title")}
      </h3>
      <p className="mt-1 mb-4 text-slate">{t("text")}</p>
      <ActionForm id="countersign" action={countersignLandingAction}>
        {ref}
        <SubmitButton>{t("send")}</SubmitButton>
      </ActionForm>
      <div className="mt-3">
        <Disclosure summary={t("return")}>
          <ActionForm id="return-landing" action={returnLandingAction}>
            {ref}
            <TextArea name="reason" label={t("reason")} rows={2} />
            <SubmitButton tone="danger">{t("return")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </section>
  );
}

function RecordLanding({ introductionId, again }: { introductionId: string; again: boolean }) {
  const t = useTranslations("journey.landing");
  const file = useTranslations("tasks.answer");
  return (
    <section aria-labelledby="record-landing" className="mt-5 border-t border-line pt-4">
      <h3 id="record-landing" className="mb-4 text-base font-semibold">
        {t(again ? "record.titleAgain" : "record.title")}
      </h3>
      <ActionForm id="record-landing" action={recordLandingAction}>
        <input type="hidden" name="introductionId" value={introductionId} />
        <div className="grid gap-x-5 sm:grid-cols-2">
          <TextField name="landedOn" type="date" max={today()} label={t("fields.landedOn")} />
          <SelectField
            name="proofKind"
            label={t("fields.proofKind")}
            options={PROOF_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </div>
        <FileField
          name="proof"
          label={t("fields.proof")}
          help={t("record.proofHelp")}
          accept={CASE_FILE_ACCEPT}
          maxBytes={limits.bytes}
          tooLarge={file("fileTooLarge")}
        />
        <TextArea name="note" label={t("fields.note")} optional rows={2} />
        <SubmitButton>{t("record.send")}</SubmitButton>
      </ActionForm>
    </section>
  );
}

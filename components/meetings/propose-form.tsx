import { useTranslations } from "next-intl";
import { ChoiceField, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { proposeMeetingAction } from "#lib/meetings/actions.ts";
import { MEETING_MODES } from "#lib/meetings/schema.ts";
import type { CaseMeetings } from "#lib/meetings/views.ts";
import { type Days, TimeFields } from "./time-fields.tsx";

type Props = {
  introductionId: string;
  days: Days;
  kinds: CaseMeetings["kinds"];
  /** a part of this visit, at one time that nobody is asked about */
  visitId?: string;
};

/** Offers times for a meeting; or sets a part of a visit. */
export function ProposeForm({ introductionId, days, kinds, visitId }: Props) {
  const t = useTranslations("meetings");
  const part = visitId !== undefined;
  return (
    <ActionForm
      id={part ? `part-${visitId}` : "propose"}
      action={proposeMeetingAction}
      values={
        part
          ? { kind: "site_visit", mode: "on_site", minutes: "60" }
          : { kind: "interview", mode: "online", minutes: "60" }
      }
    >
      <input type="hidden" name="introductionId" value={introductionId} />
      {part && <input type="hidden" name="visitId" value={visitId} />}
      {part && <input type="hidden" name="fixed" value="on" />}
      <SelectField
        name="kind"
        label={t("fields.kind")}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField name="title" label={t("fields.title")} help={t("fields.titleHelp")} maxLength={160} />
      <PlaceFields />
      <TimeFields days={days} typed={part ? 1 : 3} one={part} />
      <TextArea name="note" label={t("fields.note")} optional rows={3} />
      <SubmitButton tone={part ? "plain" : "sea"}>{t(part ? "visit.addPart" : "propose.send")}</SubmitButton>
    </ActionForm>
  );
}

/** Online or on site; the address or the link. */
export function PlaceFields() {
  const t = useTranslations("meetings");
  return (
    <>
      <ChoiceField
        name="mode"
        label={t("fields.mode")}
        columns
        options={MEETING_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      <TextField name="place" label={t("fields.place")} optional maxLength={300} />
      <TextField
        name="url"
        type="url"
        label={t("fields.url")}
        help={t("fields.urlHelp")}
        optional
        maxLength={500}
      />
    </>
  );
}

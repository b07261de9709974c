import { useTranslations } from "next-intl";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { ChoiceField, SelectField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { giveOpinionAction, saveEvidenceAction } from "#lib/meetings/actions.ts";
import { MARKS, OPINIONS } from "#lib/meetings/schema.ts";
import type { CardView, MeetingView } from "#lib/meetings/views.ts";
import { Ref } from "./refs.tsx";

type Props = { introductionId: string; meeting: MeetingView; criteria: string[] };

/** What those who were there noted: first what they saw, then what they think; others' notes only after one's own. */
export function Scorecards({ introductionId, meeting, criteria }: Props) {
  const t = useTranslations("meetings.score");
  const { cards, can } = meeting;
  if (!cards || (!can.score && !cards.own && cards.others.length === 0 && cards.hidden === 0)) return null;
  const { own, others, hidden } = cards;
  const stands = own !== null && own.opinion !== null;
  return (
    <div className="mt-2">
      {can.score && !stands && (
        <Disclosure summary={t(own ? "openOpinion" : "open")}>
          {own && <OpinionForm introductionId={introductionId} meeting={meeting} />}
          <EvidenceForm introductionId={introductionId} meeting={meeting} criteria={criteria} own={own} />
        </Disclosure>
      )}
      {stands && (
        <Disclosure summary={t("own")}>
          <Card card={own} />
        </Disclosure>
      )}
      {hidden > 0 && <p className="text-sm text-slate">{t("hidden", { count: hidden })}</p>}
      {others.length > 0 && (
        <Disclosure summary={t(own ? "others" : "all", { count: others.length })}>
          <ul className="divide-y divide-line">
            {others.map((card, index) => (
              <li key={index} className="py-3 first:pt-0">
                <p className="font-semibold">
                  {card.author} · {t(`sides.${card.side}`)}
                </p>
                <Card card={card} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function EvidenceForm({ introductionId, meeting, criteria, own }: Props & { own: CardView | null }) {
  const t = useTranslations("meetings.score");
  const asked = criteria.length > 0 ? criteria : [t("general")];
  const values = asked.map((criterion) => {
    const item = own?.items.find((one) => one.criterion === criterion);
    return { criterion, seen: item?.seen ?? "", mark: item?.mark ? String(item.mark) : "" };
  });
  return (
    <ActionForm id={`evidence-${meeting.id}`} action={saveEvidenceAction} values={{ items: values }}>
      <Ref introductionId={introductionId} meeting={meeting} versioned={false} />
      <p className="mb-3 text-slate">{t("evidenceLead")}</p>
      <p className="mb-4 text-sm text-slate">{t("copy")}</p>
      {asked.map((criterion, index) => (
        <fieldset key={criterion} className="mb-4 border-t border-line pt-3">
          <legend className="float-left w-full font-semibold [overflow-wrap:anywhere]">
            <UserText as="span">{criterion}</UserText>
          </legend>
          <input type="hidden" name={`items[${index}].criterion`} value={criterion} />
          <div className="clear-both grid gap-x-4 pt-2 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <TextArea name={`items[${index}].seen`} label={t("seen")} optional rows={2} maxLength={1500} />
            <SelectField
              name={`items[${index}].mark`}
              label={t("mark")}
              optional
              empty={t("noMark")}
              options={MARKS.map((value) => ({ value: String(value), label: t(`marks.${value}`) }))}
            />
          </div>
        </fieldset>
      ))}
      <SubmitButton tone={own ? "plain" : "sea"}>{t(own ? "correctEvidence" : "saveEvidence")}</SubmitButton>
    </ActionForm>
  );
}

function OpinionForm({ introductionId, meeting }: Omit<Props, "criteria">) {
  const t = useTranslations("meetings.score");
  return (
    <ActionForm id={`opinion-${meeting.id}`} action={giveOpinionAction} className="mb-6">
      <Ref introductionId={introductionId} meeting={meeting} versioned={false} />
      <p className="mb-3 text-slate">{t("opinionLead")}</p>
      <ChoiceField
        name="opinion"
        label={t("opinion")}
        columns
        options={OPINIONS.map((value) => ({ value, label: t(`opinions.${value}`) }))}
      />
      <TextArea name="summary" label={t("summary")} rows={3} maxLength={2000} />
      <p className="mb-4 text-sm text-slate">{t("copy")}</p>
      <SubmitButton>{t("giveOpinion")}</SubmitButton>
    </ActionForm>
  );
}

function Card({ card }: { card: CardView }) {
  const t = useTranslations("meetings.score");
  return (
    <>
      {card.opinion && <p className="mt-1 font-semibold">{t(`opinions.${card.opinion}`)}</p>}
      {card.summary && <UserText className="max-w-prose">{card.summary}</UserText>}
      <dl className="mt-2 grid gap-2 text-sm">
        {card.items
          .filter(({ seen }) => seen)
          .map(({ criterion, seen, mark }) => (
            <div key={criterion}>
              <dt className="text-mute [overflow-wrap:anywhere]">
                <UserText as="span">{criterion}</UserText>
                {mark && ` · ${t(`marks.${mark as 1}`)}`}
              </dt>
              <dd>
                <UserText>{seen}</UserText>
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}

import { useTranslations } from "next-intl";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { CheckField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import { acceptOfferAction, declineOfferAction } from "#lib/introductions/actions.ts";
import type { OfferView } from "#lib/introductions/offer-schema.ts";

/** The talent's answer to terms; or staff's record of it, with how they know. */
export function OfferAnswer({
  introductionId,
  offer,
  staff,
}: {
  introductionId: string;
  offer: OfferView;
  staff: boolean;
}) {
  const t = useTranslations("journey.terms.answer");
  const ref = (
    <>
      <input type="hidden" name="introductionId" value={introductionId} />
      <input type="hidden" name="offerId" value={offer.id} />
    </>
  );
  return (
    <Card id="answer" className={staff ? undefined : "border-bau-500"} aria-labelledby="answer-title">
      <h2 id="answer-title" className="text-lg">
        {t(staff ? "staffTitle" : "title")}
      </h2>
      {!staff && <p className="mt-1 mb-4 text-slate">{t("text")}</p>}
      <ActionForm id="accept-offer" action={acceptOfferAction} className={staff ? "mt-3" : undefined}>
        {ref}
        {staff ? (
          <TextArea name="note" label={t("staffNote")} help={t("staffNoteHelp")} rows={2} />
        ) : (
          <CheckField name="sure" label={t("sure")} />
        )}
        <SubmitButton tone={staff ? "sea" : "bauhinia"} className="w-full sm:w-auto">
          {staff ? t("staffAccept") : t("accept", { number: offer.number })}
        </SubmitButton>
      </ActionForm>
      <div className="mt-3">
        <Disclosure summary={t(staff ? "staffDecline" : "decline")}>
          <ActionForm id="decline-offer" action={declineOfferAction}>
            {ref}
            <TextArea name="reason" label={t("declineReason")} help={t("declineHelp")} rows={3} />
            <SubmitButton tone="danger">{t(staff ? "staffDecline" : "decline")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      </div>
    </Card>
  );
}

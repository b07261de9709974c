import { getTranslations } from "next-intl/server";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { Disclosure } from "#components/tasks/disclosure.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { takeBackOfferAction } from "#lib/introductions/actions.ts";
import type { CaseFrame as Frame } from "#lib/introductions/case-schema.ts";
import type { CaseTerms } from "#lib/introductions/offer-queries.ts";
import { FollowUps } from "./follow-ups.tsx";
import { LandingCard } from "./landing-card.tsx";
import { OfferAnswer } from "./offer-answer.tsx";
import { OfferFacts } from "./offer-card.tsx";
import { OfferForm } from "./offer-form.tsx";

type Props = { of: Frame; terms: CaseTerms };

/** From terms to the last follow-up, the same page for all three sides. */
export async function TermsPage({ of, terms, done }: Props & { done: string | undefined }) {
  const t = await getTranslations("journey.done");
  const staff = of.side === "STAFF";
  // whoever records what somebody else told is not thanked for it
  const said = staff && done === "answered" ? "answeredForThem" : done;
  const landingShown = terms.landing !== null || (staff && of.status === "ACCEPTED");
  return (
    <CaseFrame case={of} tab="terms">
      {said && t.has(said as never) && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t(said as never)}
          </Notice>
        </div>
      )}
      <div className="mx-auto grid max-w-4xl gap-5">
        {terms.followUps.some(({ open }) => open) && !staff && (
          <FollowUps introductionId={of.id} followUps={terms.followUps} staff={staff} />
        )}
        {landingShown && (
          <LandingCard
            introductionId={of.id}
            landing={terms.landing}
            staff={staff}
            canRecord={terms.can.land}
          />
        )}
        <Offers of={of} terms={terms} />
        {(staff || !terms.followUps.some(({ open }) => open)) && (
          <FollowUps introductionId={of.id} followUps={terms.followUps} staff={staff} />
        )}
      </div>
    </CaseFrame>
  );
}

async function Offers({ of, terms }: Props) {
  const t = await getTranslations("journey.terms");
  const [newest, ...older] = terms.offers;
  const first = newest === undefined;
  return (
    <>
      {newest ? (
        <Card>
          <OfferFacts offer={newest} />
        </Card>
      ) : (
        <Card>
          <h2 className="text-lg">{t("none")}</h2>
          <p className="mt-1 text-slate">{of.running ? t(`noneText.${of.side}`) : t("noneEnded")}</p>
        </Card>
      )}
      {newest && terms.can.answer && (
        <OfferAnswer introductionId={of.id} offer={newest} staff={of.side === "STAFF"} />
      )}
      {terms.can.record &&
        (first ? (
          <Card aria-labelledby="offer-title">
            <h2 id="offer-title" className="mb-4 text-lg">
              {t(of.side === "STAFF" ? "form.titleStaff" : "form.title")}
            </h2>
            <OfferForm of={of} terms={terms} />
          </Card>
        ) : (
          <Disclosure summary={t(of.side === "STAFF" ? "form.titleStaff" : "form.titleAgain")}>
            {newest.status === "PROPOSED" && (
              <p className="mb-4 text-slate">{t("form.replaces", { number: newest.number })}</p>
            )}
            {newest.status === "ACCEPTED" && (
              <p className="mb-4 text-slate">{t("form.opensAgain", { number: newest.number })}</p>
            )}
            <OfferForm of={of} terms={terms} />
          </Disclosure>
        ))}
      {newest && terms.can.takeBack && (
        <Disclosure summary={t("takeBack.title")}>
          <ActionForm id="take-back-offer" action={takeBackOfferAction}>
            <input type="hidden" name="introductionId" value={of.id} />
            <input type="hidden" name="offerId" value={newest.id} />
            <TextArea name="reason" label={t("takeBack.reason")} help={t("takeBack.help")} rows={2} />
            <SubmitButton tone="danger">{t("takeBack.title")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
      {older.length > 0 && (
        <Disclosure summary={t("older", { count: older.length })}>
          <div className="grid gap-6">
            {older.map((offer) => (
              <div key={offer.id}>
                <OfferFacts offer={offer} level="h3" />
              </div>
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

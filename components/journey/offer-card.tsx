import { useTranslations } from "next-intl";
import { DateText } from "#components/ui/date-text.tsx";
import { Money } from "#components/ui/money.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Facts, type TagTone } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { OfferView } from "#lib/introductions/offer-schema.ts";
import { CaseFileLink } from "./case-file-link.tsx";

const TONES: Record<OfferView["status"], TagTone> = {
  PROPOSED: "bauhinia",
  ACCEPTED: "ok",
  DECLINED: "bad",
  SUPERSEDED: "plain",
  WITHDRAWN: "plain",
};

/** Terms as they were put: what, where, from when, for what. */
export function OfferFacts({ offer, level: Heading = "h2" }: { offer: OfferView; level?: "h2" | "h3" }) {
  const t = useTranslations("journey.terms");
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading className="text-lg">{t("number", { number: offer.number })}</Heading>
        <StatusTag tone={TONES[offer.status]}>{t(`status.${offer.status}`)}</StatusTag>
      </div>
      <p className="mt-0.5 mb-4 text-sm text-mute">
        {t.rich(`by.${offer.side}`, { date: () => <DateText value={offer.recordedAt} /> })}
        {offer.decidedAt && (
          <>
            {" · "}
            {t.rich("answered", { date: () => <DateText value={offer.decidedAt!} /> })}
          </>
        )}
      </p>
      <OfferList offer={offer} />
      {offer.evidence && (
        <p className="mt-3">
          <CaseFileLink file={offer.evidence} />
        </p>
      )}
      {offer.reason && (
        <UserText className="mt-3 rounded-md bg-mist px-4 py-3">
          {t(offer.status === "DECLINED" || offer.status === "WITHDRAWN" ? "reason" : "noteLine", {
            reason: offer.reason,
          })}
        </UserText>
      )}
    </>
  );
}

function OfferList({ offer }: { offer: OfferView }) {
  const t = useTranslations("journey.terms.fields");
  const modes = useTranslations("terms.modes");
  const said = (term: Parameters<typeof t>[0], text: string) =>
    text ? [{ term: t(term), value: <UserText>{text}</UserText> }] : [];
  const paid = offer.payCurrency && (offer.payMin !== null || offer.payMax !== null);
  return (
    <Facts
      items={[
        ...said("title", offer.title),
        { term: t("mode"), value: modes(offer.mode as never) },
        ...said("place", offer.place),
        ...(offer.startOn ? [{ term: t("startOn"), value: <DateText value={offer.startOn} /> }] : []),
        ...(offer.daysPerMonth ? [{ term: t("daysPerMonth"), value: offer.daysPerMonth }] : []),
        ...(paid
          ? [
              {
                term: t("pay"),
                value: (
                  <Money
                    min={offer.payMin}
                    max={offer.payMax}
                    currency={offer.payCurrency!}
                    period={offer.payPeriod}
                  />
                ),
              },
            ]
          : []),
        ...said("housing", offer.housing),
        ...said("terms", offer.terms),
      ]}
    />
  );
}

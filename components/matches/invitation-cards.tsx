import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import type { Invitation } from "#lib/matches/queries.ts";
import { NeedSummary } from "./need-summary.tsx";
import { ReasonsShort } from "./reasons-short.tsx";

const SHOWN = 5;

/** What the person accepted and the enterprise has yet to answer: since when. Nothing where there is none. */
export async function WaitingCard({ invitations }: { invitations: Invitation[] }) {
  const t = await getTranslations("matches.invitations");
  if (invitations.length === 0) return null;
  return (
    <Card aria-labelledby="enterprise-answers">
      <h2 id="enterprise-answers" className="mb-2 text-lg">
        {t("waitsTitle")}
      </h2>
      <ul className="divide-y divide-line">
        {invitations.slice(0, SHOWN).map(({ id, need, answeredAt, invitedAt }) => (
          <li key={id} className="py-2">
            <Link
              href={`/talent/invitations/${id}`}
              lang={langTag(need.lang)}
              className="inline-flex min-h-11 items-center font-semibold text-sea-800 underline-offset-4 [overflow-wrap:anywhere]"
            >
              {need.content.title}
            </Link>
            <p className="text-sm text-slate">
              {t.rich("waitsSince", { date: () => <DateText value={answeredAt ?? invitedAt} /> })}
            </p>
          </li>
        ))}
      </ul>
      {invitations.length > SHOWN && (
        <Link
          href="/talent/invitations"
          className="mt-1 inline-flex min-h-11 items-center font-semibold text-sea-700 underline"
        >
          {t("back")}
        </Link>
      )}
    </Card>
  );
}

/** One invitation: what it is, why it fits, what accepting would show, until when. */
export async function InvitationCard({
  invitation,
  heading = "h2",
}: {
  invitation: Invitation;
  heading?: "h2" | "h3";
}) {
  const t = await getTranslations("matches.invitations");
  return (
    <Card bridge as="article">
      <NeedSummary need={invitation.need} heading={heading} />
      <ReasonsShort result={invitation.explanation} />
      <div className="mt-5 grid gap-2.5 sm:flex">
        <ButtonLink href={`/talent/invitations/${invitation.id}`} tone="plain">
          {t("why")}
        </ButtonLink>
        <ButtonLink href={`/talent/invitations/${invitation.id}#answer`} tone="bauhinia">
          {t("answer")}
        </ButtonLink>
      </div>
      <p className="mt-4 text-sm text-slate">
        {t("promise")}{" "}
        {invitation.expiresAt && (
          <>
            {t("until")} <DateText value={invitation.expiresAt} />
          </>
        )}
      </p>
    </Card>
  );
}

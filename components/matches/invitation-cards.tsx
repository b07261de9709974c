import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { Invitation } from "#lib/matches/queries.ts";
import { NeedSummary } from "./need-summary.tsx";
import { ReasonsShort } from "./reasons-short.tsx";

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

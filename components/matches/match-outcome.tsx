import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { MatchForReview } from "#lib/matches/review-query.ts";
import { MatchStatusTag } from "./match-status.tsx";

/** In place of the dock once decided: where it stands and who has the ball. */
export async function MatchOutcome({ match, nextHref }: { match: MatchForReview; nextHref: string }) {
  const t = await getTranslations("matches.review");
  const { decision, talentAnswer, enterpriseAnswer, invitationExpiresAt: until } = match;
  const codes = {
    decision: await getTranslations("matches.reasonCodes"),
    talent: await getTranslations("matches.invitations.declineCodes"),
    enterprise: await getTranslations("introductions.decline.codes"),
  };
  const wordsOf = (from: keyof typeof codes, code: string | null) =>
    code && codes[from].has(code as never) ? codes[from](code as never) : null;
  const reasons = [
    { from: "decision", ...decision },
    { from: "talent", ...talentAnswer },
    { from: "enterprise", ...enterpriseAnswer },
  ] as const;
  return (
    <Card className="mt-6 flex flex-wrap items-center justify-between gap-4">
      <div>
        <h2 className="sr-only">{t("state")}</h2>
        <p className="flex flex-wrap items-center gap-3">
          <MatchStatusTag status={match.status} />
          {decision && (
            <span className="text-slate">
              {decision.by} · <DateText value={decision.at} time />
            </span>
          )}
        </p>
        {reasons.map(({ from, reasonCode = null, reason }) => {
          const code = wordsOf(from, reasonCode);
          if (!code && !reason) return null;
          return (
            <p key={from} className="mt-1">
              {from !== "decision" && <span className="text-slate">{t(`said.${from}`)} </span>}
              {code}
              {code && reason && " · "}
              {reason && <UserText as="span">{reason}</UserText>}
            </p>
          );
        })}
        <p className="mt-1 text-slate">
          {match.status === "APPROVED" && t("waitsNotify")}
          {match.status === "INVITED" &&
            until &&
            t.rich("waitsTalent", { date: () => <DateText value={until} /> })}
          {match.status === "TALENT_ACCEPTED" && t("waitsEnterprise")}
          {match.status === "INTRODUCED" && t("introduced")}
        </p>
      </div>
      <ButtonLink href={nextHref} tone="plain">
        {t("next")}
      </ButtonLink>
    </Card>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { JourneyCards } from "#components/journey/journey-card.tsx";
import { InvitationCard, WaitingCard } from "#components/matches/invitation-cards.tsx";
import { ProfileCard } from "#components/talents/profile-card.tsx";
import { SeenCard } from "#components/talents/seen-card.tsx";
import { WayCard } from "#components/talents/way-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listInvitations } from "#lib/matches/queries.ts";
import { countEnterprisesThatSaw, getDisclosures } from "#lib/talents/ledger-queries.ts";
import { getOwnProfile, getReach } from "#lib/talents/queries.ts";
import { listJourneys } from "#lib/tasks/journey-queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.home");
  return { title: t("metaTitle") };
}

export default async function TalentHomePage() {
  const viewer = await pageViewer("/talent");
  const t = await getTranslations("talents.home");
  const [own, { disclosures }, enterprises, reach, invitations, journeys] = await Promise.all([
    getOwnProfile(viewer),
    getDisclosures(viewer, { take: 4 }),
    countEnterprisesThatSaw(viewer),
    getReach(viewer),
    listInvitations(viewer),
    listJourneys(viewer, (await getLocale()) as AppLocale),
  ]);
  const open = invitations.filter((invitation) => invitation.open);
  const waiting = invitations.filter(({ status }) => status === "TALENT_ACCEPTED");
  const consented = own.members.filter((member) => member.status === "CONSENTED").length;
  return (
    <div className="mx-auto max-w-5xl">
      <h1 className="mb-5 text-2xl [overflow-wrap:anywhere] sm:text-3xl">
        {open.length > 0
          ? t("titleInvited", { count: open.length })
          : viewer.name
            ? t("title", { name: viewer.name })
            : t("titlePlain")}
      </h1>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {own.status === "CHANGES_REQUESTED" && own.reviewNote && (
            <Notice tone="warn" title={t("note")}>
              <UserText>{own.reviewNote}</UserText>
            </Notice>
          )}
          {!own.consented && (
            <Notice tone="warn" title={t("consentGone")}>
              <ButtonLink tone="quiet" href="/talent/privacy" className="-ml-3">
                {t("consentAgain")}
              </ButtonLink>
            </Notice>
          )}
          {open.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} />
          ))}
          <WaitingCard invitations={waiting} />
          <JourneyCards journeys={journeys} />
          <WayCard own={own} reach={reach} invitations={open.length} />
          <ProfileCard own={own} />
        </div>
        <div className="grid gap-4">
          {own.kind === "TEAM" && (
            <Card aria-labelledby="team">
              <h2 id="team" className="mb-1 text-lg">
                {t("team")}
              </h2>
              <p className="mb-4 text-slate">{t("members", { count: consented })}</p>
              <ButtonLink tone="plain" href="/talent/team">
                {t("teamOpen")}
              </ButtonLink>
            </Card>
          )}
          <SeenCard disclosures={disclosures} enterprises={enterprises} />
        </div>
      </div>
    </div>
  );
}

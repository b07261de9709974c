import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationCard } from "#components/matches/invitation-cards.tsx";
import { PastInvitations } from "#components/matches/past-invitations.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { listInvitations } from "#lib/matches/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.invitations"))("title") };
}

export default async function InvitationsPage() {
  const viewer = await pageViewer("/talent/invitations");
  const t = await getTranslations("matches.invitations");
  const invitations = await listInvitations(viewer);
  const open = invitations.filter((one) => one.open);
  const past = invitations.filter((one) => !one.open);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} lead={t("lead")} />
      {invitations.length === 0 && (
        <EmptyState title={t("empty")} action={<ButtonLink href="/talent/needs">{t("see")}</ButtonLink>}>
          {t("emptyText")}
        </EmptyState>
      )}
      {open.length > 0 && (
        <section aria-labelledby="waiting" className="mb-8 grid gap-4">
          <h2 id="waiting" className="text-lg">
            {t("waiting")}
          </h2>
          {open.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} heading="h3" />
          ))}
        </section>
      )}
      {past.length > 0 && <PastInvitations invitations={past} />}
    </div>
  );
}

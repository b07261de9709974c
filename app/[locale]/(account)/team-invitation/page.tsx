import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentBox } from "#components/talents/consent-box.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Facts, Notice, PageHeader } from "#components/ui/surface.tsx";
import { answerTeamInvitationAction } from "#lib/talents/actions.ts";
import { readTeamInvitation, type TeamInvitation } from "#lib/talents/link-queries.ts";

type Search = { searchParams: Promise<{ token?: string; answered?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.invitation");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function TeamInvitationPage({ searchParams }: Search) {
  const { token = "", answered } = await searchParams;
  const t = await getTranslations("talents.invitation");
  if (answered === "accept" || answered === "decline")
    return (
      <>
        <PageHeader title={t("title")} />
        <Notice tone="ok" title={t(answered === "accept" ? "accepted" : "declined")} />
      </>
    );
  const invitation = await readTeamInvitation(token);
  if (!invitation)
    return (
      <>
        <PageHeader title={t("title")} />
        <Notice tone="warn" title={t("expired")} />
      </>
    );
  return <Answer invitation={invitation} token={token} />;
}

async function Answer({ invitation, token }: { invitation: TeamInvitation; token: string }) {
  const t = await getTranslations("talents.invitation");
  const { joined, name } = invitation;
  return (
    <>
      <PageHeader
        title={t(joined ? "joinedTitle" : "title")}
        lead={t(joined ? "joinedLead" : "lead", { name })}
      />
      <Card bridge className="grid gap-6">
        <Facts
          items={[
            { term: t("team"), value: [invitation.team, invitation.headline].filter(Boolean).join("\n") },
            { term: t("role"), value: invitation.role },
            ...(joined ? [{ term: t("skills"), value: invitation.skills.join(" · ") }] : []),
          ]}
        />
        {!joined && (
          <ActionForm id="join" action={answerTeamInvitationAction} values={{ skills: invitation.skills }}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="answer" value="accept" />
            <TextArea name="skills" label={t("skills")} help={t("skillsHelp")} rows={4} optional />
            <ConsentBox purpose="TEAM" />
            <SubmitButton tone="bauhinia">{t("accept")}</SubmitButton>
          </ActionForm>
        )}
        <ActionForm id="leave" action={answerTeamInvitationAction}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="answer" value={joined ? "leave" : "decline"} />
          <SubmitButton tone="plain">{t(joined ? "leave" : "decline")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

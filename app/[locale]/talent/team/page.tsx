import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberList, Memberships } from "#components/talents/member-list.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { inviteMemberAction } from "#lib/talents/actions.ts";
import { getMemberships, getOwnProfile } from "#lib/talents/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const viewer = await pageViewer("/talent/team");
  const [own, memberships, t] = await Promise.all([
    getOwnProfile(viewer),
    getMemberships(viewer),
    getTranslations("talents.team"),
  ]);
  const team = own.kind === "TEAM";
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} lead={team ? t("lead") : undefined} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {!team && <Notice tone="sea">{t("notTeam")}</Notice>}
        {team && own.members.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
        {team && own.members.length > 0 && <MemberList members={own.members} canEdit={own.can.edit} />}
        {team && own.can.edit && <InviteForm />}
        {memberships.length > 0 && <Memberships memberships={memberships} />}
      </div>
    </div>
  );
}

async function InviteForm() {
  const t = await getTranslations("talents.team");
  return (
    <Card aria-labelledby="invite">
      <h2 id="invite" className="mb-4 text-lg">
        {t("invite")}
      </h2>
      <ActionForm id="invite-member" action={inviteMemberAction}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField name="name" label={t("name")} maxLength={80} autoComplete="off" />
          <TextField name="email" label={t("email")} type="email" autoComplete="off" />
        </div>
        <TextField name="role" label={t("role")} maxLength={120} />
        <TextArea name="skills" label={t("skills")} help={t("skillsHelp")} rows={3} optional />
        <SubmitButton>{t("send")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

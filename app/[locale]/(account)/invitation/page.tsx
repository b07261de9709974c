import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { acceptInvitationAction } from "#lib/accounts/actions.ts";
import { getInvitation } from "#lib/accounts/queries.ts";
import { systemViewer } from "#lib/auth/viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.invitation");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function InvitationPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const { token = "" } = await searchParams;
  const t = await getTranslations("accounts");
  const terms = await getTranslations("terms");
  const invitation = await getInvitation(systemViewer("invitation"), token);
  if (!invitation)
    return (
      <>
        <PageHeader title={t("invitation.title")} />
        <Notice tone="warn" title={t("invitation.expired")} />
      </>
    );
  const lead = invitation.enterprise
    ? t("invitation.colleagueLead", { enterprise: invitation.enterprise, email: invitation.email })
    : t("invitation.staffLead", {
        office: terms(`offices.${invitation.office ?? "YANTAI"}`),
        email: invitation.email,
      });
  return (
    <>
      <PageHeader title={t("invitation.title")} lead={lead} />
      <Card bridge>
        <ActionForm id="invitation" action={acceptInvitationAction}>
          <input type="hidden" name="token" value={token} />
          <TextField name="displayName" label={t("invitation.name")} autoComplete="name" />
          <TextField
            name="password"
            label={t("invitation.password")}
            help={t("reset.help")}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton>{t("invitation.submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { forgotPasswordAction } from "#lib/accounts/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.forgot");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgotPage() {
  const t = await getTranslations("accounts");
  return (
    <>
      <PageHeader title={t("forgot.title")} lead={t("forgot.lead")} />
      <Card bridge>
        <ActionForm id="forgot" action={forgotPasswordAction}>
          <TextField name="email" label={t("signIn.email")} type="email" autoComplete="username" />
          <SubmitButton>{t("forgot.submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

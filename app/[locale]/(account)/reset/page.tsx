import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { resetPasswordAction } from "#lib/accounts/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.reset");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const t = await getTranslations("accounts.reset");
  return (
    <>
      <PageHeader title={t("title")} />
      <Card bridge>
        <ActionForm id="reset" action={resetPasswordAction}>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="password"
            label={t("password")}
            help={t("help")}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton>{t("submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

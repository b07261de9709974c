import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { verifyEmailAction } from "#lib/accounts/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.verify");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** A button, not the opening of the link, confirms: mail scanners open links too. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const t = await getTranslations("accounts.verify");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card bridge>
        <ActionForm id="verify" action={verifyEmailAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{t("submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

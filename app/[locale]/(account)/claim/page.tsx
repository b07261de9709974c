import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentBox } from "#components/talents/consent-box.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { claimProfileAction } from "#lib/talents/actions.ts";
import { readClaim } from "#lib/talents/link-queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.claim");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function ClaimPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const t = await getTranslations("talents");
  const claim = await readClaim(token);
  if (!claim)
    return (
      <>
        <PageHeader title={t("claim.title")} />
        <Notice tone="warn" title={t("claim.expired")} />
      </>
    );
  return (
    <>
      <PageHeader title={t("claim.title")} lead={t("claim.lead", { email: claim.email })} />
      <Card bridge>
        <ActionForm id="claim" action={claimProfileAction} values={{ displayName: claim.name }}>
          <input type="hidden" name="token" value={token} />
          <TextField name="displayName" label={t("register.name")} autoComplete="name" maxLength={80} />
          <TextField
            name="password"
            label={t("register.password")}
            help={t("register.passwordHelp")}
            type="password"
            autoComplete="new-password"
          />
          <ConsentBox purpose="MATCHING" />
          <SubmitButton tone="bauhinia">{t("claim.submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

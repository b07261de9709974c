import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentBox } from "#components/talents/consent-box.tsx";
import { ChoiceField, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { registerTalentAction } from "#lib/talents/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.register");
  return { title: t("title"), description: t("lead") };
}

export default async function RegisterTalentPage() {
  const t = await getTranslations("talents.register");
  const kinds = (["individual", "team"] as const).map((value) => ({
    value,
    label: t(value),
    help: t(`${value}Help`),
  }));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card bridge>
        <ActionForm id="register-talent" action={registerTalentAction} values={{ kind: "individual" }}>
          <ChoiceField name="kind" label={t("kind")} options={kinds} />
          <TextField name="displayName" label={t("name")} autoComplete="name" maxLength={80} />
          <TextField
            name="email"
            label={t("email")}
            help={t("emailHelp")}
            type="email"
            autoComplete="email"
          />
          <TextField
            name="password"
            label={t("password")}
            help={t("passwordHelp")}
            type="password"
            autoComplete="new-password"
          />
          <ConsentBox purpose="MATCHING" />
          <SubmitButton tone="bauhinia">{t("submit")}</SubmitButton>
        </ActionForm>
        <p className="mt-6 text-slate">
          {t("have")}{" "}
          <Link href="/sign-in" className="font-semibold text-sea-700 underline">
            {t("signIn")}
          </Link>
        </p>
      </Card>
    </>
  );
}

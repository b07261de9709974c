import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnterpriseFields } from "#components/enterprises/enterprise-fields.tsx";
import { CheckField, FieldGroup, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Messages } from "#components/ui/messages.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { registerEnterpriseAction } from "#lib/enterprises/actions.ts";
import { Link } from "#lib/i18n/navigation.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("enterprises.register");
  return { title: t("title"), description: t("lead") };
}

export default async function RegisterEnterprisePage() {
  const t = await getTranslations("enterprises.register");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card bridge>
        <Messages only={["enterprises", "terms"]}>
          <ActionForm id="register-enterprise" action={registerEnterpriseAction}>
            <FieldGroup legend={t("organisation")}>
              <EnterpriseFields />
            </FieldGroup>
            <FieldGroup legend={t("account")}>
              <TextField name="displayName" label={t("displayName")} autoComplete="name" maxLength={80} />
              <TextField
                name="email"
                label={t("email")}
                help={t("emailHelp")}
                type="email"
                autoComplete="username"
                inputMode="email"
              />
              <TextField
                name="password"
                label={t("password")}
                help={t("passwordHelp")}
                type="password"
                autoComplete="new-password"
              />
            </FieldGroup>
            <CheckField
              name="agreed"
              label={t("agreed")}
              help={
                <Link href="/privacy" target="_blank" className="inline-block py-1 underline">
                  {t("privacy")}
                </Link>
              }
            />
            <SubmitButton>{t("submit")}</SubmitButton>
          </ActionForm>
        </Messages>
      </Card>
      <ul className="mt-6">
        {(["sign-in", "register/talent"] as const).map((path) => (
          <li key={path}>
            <Link href={`/${path}`} className="inline-block py-2 font-semibold text-sea-700 underline">
              {t(path === "sign-in" ? "signIn" : "talent")}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

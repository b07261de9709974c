import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "#components/accounts/demo-accounts.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { signInAction } from "#lib/accounts/actions.ts";
import { Link } from "#lib/i18n/navigation.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const t = await getTranslations("accounts.signIn");
  const news = (["signedOut", "reset", "verified"] as const).find((name) => query[name]);
  const refused = query.error ? (await getTranslations("errors"))("signInRefused") : null;
  return (
    <>
      <PageHeader title={t("title")} />
      {news && (
        <div className="mb-5">
          <Notice tone="ok" title={t(news)} live />
        </div>
      )}
      {refused && (
        <div className="mb-5">
          <Notice tone="bad" title={refused} live />
        </div>
      )}
      <Card bridge>
        <ActionForm id="sign-in" action={signInAction}>
          <input
            type="hidden"
            name="callbackUrl"
            value={typeof query.callbackUrl === "string" ? query.callbackUrl : ""}
          />
          <TextField name="email" label={t("email")} type="email" autoComplete="username" inputMode="email" />
          <TextField name="password" label={t("password")} type="password" autoComplete="current-password" />
          <div className="flex flex-wrap items-center justify-between gap-4">
            <SubmitButton>{t("submit")}</SubmitButton>
            <Link href="/forgot" className="py-2 font-semibold text-sea-700 underline">
              {t("forgot")}
            </Link>
          </div>
        </ActionForm>
      </Card>
      <p className="mt-6 text-slate">{t("new")}</p>
      <ul className="mt-1">
        <li>
          <Link href="/register/talent" className="inline-block py-2 font-semibold text-bau-700 underline">
            {t("asTalent")}
          </Link>
        </li>
        <li>
          <Link
            href="/register/enterprise"
            className="inline-block py-2 font-semibold text-sea-700 underline"
          >
            {t("asEnterprise")}
          </Link>
        </li>
      </ul>
      <DemoAccounts />
    </>
  );
}

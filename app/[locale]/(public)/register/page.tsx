import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { PublicHeader } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.register");
  return publicMetadata((await getLocale()) as AppLocale, "/register", {
    title: t("title"),
    description: t("lead"),
  });
}

const doors = [
  { key: "talent", tone: "bauhinia", line: "bg-bau-700" },
  { key: "enterprise", tone: "sea", line: "bg-sea-700" },
] as const;

export default async function RegisterPage() {
  const t = await getTranslations("public.register");
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6">
        <div className="grid gap-5 md:grid-cols-2">
          {doors.map(({ key, tone, line }) => (
            <Card key={key} className="flex flex-col items-start">
              <span aria-hidden className={`absolute inset-x-0 top-0 h-1 ${line}`} />
              <h2 className="text-xl">{t(`${key}.title`)}</h2>
              <p className="mt-2 mb-5 grow text-slate">{t(`${key}.text`)}</p>
              <ButtonLink href={`/register/${key}`} tone={tone}>
                {t(`${key}.link`)}
              </ButtonLink>
            </Card>
          ))}
        </div>
        <p className="mt-8">
          {t("have")}{" "}
          <Link
            href="/sign-in"
            className="inline-flex min-h-11 items-center font-semibold text-sea-700 underline"
          >
            {t("signIn")}
          </Link>
        </p>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { Prose, type ProseSection } from "#components/public/prose.tsx";
import { PublicHeader } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.accessibility");
  return publicMetadata((await getLocale()) as AppLocale, "/accessibility", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function AccessibilityPage() {
  const t = await getTranslations("public.accessibility");
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6">
        <div className="max-w-3xl">
          <Prose sections={t.raw("sections") as ProseSection[]} />
          <p className="mt-8">
            <ButtonLink href="/contact">{t("contact")}</ButtonLink>
          </p>
        </div>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { Contents, Prose, type ProseSection } from "#components/public/prose.tsx";
import { PublicHeader } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.privacy");
  return publicMetadata((await getLocale()) as AppLocale, "/privacy", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function PrivacyPage() {
  const t = await getTranslations("public.privacy");
  const sections = t.raw("sections") as ProseSection[];
  const stages = t.raw("stages") as [string, string][];
  // the table answers the section on who may see it
  const until = 5;
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")}>
        <p className="mt-2 text-sm text-slate">{t("version")}</p>
      </PublicHeader>
      <div className="mx-auto grid max-w-6xl gap-x-14 px-4 py-10 sm:px-6 lg:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="max-w-3xl">
          <Prose sections={sections.slice(0, until)} />
          <div className="my-6">
            <DataTable
              caption={t("stagesTitle")}
              showCaption
              rows={stages}
              rowKey={([stage]) => stage}
              columns={[
                { key: "stage", header: t("stage"), cell: ([stage]) => stage, primary: true },
                { key: "sees", header: t("sees"), cell: ([, sees]) => sees },
              ]}
            />
          </div>
          <Prose sections={sections.slice(until)} first={until + 1} />
          <p className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href="/talent/privacy">{t("open")}</ButtonLink>
            <ButtonLink href="/contact" tone="plain">
              {t("contact")}
            </ButtonLink>
          </p>
        </div>
        <Contents label={t("contents")} sections={sections} />
      </div>
    </>
  );
}

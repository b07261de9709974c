import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProjectLine } from "#components/projects/project-line.tsx";
import { Hero } from "#components/public/hero.tsx";
import { NeedRow } from "#components/public/need-row.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { Section } from "#components/public/section.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listOpenNeeds } from "#lib/needs/queries.ts";
import { listProjects } from "#lib/projects/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return publicMetadata((await getLocale()) as AppLocale, "", { description: t("description") });
}

export default async function HomePage() {
  const locale = (await getLocale()) as AppLocale;
  const [t, open, projects] = await Promise.all([
    getTranslations("home"),
    listOpenNeeds({ limit: 3 }),
    listProjects(locale),
  ]);
  return (
    <>
      <Hero openNeeds={open.total} />
      <Section id="newest" title={t("needs.title")} lead={t("needs.lead")} className="mt-16 sm:mt-20">
        {open.needs.length > 0 ? (
          <>
            <ul className="mt-6">
              {open.needs.map((need) => (
                <NeedRow key={need.id} need={need} />
              ))}
            </ul>
            <p className="mt-6">
              <ButtonLink href="/needs" tone="plain">
                {t("needs.all", { count: open.total })}
              </ButtonLink>
            </p>
          </>
        ) : (
          <div className="mt-6">
            <EmptyState
              title={t("needs.none")}
              action={<ButtonLink href="/register/talent">{t("needs.noneAction")}</ButtonLink>}
            />
          </div>
        )}
      </Section>
      <Section
        id="seven"
        title={t("projects.title")}
        lead={t("projects.lead")}
        className="mt-16 mb-20 sm:mt-20 sm:mb-24"
      >
        <div className="mt-8">
          <ProjectLine projects={projects} />
        </div>
        <p className="mt-7">
          <ButtonLink href="/projects" tone="plain">
            {t("projects.all")}
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}

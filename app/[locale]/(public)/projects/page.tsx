import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProjectCard } from "#components/projects/project-card.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { PublicHeader } from "#components/public/section.tsx";
import { EmptyState } from "#components/ui/surface.tsx";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { listProjects } from "#lib/projects/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projects");
  return publicMetadata((await getLocale()) as AppLocale, "/projects", {
    title: t("title"),
    description: t("lead"),
  });
}

export default async function ProjectsPage() {
  const [t, projects] = await Promise.all([
    getTranslations("projects"),
    listProjects((await getLocale()) as AppLocale),
  ]);
  return (
    <>
      <PublicHeader title={t("title")} lead={t("lead")} />
      <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
        {projects.length > 0 ? (
          <ol className="grid gap-5 lg:grid-cols-2">
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ol>
        ) : (
          <EmptyState title={t("empty")} />
        )}
      </div>
    </>
  );
}

import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import type { ProjectSummary } from "#lib/projects/schema.ts";

/** The projects on one line, which runs down on a phone. What is inferred is drawn dashed and says so. */
export function ProjectLine({ projects }: { projects: ProjectSummary[] }) {
  const t = useTranslations("projects");
  return (
    <ol className="grid lg:grid-flow-col lg:auto-cols-fr">
      {projects.map((project, index) => (
        <li key={project.id} className="relative pb-6 pl-8 last:pb-0 lg:pt-7 lg:pr-4 lg:pb-0 lg:pl-0">
          {index < projects.length - 1 && (
            <span
              aria-hidden
              className={cx(
                "absolute top-5 bottom-0 left-[9px] border-l-2 lg:inset-x-0 lg:top-[9px] lg:bottom-auto lg:border-t-2 lg:border-l-0",
                projects[index + 1]?.stated ? "border-line" : "border-dashed border-field",
              )}
            />
          )}
          <span
            aria-hidden
            className={cx(
              "absolute top-1 left-0 size-5 rounded-full border-[3px] bg-paper lg:top-0",
              project.stated ? "border-sea-500" : "border-dashed border-field",
            )}
          />
          <p className="leading-snug font-semibold">{project.name}</p>
          <p className={cx("mt-0.5 text-sm", project.stated ? "text-slate" : "text-warn")}>
            {project.stated ? t(`statuses.${project.status}`) : t("inferred")}
          </p>
        </li>
      ))}
    </ol>
  );
}

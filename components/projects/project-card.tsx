import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#components/ui/cx.ts";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Facts } from "#components/ui/surface.tsx";
import type { ProjectSummary } from "#lib/projects/schema.ts";

/** One project with what is known of it and from where. */
export function ProjectCard({ project }: { project: ProjectSummary }) {
  const t = useTranslations("projects");
  return (
    <li
      id={project.id}
      className={cx(
        "rounded-lg border bg-paper p-5 sm:p-6",
        project.stated ? "border-line shadow-card" : "border-dashed border-field",
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="flex gap-3 text-xl">
          <span aria-hidden className="text-mute tabular-nums">
            {project.ordinal}
          </span>
          {project.name}
        </h2>
        {project.stated ? (
          <StatusTag tone="sea" icon={CircleCheck}>
            {t("stated")}
          </StatusTag>
        ) : (
          <StatusTag tone="warn" icon={CircleDashed}>
            {t("inferred")}
          </StatusTag>
        )}
      </div>
      <p className="mt-2 mb-4 max-w-3xl">{project.summary}</p>
      <Facts
        items={[
          ...(project.stated
            ? [
                { term: t("status"), value: t(`statuses.${project.status}`) },
                { term: t("period"), value: <Period project={project} /> },
              ]
            : []),
          {
            term: t("source"),
            value: t.has(`sources.${project.source}`) ? t(`sources.${project.source}`) : project.source,
          },
          ...(project.stated ? [] : [{ term: t("basis"), value: t("inferredNote") }]),
        ]}
      />
    </li>
  );
}

function Period({ project }: { project: ProjectSummary }) {
  const t = useTranslations("projects");
  if (!project.startsOn) return t("twoYears");
  return (
    <>
      <DateText value={project.startsOn} />
      {project.endsOn && (
        <>
          {" – "}
          <DateText value={project.endsOn} />
        </>
      )}
    </>
  );
}

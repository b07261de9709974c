import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { History } from "#components/staff/history.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { FieldGroup, SelectField, TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { type AppLocale, LOCALES, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { updateProjectAction } from "#lib/projects/actions.ts";
import { getProjectForStaff } from "#lib/projects/queries.ts";
import { PROJECT_BASES, PROJECT_STATUSES, type ProjectForStaff } from "#lib/projects/schema.ts";
import { OFFICES } from "#lib/terms/terms.ts";

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.projects"))("edit") };
}

export default async function StaffProjectPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/projects/[projectId]");
  const { projectId } = await params;
  const { done } = await flat(searchParams);
  const project = await getProjectForStaff(viewer, projectId);
  if (!project) notFound();
  const history = await historyOf(viewer, "project", projectId);
  const t = await getTranslations("staff.projects");
  const locale = (await getLocale()) as AppLocale;
  return (
    <>
      <PageHeader
        crumb={<Link href="/staff/projects">{t("title")}</Link>}
        title={`${project.ordinal}. ${project.name[locale]}`}
      />
      {done && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t("saved")}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <Card className="min-w-0">
          <ProjectForm project={project} />
        </Card>
        <Card>
          <History rows={history} recordId={projectId} />
        </Card>
      </div>
    </>
  );
}

async function ProjectForm({ project }: { project: ProjectForStaff }) {
  const t = await getTranslations("staff.projects");
  const statuses = await getTranslations("staff.status.projects");
  const terms = await getTranslations("terms");
  const { version, name, summary, basis, status, source, leadOffice, startsOn, endsOn } = project;
  const values = {
    name,
    summary,
    basis,
    status,
    source,
    leadOffice,
    startsOn: startsOn ?? "",
    endsOn: endsOn ?? "",
  };
  return (
    <ActionForm key={version} id={`project-${project.id}`} action={updateProjectAction} values={values}>
      <input type="hidden" name="projectId" value={project.id} />
      <input type="hidden" name="version" value={version} />
      {LOCALES.map((locale) => (
        <FieldGroup key={locale} legend={<span lang={langTag(locale)}>{terms(`locales.${locale}`)}</span>}>
          <TextField name={`name.${locale}`} label={t("name")} maxLength={80} lang={langTag(locale)} />
          <TextArea
            name={`summary.${locale}`}
            label={t("summary")}
            rows={3}
            maxLength={400}
            lang={langTag(locale)}
          />
        </FieldGroup>
      ))}
      <div className="grid gap-x-4 sm:grid-cols-2">
        <SelectField
          name="status"
          label={t("status")}
          options={PROJECT_STATUSES.map((value) => ({ value, label: statuses(value) }))}
        />
        <SelectField
          name="leadOffice"
          label={t("office")}
          options={OFFICES.map((value) => ({ value, label: terms(`offices.${value}`) }))}
        />
        <TextField name="startsOn" type="date" label={t("starts")} optional />
        <TextField name="endsOn" type="date" label={t("ends")} optional />
      </div>
      <SelectField
        name="basis"
        label={t("basis")}
        options={PROJECT_BASES.map((value) => ({
          value,
          label: t(value === "STATED" ? "stated" : "inferred"),
        }))}
      />
      <TextField name="source" label={t("source")} help={t("sourceHelp")} maxLength={300} />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}

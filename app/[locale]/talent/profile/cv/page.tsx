import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CvList } from "#components/talents/cv-list.tsx";
import { FileField } from "#components/talents/file-field.tsx";
import { ProposalForm } from "#components/talents/proposal-form.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { isFileErrorCode, limits } from "#lib/files/errors.ts";
import { uploadCvAction } from "#lib/talents/actions.ts";
import { proposalGroups } from "#lib/talents/proposal-rows.ts";
import { getOwnProfile, getOwnProposal, type OwnProfile } from "#lib/talents/queries.ts";

type Search = { searchParams: Promise<{ document?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("talents.cv");
  return { title: t("title") };
}

export default async function CvPage({ searchParams }: Search) {
  const viewer = await pageViewer("/talent/profile/cv");
  const { document: documentId } = await searchParams;
  const own = await getOwnProfile(viewer);
  const t = await getTranslations("talents.cv");
  const chosen = own.documents.find((document) => document.id === documentId);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={chosen ? t("proposals", { name: chosen.filename }) : t("title")}
        lead={chosen ? t("proposalsLead") : t("lead")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {chosen ? (
          <Proposals own={own} chosen={await getOwnProposal(viewer, chosen.id)} />
        ) : (
          own.can.edit && <UploadForm />
        )}
        {own.documents.length > 0 && <CvList documents={own.documents} />}
      </div>
    </div>
  );
}

async function UploadForm() {
  const t = await getTranslations("talents.cv");
  const errors = await getTranslations("files.errors");
  const megabytes = limits.bytes / 1024 / 1024;
  return (
    <Card>
      <ActionForm id="upload-cv" action={uploadCvAction}>
        <FileField
          name="file"
          label={t("file")}
          help={`PDF · DOCX · ≤ ${megabytes} MB`}
          maxBytes={limits.bytes}
          tooLarge={errors("tooLarge", { megabytes })}
          accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        />
        <SubmitButton>{t("upload")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

async function Proposals({
  own,
  chosen,
}: {
  own: OwnProfile;
  chosen: Awaited<ReturnType<typeof getOwnProposal>>;
}) {
  const t = await getTranslations("talents.cv");
  const errors = await getTranslations("files.errors");
  const { document, proposal } = chosen;
  const groups = proposalGroups(proposal, { ...own, present: t("present") });
  if (isFileErrorCode(document.problem))
    return (
      <Notice tone="warn" title={t("unreadable")}>
        {errors(document.problem)}
      </Notice>
    );
  if (groups.length === 0) return <Notice tone="warn">{t("nothing")}</Notice>;
  return <ProposalForm documentId={document.id} groups={groups} />;
}

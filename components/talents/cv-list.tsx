import { FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink, buttonClass } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import { deleteDocumentAction } from "#lib/talents/actions.ts";
import type { DocumentSummary } from "#lib/talents/queries.ts";

/** The CVs that the person has uploaded. */
export function CvList({ documents }: { documents: DocumentSummary[] }) {
  const t = useTranslations("talents.cv");
  return (
    <Card aria-labelledby="cvs">
      <h2 id="cvs" className="mb-2 text-lg">
        {t("kept")}
      </h2>
      <ul>
        {documents.map((document) => (
          <li
            key={document.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3"
          >
            <FileText aria-hidden className="size-6 shrink-0 text-sea-700" />
            <div className="min-w-0 grow">
              <p className="font-semibold [overflow-wrap:anywhere]">{document.filename}</p>
              <p className="text-sm text-slate">
                <DateText value={document.createdAt} time /> ·{" "}
                {t("size", { kb: Math.ceil(document.size / 1024) })}
              </p>
              {document.status === "UNREADABLE" && <p className="text-sm text-warn">{t("unreadable")}</p>}
            </div>
            <div className="flex flex-wrap gap-2">
              {document.status === "READ" && (
                <ButtonLink tone="plain" href={`/talent/profile/cv?document=${document.id}`}>
                  {t("open")}
                </ButtonLink>
              )}
              <a className={buttonClass("quiet")} href={`/api/documents/${document.id}`} download>
                {t("download")}
              </a>
              <Dialog
                trigger={t("remove")}
                tone="danger"
                title={t("removeSure", { name: document.filename })}
              >
                <ActionForm id={`delete-${document.id}`} action={deleteDocumentAction}>
                  <input type="hidden" name="documentId" value={document.id} />
                  <SubmitButton tone="danger">{t("remove")}</SubmitButton>
                </ActionForm>
              </Dialog>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

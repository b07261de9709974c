import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import type { CvText, TalentForStaff } from "#lib/talents/staff-queries.ts";

/** The uploaded CVs: the file itself, and the text that was read from it. */
export function TalentCv({ talent, texts }: { talent: TalentForStaff; texts: CvText[] }) {
  const t = useTranslations("staff.talents");
  const textOf = new Map(texts.map(({ documentId, text }) => [documentId, text]));
  return (
    <Card aria-labelledby="cv">
      <h2 id="cv" className="mb-4 text-xl">
        {t("cv")}
      </h2>
      {talent.documents.length === 0 && <p className="text-slate">{t("cvNone")}</p>}
      <ul className="grid gap-5">
        {talent.documents.map((document) => (
          <li key={document.id}>
            <a
              href={`/api/documents/${document.id}`}
              className={buttonClass("plain", "max-w-full [overflow-wrap:anywhere]")}
            >
              <Download aria-hidden className="size-4 shrink-0" />
              {t("cvDownload", { name: document.filename })}
            </a>
            <p className="mt-1 text-sm text-mute">
              <DateText value={document.createdAt} time />
              {document.problem && ` · ${t("cvUnread")}`}
            </p>
            {textOf.has(document.id) && (
              <details className="mt-2 rounded-md border border-line">
                <summary className="flex min-h-11 cursor-pointer items-center px-4 font-semibold">
                  {t("cvText")}
                </summary>
                <UserText
                  as="div"
                  className="max-h-[60vh] overflow-y-auto border-t border-line px-4 py-3 text-sm"
                >
                  {textOf.get(document.id)!}
                </UserText>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

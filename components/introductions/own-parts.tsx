import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { endOwnCaseAction } from "#lib/introductions/actions.ts";
import { endingsFor, stagesOf } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { CaseStory } from "./case-story.tsx";
import { EndForms } from "./end-forms.tsx";

/** The story of a case in the words of its talent or enterprise, without anybody's reasons, and the way out of it. */
export async function OwnParts({ viewer, case: of }: { viewer: Viewer; case: CaseFrame }) {
  const t = await getTranslations("cases.end");
  const stages = await stagesOf(viewer, of.id);
  const endings = endingsFor(viewer, of.status);
  return (
    <>
      <Card>
        <CaseStory stages={stages} side={of.side} />
      </Card>
      {Object.keys(endings).length > 0 && (
        <Card aria-labelledby="end-case">
          <h2 id="end-case" className="mb-3 text-lg">
            {t("title")}
          </h2>
          <EndForms case={of} endings={endings} action={endOwnCaseAction} />
        </Card>
      )}
    </>
  );
}

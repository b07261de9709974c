import { getTranslations } from "next-intl/server";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import { endCaseAction, moveCaseAction } from "#lib/introductions/actions.ts";
import type { CaseForStaff } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame, HandMove } from "#lib/introductions/case-schema.ts";
import type { Ending } from "#lib/introductions/outcomes.ts";
import { EndForms } from "./end-forms.tsx";

/** The form of a move that needs words, on the page itself: where the board sends whoever has no JavaScript. */
export async function AskedMove({
  case: of,
  detail: { can },
  move,
}: {
  case: CaseFrame;
  detail: CaseForStaff;
  move: string | undefined;
}) {
  const t = await getTranslations("cases");
  if (move === "end" && Object.keys(can.endings).length > 0)
    return (
      <Card aria-labelledby="asked">
        <h2 id="asked" className="mb-3 text-lg">
          {t("end.title")}
        </h2>
        <EndForms
          case={of}
          endings={can.endings}
          action={endCaseAction}
          open={Object.keys(can.endings)[0] as Ending}
        />
      </Card>
    );
  if (!can.moves.includes(move as HandMove)) return null;
  return (
    <Card aria-labelledby="asked">
      <h2 id="asked" className="mb-3 text-lg">
        {t(`moves.${move as HandMove}`)}
      </h2>
      <ActionForm id="asked-move" action={moveCaseAction}>
        <input type="hidden" name="introductionId" value={of.id} />
        <input type="hidden" name="version" value={of.version} />
        <input type="hidden" name="move" value={move} />
        <TextArea
          name="reason"
          label={t("moves.reason")}
          help={t("moves.reasonHelp")}
          rows={3}
          maxLength={1000}
        />
        <SubmitButton>{t(`moves.${move as HandMove}`)}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

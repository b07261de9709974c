import { getTranslations } from "next-intl/server";
import { ActButton, ActDialog } from "#components/staff/dock.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { SelectField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import {
  acceptHandOverAction,
  cancelHandOverAction,
  returnHandOverAction,
} from "#lib/introductions/actions.ts";
import type { CaseForStaff } from "#lib/introductions/case-detail-queries.ts";
import type { CaseFrame } from "#lib/introductions/case-schema.ts";
import { otherOffice } from "#lib/terms/terms.ts";

/** A handover that waits: for the office that is asked with its answers, for the one that asked with the way back. */
export async function HandOverCard({
  case: of,
  detail,
  me,
}: {
  case: CaseFrame;
  detail: CaseForStaff;
  me: string | null;
}) {
  const { handOver, can, officers } = detail;
  if (!handOver) return null;
  const t = await getTranslations("cases.hand");
  const terms = await getTranslations("terms.offices");
  const hidden = { introductionId: of.id, version: of.version };
  return (
    <Card bridge aria-labelledby="hand-over">
      <h2 id="hand-over" className="text-lg">
        {can.answerHandOver
          ? t("title", { office: terms(otherOffice(handOver.to)) })
          : t("waiting", { office: terms(handOver.to) })}
      </h2>
      {handOver.at && (
        <p className="text-sm text-mute">
          {t.rich("by", {
            name: handOver.by ?? terms(of.office),
            d: () => <DateText value={handOver.at!} time />,
          })}
        </p>
      )}
      {handOver.note && <UserText className="my-3">{handOver.note}</UserText>}
      {can.answerHandOver ? (
        <>
          <ActionForm id="accept-hand-over" action={acceptHandOverAction} values={{ ownerId: "" }}>
            <input type="hidden" name="introductionId" value={of.id} />
            <input type="hidden" name="version" value={of.version} />
            <SelectField
              name="ownerId"
              label={t("owner")}
              empty={t("me")}
              options={officers
                .filter(({ id }) => id !== me)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SubmitButton>{t("accept")}</SubmitButton>
          </ActionForm>
          <div className="mt-3">
            <ActDialog
              id="return-hand-over"
              action={returnHandOverAction}
              hidden={hidden}
              field="reason"
              trigger={t("return")}
              label={t("returnReason")}
              help={t("returnHelp")}
            />
          </div>
        </>
      ) : (
        can.step && (
          <ActButton id="cancel-hand-over" action={cancelHandOverAction} hidden={hidden}>
            {t("cancel")}
          </ActButton>
        )
      )}
    </Card>
  );
}

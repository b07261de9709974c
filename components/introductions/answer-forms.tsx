import { getTranslations } from "next-intl/server";
import { ChoiceField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { CategoryStanding } from "#lib/introductions/schema.ts";
import { acceptCandidateAction, declineCandidateAction } from "#lib/matches/actions.ts";
import { CANDIDATE_DECLINE_REASONS } from "#lib/matches/schema.ts";

/** The enterprise's answer to a candidate: yes with a reason, or no with one. */
export async function AnswerForms({
  matchId,
  categories,
}: {
  matchId: string;
  categories: CategoryStanding[];
}) {
  const t = await getTranslations("introductions");
  const names = await getTranslations("introductions.open.categories");
  const opens = categories.filter(({ standing }) => standing === "opensOnAcceptance");
  const list = opens.map(({ category }) => names(category)).join(" · ");
  const codes = await getTranslations("introductions.decline.codes");
  return (
    <>
      <Card className="border-sea-500">
        <h2 className="text-lg">{t("accept.title")}</h2>
        <p className="mt-1 mb-4 text-slate">{list ? t("accept.help", { list }) : t("accept.helpNone")}</p>
        <ActionForm id={`accept-${matchId}`} action={acceptCandidateAction}>
          <input type="hidden" name="matchId" value={matchId} />
          <TextArea
            name="reason"
            label={t("accept.reason")}
            help={t("accept.reasonHelp")}
            rows={3}
            maxLength={1000}
          />
          <SubmitButton>{t("accept.submit")}</SubmitButton>
        </ActionForm>
      </Card>
      <Card>
        <h2 className="text-lg">{t("decline.title")}</h2>
        <p className="mt-1 mb-4 text-slate">{t("decline.help")}</p>
        <ActionForm id={`decline-${matchId}`} action={declineCandidateAction}>
          <input type="hidden" name="matchId" value={matchId} />
          <ChoiceField
            name="reasonCode"
            label={t("decline.label")}
            options={CANDIDATE_DECLINE_REASONS.map((value) => ({ value, label: codes(value) }))}
          />
          <TextArea name="reason" label={t("decline.more")} optional rows={2} maxLength={1000} />
          <SubmitButton tone="plain">{t("decline.submit")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

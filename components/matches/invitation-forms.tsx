import { getTranslations } from "next-intl/server";
import { CheckField, ChoiceField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { acceptInvitationToNeedAction, declineInvitationAction } from "#lib/matches/actions.ts";
import { DECLINE_REASONS } from "#lib/matches/schema.ts";

/** Accepting: three separate consents, none ticked beforehand, the third by choice. */
export async function AcceptInvitationForm({ matchId, enterprise }: { matchId: string; enterprise: string }) {
  const t = await getTranslations("matches.invitations");
  return (
    <ActionForm id={`accept-${matchId}`} action={acceptInvitationToNeedAction}>
      <input type="hidden" name="matchId" value={matchId} />
      <h2 className="text-lg">{t("consents")}</h2>
      <p className="mt-1 mb-2 text-sm text-slate">{t("consentsLead")}</p>
      <CheckField name="introductionConsent" label={t("introductionConsent", { enterprise })} />
      <CheckField name="crossBorderConsent" label={t("crossBorderConsent", { enterprise })} />
      <CheckField name="shareCv" label={t("shareCv")} />
      <SubmitButton tone="bauhinia" className="w-full sm:w-auto">
        {t("accept")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Declining, with a reason that stays with the workstation. */
export async function DeclineInvitationForm({ matchId }: { matchId: string }) {
  const t = await getTranslations("matches.invitations");
  const codes = await getTranslations("matches.invitations.declineCodes");
  return (
    <ActionForm id={`decline-${matchId}`} action={declineInvitationAction}>
      <input type="hidden" name="matchId" value={matchId} />
      <p className="mb-3 text-sm text-slate">{t("declineHelp")}</p>
      <ChoiceField
        name="reasonCode"
        label={t("reasonLabel")}
        options={DECLINE_REASONS.map((value) => ({ value, label: codes(value) }))}
      />
      <TextArea name="reason" label={t("more")} optional rows={3} maxLength={1000} />
      <SubmitButton tone="plain">{t("decline")}</SubmitButton>
    </ActionForm>
  );
}

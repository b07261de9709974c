import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CheckField, ChoiceField, TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/surface.tsx";
import { CONSENT_TEXT_VERSION, type Giveable, OPTIONAL, textKey } from "#lib/consents/schema.ts";
import {
  acceptInvitationToNeedAction,
  declineInvitationAction,
  giveMoreAction,
} from "#lib/matches/actions.ts";
import type { InvitationDetail } from "#lib/matches/queries.ts";
import { DECLINE_REASONS } from "#lib/matches/schema.ts";
import type { ConsentPurpose } from "#prisma/generated/enums.ts";

/** The very words that the consent's row names by version and language. */
function useConsentText(enterprise: string) {
  const t = useTranslations("consents");
  return (purpose: ConsentPurpose, category: Giveable) => {
    const key = textKey(CONSENT_TEXT_VERSION, purpose, category);
    return { title: t(`${key}.title` as never), text: t(`${key}.text` as never, { enterprise } as never) };
  };
}

/** What may be given by choice: a box and a text of its own for each. */
function GiveField({
  label,
  help,
  enterprise,
  categories,
  hasCv,
}: {
  label: string;
  help?: string;
  enterprise: string;
  categories: readonly Giveable[];
  hasCv: boolean;
}) {
  const t = useTranslations("matches.invitations");
  const textOf = useConsentText(enterprise);
  const options = categories.map((value) => {
    const { title, text } = textOf("INTRODUCTION", value);
    return { value, label: title, help: text };
  });
  // beside the texts and not in them: a receipt holds each text as it stands here
  const said = [help, categories.includes("cv") && !hasCv && t("noCv")].filter(Boolean).join(" ");
  return <ChoiceField name="give" label={label} help={said || undefined} options={options} multiple />;
}

const Title = ({ children }: { children: string }) => <span className="font-semibold">{children}</span>;

/** One that cannot be left out, and says so. */
function NeededConsent({
  name,
  title,
  text,
  needed,
}: {
  name: string;
  title: string;
  text: string;
  needed?: string;
}) {
  const label = (
    <>
      <Title>{title}</Title>
      {needed && <span className="ml-2 text-sm text-bau-800">{needed}</span>}
    </>
  );
  return <CheckField name={name} label={label} help={text} />;
}

type Props = { matchId: string; enterprise: string; hasCv: boolean };

/** Accepting: every consent separate, none ticked beforehand, two needed and the others by choice. */
export function AcceptInvitationForm({
  matchId,
  enterprise,
  hasCv,
  known,
}: Props & Pick<InvitationDetail, "known">) {
  const t = useTranslations("matches.invitations");
  const textOf = useConsentText(enterprise);
  return (
    <ActionForm id={`accept-${matchId}`} action={acceptInvitationToNeedAction}>
      <input type="hidden" name="matchId" value={matchId} />
      <h2 className="text-lg">{t("consents")}</h2>
      <p className="mt-1 mb-3 text-sm text-slate">{t("consentsLead")}</p>
      {known.length > 0 && (
        <div className="mb-3">
          <Notice tone="warn">
            {t("known", {
              enterprise,
              need: known.map(({ title, code }) => `${title} (${code})`).join(" · "),
            })}
          </Notice>
        </div>
      )}
      <NeededConsent
        name="introductionConsent"
        needed={t("needed")}
        {...textOf("INTRODUCTION", "anonymous")}
      />
      <GiveField
        label={t("byChoice")}
        help={t("byChoiceHelp")}
        enterprise={enterprise}
        categories={OPTIONAL}
        hasCv={hasCv}
      />
      <NeededConsent
        name="crossBorderConsent"
        needed={t("needed")}
        {...textOf("CROSS_BORDER", "anonymous")}
      />
      <SubmitButton tone="bauhinia" className="w-full sm:w-auto">
        {t("accept")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Later, or again after it was withdrawn. */
export function GiveMoreForm({
  matchId,
  enterprise,
  hasCv,
  missing,
}: Props & { missing: readonly Giveable[] }) {
  const t = useTranslations("matches.invitations");
  const textOf = useConsentText(enterprise);
  return (
    <ActionForm id={`give-${matchId}`} action={giveMoreAction}>
      <input type="hidden" name="matchId" value={matchId} />
      <h2 className="text-lg">{t("give.title")}</h2>
      <p className="mt-1 mb-3 text-sm text-slate">{t("give.lead")}</p>
      <GiveField label={t("give.label")} enterprise={enterprise} categories={missing} hasCv={hasCv} />
      <NeededConsent name="crossBorderConsent" {...textOf("CROSS_BORDER", "anonymous")} />
      <SubmitButton tone="plain">{t("give.submit")}</SubmitButton>
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

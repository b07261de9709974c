import { useTranslations } from "next-intl";
import type { Tone } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import {
  cloneNeedAction,
  closeNeedAction,
  pauseNeedAction,
  recordFilledAction,
  resumeNeedAction,
  withdrawNeedAction,
} from "#lib/needs/actions.ts";
import { DRAFTING } from "#lib/needs/states.ts";
import type { NeedForOwner } from "#lib/needs/views.ts";

type Action = Parameters<typeof ActionForm>[0]["action"];

/** What the owner can do with a need where it stands now. The version goes along: nobody acts on what has changed meanwhile. */
export function NeedActions({ need }: { need: NeedForOwner }) {
  const t = useTranslations("needs.actions");
  const { can } = need;
  const plain = (id: string, action: Action, label: string, tone: Tone = "plain") => (
    <ActionForm id={`${id}-${need.version}`} action={action}>
      <Reference need={need} />
      <SubmitButton tone={tone}>{label}</SubmitButton>
    </ActionForm>
  );
  return (
    // a dialog that was open for the last version is gone with it
    <div key={need.version} className="flex flex-wrap items-start gap-3">
      {can.edit && (
        <ButtonLink
          href={`/enterprise/needs/${need.id}/edit`}
          tone={DRAFTING.includes(need.status) ? "sea" : "plain"}
        >
          {t(DRAFTING.includes(need.status) ? "continue" : "change")}
        </ButtonLink>
      )}
      {can.resume && plain("resume", resumeNeedAction, t("resume"), "sea")}
      {can.fill && (
        <Dialog trigger={t("fill")} title={t("fill")}>
          <p className="mb-4 text-slate">{t("fillText")}</p>
          <ActionForm
            id={`fill-${need.version}`}
            action={recordFilledAction}
            values={{ count: String(need.filledCount + 1) }}
          >
            <Reference need={need} />
            <TextField name="count" label={t("count")} type="number" min={1} max={need.headcount} />
            <SubmitButton>{t("fill")}</SubmitButton>
          </ActionForm>
        </Dialog>
      )}
      {can.pause && plain("pause", pauseNeedAction, t("pause"))}
      {can.clone && plain("clone", cloneNeedAction, t("clone"))}
      {can.close && <WithReason need={need} act="close" action={closeNeedAction} />}
      {can.withdraw && <WithReason need={need} act="withdraw" action={withdrawNeedAction} />}
    </div>
  );
}

function WithReason({
  need,
  act,
  action,
}: {
  need: NeedForOwner;
  act: "close" | "withdraw";
  action: Action;
}) {
  const t = useTranslations("needs.actions");
  return (
    <Dialog trigger={t(act)} title={t(act)} tone="danger">
      <p className="mb-4 text-slate">{t(`${act}Text`)}</p>
      <ActionForm id={`${act}-${need.version}`} action={action}>
        <Reference need={need} />
        <TextArea name="reason" label={t("reason")} rows={3} maxLength={500} optional />
        <SubmitButton tone="danger">{t(act)}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Reference({ need }: { need: NeedForOwner }) {
  return (
    <>
      <input type="hidden" name="needId" value={need.id} />
      <input type="hidden" name="version" value={need.version} />
    </>
  );
}

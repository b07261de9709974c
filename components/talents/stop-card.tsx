import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Tone } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import {
  archiveProfileAction,
  eraseTalentAction,
  pauseProfileAction,
  resumeProfileAction,
} from "#lib/talents/actions.ts";
import type { OwnProfile } from "#lib/talents/queries.ts";

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4">
      <p className="min-w-0 basis-72 grow text-slate">{text}</p>
      {children}
    </li>
  );
}

type Form = { id: string; action: typeof pauseProfileAction; label: string; tone?: Tone };
const OneButton = ({ id, action, label, tone = "plain" }: Form) => (
  <ActionForm id={id} action={action}>
    <SubmitButton tone={tone}>{label}</SubmitButton>
  </ActionForm>
);

/** Pause, archive and erase, each with what it does in plain words; erasing asks for the code to be typed. */
export function StopCard({ own }: { own: OwnProfile }) {
  const t = useTranslations("talents.privacy");
  return (
    <Card aria-labelledby="stop">
      <h2 id="stop" className="mb-2 text-lg">
        {t("stop")}
      </h2>
      <ul>
        {own.can.pause && (
          <Line text={t("pauseText")}>
            <OneButton id="pause" action={pauseProfileAction} label={t("pause")} />
          </Line>
        )}
        {own.can.resume && (
          <Line text={t("resumeText")}>
            <OneButton id="resume" action={resumeProfileAction} label={t("resume")} tone="sea" />
          </Line>
        )}
        {own.can.reopen && (
          <Line text={t("resumeText")}>
            <OneButton id="reopen" action={resumeProfileAction} label={t("reopen")} tone="sea" />
          </Line>
        )}
        {own.can.archive && (
          <Line text={t("archiveText")}>
            <Dialog trigger={t("archive")} title={t("archive")}>
              <p className="mb-5">{t("archiveText")}</p>
              <OneButton id="archive" action={archiveProfileAction} label={t("archive")} tone="danger" />
            </Dialog>
          </Line>
        )}
        <Line text={t("eraseText")}>
          <Dialog trigger={t("erase")} tone="danger" title={t("erase")}>
            <p className="mb-5">{t("eraseText")}</p>
            <ActionForm id="erase" action={eraseTalentAction}>
              <TextField
                name="confirm"
                label={t("eraseConfirm", { code: own.code })}
                autoComplete="off"
                spellCheck={false}
              />
              <SubmitButton tone="danger">{t("eraseDo")}</SubmitButton>
            </ActionForm>
          </Dialog>
        </Line>
      </ul>
    </Card>
  );
}

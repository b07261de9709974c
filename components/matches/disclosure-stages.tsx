import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { InvitationDetail } from "#lib/matches/queries.ts";

const STAGES = ["now", "accepted", "both"] as const;

/** What is shown to whom at which step, with the step that the invitation has reached. */
export async function DisclosureStages({ invitation }: { invitation: InvitationDetail }) {
  const t = await getTranslations("matches.invitations");
  const reached = invitation.status === "INTRODUCED" ? 2 : invitation.status === "TALENT_ACCEPTED" ? 1 : 0;
  const { recipient, need } = invitation;
  return (
    <>
      <h2 className="text-lg">{t("shown")}</h2>
      <p className="mt-2">
        <span className="text-sm text-mute">{t("recipient")}</span>
        <span lang={langTag(need.lang)} className="block font-semibold">
          {recipient.name}
        </span>
        {recipient.nameEn && <span className="block text-slate">{recipient.nameEn}</span>}
      </p>
      {need.confidential && <p className="mt-1 text-sm text-warn">{t("confidentialNote")}</p>}
      <ol className="mt-4">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            aria-current={index === reached ? "step" : undefined}
            className={cx(
              "relative border-l-2 pb-4 pl-5 last:pb-0",
              index < reached ? "border-bau-700" : "border-line last:border-transparent",
            )}
          >
            <span
              aria-hidden
              className={cx(
                "absolute top-1 -left-[9px] size-4 rounded-full border-[3px]",
                index < reached
                  ? "border-bau-700 bg-bau-700"
                  : index === reached
                    ? "border-bau-700 bg-paper"
                    : "border-line bg-paper",
              )}
            />
            <p className={cx("font-semibold", index === reached && "text-bau-800")}>{t(`stage.${stage}`)}</p>
            <p className="text-slate">{t(`stage.${stage}Text`)}</p>
          </li>
        ))}
      </ol>
      <ButtonLink href="/talent/profile/preview" tone="quiet" className="mt-2 -ml-3">
        {t("preview")}
      </ButtonLink>
    </>
  );
}

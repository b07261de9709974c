import { CircleCheck, CircleSlash2, Clock, Square } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { getFormat } from "#components/ui/get-format.ts";
import type { Giveable } from "#lib/consents/schema.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { InvitationDetail } from "#lib/matches/queries.ts";
import type { MatchStatus } from "#lib/matches/schema.ts";

const STAGES = ["now", "accepted", "both"] as const;
const OPENS: Record<(typeof STAGES)[number], readonly Giveable[]> = {
  now: [],
  accepted: ["anonymous", "anonymous_cv"],
  both: ["identity", "contact", "cv"],
};

/** What is shown to whom at which step, with the step that the invitation has reached. */
export async function DisclosureStages({ invitation }: { invitation: InvitationDetail }) {
  const t = await getTranslations("matches.invitations");
  // what has ended stands at no step
  const reached = (["INVITED", "TALENT_ACCEPTED", "INTRODUCED"] as MatchStatus[]).indexOf(invitation.status);
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
            {stage === "accepted" ? null : <p className="text-slate">{t(`stage.${stage}Text`)}</p>}
            <Opens categories={OPENS[stage]} invitation={invitation} />
          </li>
        ))}
      </ol>
      <ButtonLink href="/talent/profile/preview" tone="quiet" className="mt-2 -ml-3">
        {t("preview")}
      </ButtonLink>
    </>
  );
}

type Standing = "yes" | "waits" | "no" | "ended" | "ifTicked" | "always";

/** How a category stands for the enterprise: already decided, or what a tick would do. */
function standingOf(category: Giveable, { status, given, ended, open }: InvitationDetail): Standing {
  if (open) return category === "anonymous" ? "always" : "ifTicked";
  if (!given.includes(category)) return ended.some((one) => one.category === category) ? "ended" : "no";
  const early = category === "anonymous" || category === "anonymous_cv";
  return early || status === "INTRODUCED" ? "yes" : "waits";
}

const ICONS = {
  yes: CircleCheck,
  always: CircleCheck,
  waits: Clock,
  ifTicked: Square,
  no: CircleSlash2,
  ended: CircleSlash2,
};

async function Opens({
  categories,
  invitation,
}: {
  categories: readonly Giveable[];
  invitation: InvitationDetail;
}) {
  const t = await getTranslations("matches.invitations.opens");
  const names = await getTranslations("introductions.open.categories");
  const ends = await getTranslations("consents.ended");
  const format = await getFormat();
  return (
    <ul className="mt-1">
      {categories.map((category) => {
        const standing = standingOf(category, invitation);
        const Icon = ICONS[standing];
        const end = invitation.ended.find((one) => one.category === category);
        const words =
          standing === "ended" && end
            ? ends(end.endedBy, { date: format.dateTime(end.endedAt, { dateStyle: "medium" }) })
            : t(standing as Exclude<Standing, "ended">);
        return (
          <li key={category} className="flex items-start gap-2 py-0.5">
            <Icon
              aria-hidden
              className={cx("mt-1 size-4.5 shrink-0", standing === "yes" ? "text-ok" : "text-mute")}
            />
            <span className={standing === "no" || standing === "ended" ? "text-slate" : undefined}>
              {names(category)} <span className="text-sm text-slate">· {words}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import { useTranslations } from "next-intl";
import { Steps } from "#components/ui/progress.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, type TagTone } from "#components/ui/surface.tsx";
import { useFormat } from "#components/ui/use-format.ts";
import type { OwnProfile } from "#lib/talents/queries.ts";
import { type Reach, wayOf } from "#lib/talents/way.ts";

const TONES: Record<OwnProfile["status"], TagTone> = {
  DRAFT: "plain",
  SUBMITTED: "sea",
  UNDER_REVIEW: "sea",
  CHANGES_REQUESTED: "warn",
  VERIFIED: "ok",
  LISTED: "ok",
  PAUSED: "warn",
  REJECTED: "bad",
  ARCHIVED: "plain",
  ERASED: "plain",
};

const LISTED = { none: "LISTED", introduced: "INTRODUCED", landed: "LANDED" } as const;

/** A profile's state as word, colour and icon. */
export function ProfileStatusTag({ status }: { status: OwnProfile["status"] }) {
  const t = useTranslations("talents.statuses");
  return <StatusTag tone={TONES[status]}>{t(status)}</StatusTag>;
}

/** Where the person is on their way, who has the ball and since when. */
export function WayCard({
  own,
  reach,
  invitations,
}: {
  own: Pick<OwnProfile, "status" | "office" | "officeSince">;
  reach: Reach;
  /** that wait for an answer */
  invitations: number;
}) {
  const t = useTranslations("talents");
  const terms = useTranslations("terms.offices");
  const format = useFormat();
  const ball = invitations > 0 ? "INVITED" : own.status === "LISTED" ? LISTED[reach] : own.status;
  return (
    <Card aria-labelledby="way">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <h2 id="way" className="text-lg">
          {t("stations.label")}
        </h2>
        <ProfileStatusTag status={own.status} />
      </div>
      <Steps
        label={t("stations.label")}
        items={wayOf(own.status, reach).map(({ station, state }) => ({
          label: t(`stations.${station}`),
          state,
          note: t(`stations.${state}`),
        }))}
      />
      <p className="mt-4 text-slate">
        {t(`ball.${ball}`, {
          count: invitations,
          office: terms(own.office),
          since: format.dateTime(own.officeSince, { day: "numeric", month: "long" }),
        })}
      </p>
    </Card>
  );
}

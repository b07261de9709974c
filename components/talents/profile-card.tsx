import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Card } from "#components/ui/surface.tsx";
import { missing } from "#lib/talents/completeness.ts";
import type { OwnProfile } from "#lib/talents/queries.ts";
import { MissingItems } from "./profile-review.tsx";
import { SavedState } from "./saved-state.tsx";

/** How complete the profile is, what is missing, and the one thing to do next. */
export function ProfileCard({ own }: { own: OwnProfile }) {
  const t = useTranslations("talents.home");
  const lacking = missing(own.items);
  const useful = own.items.filter((item) => !item.required && !item.done);
  const next = lacking[0];
  return (
    <Card aria-labelledby="profile" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="profile" className="text-lg">
          {t("profile")}
        </h2>
        <SavedState own={own} />
      </div>
      <Progress label={t("complete")} value={own.percent} text={`${own.percent} %`} tone="bauhinia" />
      {lacking.length > 0 && <MissingItems items={lacking.slice(0, 6)} title={t("still")} />}
      {lacking.length === 0 && <MissingItems items={useful} title={t("useful")} />}
      <div className="flex flex-wrap gap-3">
        {own.can.submit ? (
          <ButtonLink
            tone="bauhinia"
            href={
              next
                ? next.id === "members"
                  ? "/talent/team"
                  : `/talent/profile?step=${next.step}`
                : "/talent/profile?step=review"
            }
          >
            {t(next ? "continue" : "reviewSubmit")}
          </ButtonLink>
        ) : (
          <ButtonLink tone="plain" href="/talent/profile">
            {t("open")}
          </ButtonLink>
        )}
        {own.documents.length === 0 && own.can.edit && (
          <ButtonLink tone="plain" href="/talent/profile/cv">
            {t("cv")}
          </ButtonLink>
        )}
        <ButtonLink tone="plain" href="/talent/profile/preview">
          {t("preview")}
        </ButtonLink>
      </div>
    </Card>
  );
}

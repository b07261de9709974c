import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { submitProfileAction } from "#lib/talents/actions.ts";
import { type Item, missing } from "#lib/talents/completeness.ts";
import type { OwnProfile } from "#lib/talents/queries.ts";

export function MissingItems({ items, title }: { items: Item[]; title: string }) {
  const t = useTranslations("talents");
  if (items.length === 0) return null;
  return (
    <div>
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-1 grid grid-cols-2 gap-x-4">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              href={item.id === "members" ? "/talent/team" : `/talent/profile?step=${item.step}`}
              className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {t(`items.${item.id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The last step: what is missing, how it will look, and handing it to the office. */
export function ProfileReview({ own }: { own: OwnProfile }) {
  const t = useTranslations("talents.review");
  const lacking = missing(own.items);
  const useful = own.items.filter((item) => !item.required && !item.done);
  return (
    <Card className="grid gap-6">
      {lacking.length > 0 ? (
        <MissingItems items={lacking} title={t("missing")} />
      ) : (
        <p className="flex items-center gap-2 font-semibold text-ok">
          <CircleCheck aria-hidden className="size-5" />
          {t("ready")}
        </p>
      )}
      <MissingItems items={useful} title={t("useful")} />
      <p>
        <ButtonLink tone="plain" href="/talent/profile/preview">
          {t("preview")}
        </ButtonLink>
      </p>
      {own.can.submit ? (
        <ActionForm id="submit-profile" action={submitProfileAction}>
          <p className="mb-4 text-slate">{t("after")}</p>
          <SubmitButton tone="bauhinia">
            {t(own.status === "CHANGES_REQUESTED" ? "submitAgain" : "submit")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <Notice tone="sea">{t("already")}</Notice>
      )}
    </Card>
  );
}

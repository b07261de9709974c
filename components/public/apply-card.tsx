import { Bookmark, BookmarkCheck, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card } from "#components/ui/surface.tsx";
import type { Viewer } from "#lib/auth/viewer.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { expressInterestAction, saveNeedAction, unsaveNeedAction } from "#lib/matches/actions.ts";
import type { getStandingToNeed } from "#lib/matches/queries.ts";

type Standing = Awaited<ReturnType<typeof getStandingToNeed>>;

/** What the reader can do about a need: a visitor signs in, a talent asks or saves, others are told who may. */
export function ApplyCard({
  needId,
  here,
  viewer,
  standing,
}: {
  needId: string;
  /** the page's own address with its language, to come back to */
  here: string;
  viewer: Viewer | null;
  standing: Standing;
}) {
  const t = useTranslations("public.need");
  return (
    <Card bridge id="apply" aria-labelledby="apply-title">
      <h2 id="apply-title" className="text-lg">
        {t("applyTitle")}
      </h2>
      <p className="mt-1.5 mb-4 text-[15px] text-slate">{t("applyText")}</p>
      {standing ? (
        <ForTalent needId={needId} standing={standing} />
      ) : viewer ? (
        <p>{t("forTalents")}</p>
      ) : (
        <ForVisitor here={here} />
      )}
      <p className="mt-4 text-sm text-slate">{t("free")}</p>
    </Card>
  );
}

function ForVisitor({ here }: { here: string }) {
  const t = useTranslations("public.need");
  return (
    <div className="grid gap-1">
      <ButtonLink href="/register/talent" tone="bauhinia">
        {t("apply")}
      </ButtonLink>
      <Link
        href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}
        className="flex min-h-11 items-center justify-center font-semibold text-sea-700 underline"
      >
        {t("signIn")}
      </Link>
    </div>
  );
}

function ForTalent({ needId, standing }: { needId: string; standing: NonNullable<Standing> }) {
  const t = useTranslations("public.need");
  if (standing.invitationId)
    return (
      <ButtonLink href={`/talent/invitations/${standing.invitationId}`} tone="bauhinia" className="w-full">
        {t("invited")}
      </ButtonLink>
    );
  return (
    <div className="grid gap-3">
      {standing.interest === "none" ? (
        <ActionForm id="interest" action={expressInterestAction}>
          <input type="hidden" name="needId" value={needId} />
          <SubmitButton tone="bauhinia" className="w-full">
            {t("interest")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <p className="flex items-center gap-2 font-semibold text-ok">
          <CircleCheck aria-hidden className="size-5 shrink-0" />
          {t("interested")}
        </p>
      )}
      <ActionForm id="save" action={standing.saved ? unsaveNeedAction : saveNeedAction}>
        <input type="hidden" name="needId" value={needId} />
        <SubmitButton tone="plain" className="w-full">
          {standing.saved ? (
            <BookmarkCheck aria-hidden className="size-5 text-sea-700" />
          ) : (
            <Bookmark aria-hidden className="size-5" />
          )}
          {t(standing.saved ? "unsave" : "save")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

import { Bookmark, BookmarkCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { StatusTag } from "#components/ui/status-tag.tsx";
import { Card, Tag } from "#components/ui/surface.tsx";
import { expressInterestAction, saveNeedAction, unsaveNeedAction } from "#lib/matches/actions.ts";
import type { FittingNeed } from "#lib/matches/queries.ts";
import { NeedSummary } from "./need-summary.tsx";
import { OwnComparison } from "./own-comparison.tsx";
import { ReasonsShort } from "./reasons-short.tsx";

const OPEN = ["OPEN", "PARTIALLY_FILLED"];

/** A need beside the person's own profile: why it fits, and saying so. */
export async function FittingCard({ fitting, listed }: { fitting: FittingNeed; listed: boolean }) {
  const t = await getTranslations("matches.fitting");
  const { need, interest, explanation } = fitting;
  const open = OPEN.includes(need.status);
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <NeedSummary need={need} className="grow basis-72" />
        {fitting.score !== null && (
          <p className="shrink-0 text-right">
            <span className="block text-3xl leading-tight font-bold tabular-nums">
              {fitting.score.toFixed(0)}
            </span>
            <span className="text-sm text-slate">
              {t("forYou")}{" "}
              <strong className="text-bau-800 tabular-nums">{fitting.talentToNeed?.toFixed(0)}</strong>
            </span>
          </p>
        )}
      </div>
      {explanation && <ReasonsShort result={explanation} />}
      <p className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {interest !== "none" && (
          <StatusTag tone={interest === "waiting" ? "sea" : interest === "underWay" ? "bauhinia" : "plain"}>
            {t(`standing.${interest}`)}
          </StatusTag>
        )}
        {!open && <Tag tone="warn">{t("closed")}</Tag>}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2.5">
        {interest === "underWay" && fitting.matchId ? (
          <ButtonLink href={`/talent/invitations/${fitting.matchId}`} tone="bauhinia">
            {t("invitation")}
          </ButtonLink>
        ) : (
          interest === "none" && open && listed && <InterestForm needId={need.id} />
        )}
        <SaveForm needId={need.id} saved={fitting.saved} />
        {open && (
          <ButtonLink href={`/needs/${need.id}`} tone="quiet">
            {t("open")}
          </ButtonLink>
        )}
      </div>
      {interest === "none" && open && listed && (
        <p className="mt-2 text-sm text-slate">{t("interestHelp")}</p>
      )}
      {explanation && fitting.score !== null && (
        <OwnComparison result={explanation} score={fitting.score} talentToNeed={fitting.talentToNeed} />
      )}
    </Card>
  );
}

/** "I am interested": enters the review queue as the person's own. */
export async function InterestForm({ needId }: { needId: string }) {
  const t = await getTranslations("matches.fitting");
  return (
    <ActionForm id={`interest-${needId}`} action={expressInterestAction}>
      <input type="hidden" name="needId" value={needId} />
      <SubmitButton tone="bauhinia">{t("interest")}</SubmitButton>
    </ActionForm>
  );
}

export async function SaveForm({ needId, saved }: { needId: string; saved: boolean }) {
  const t = await getTranslations("matches.fitting");
  const Icon = saved ? BookmarkCheck : Bookmark;
  return (
    <ActionForm id={`save-${needId}`} action={saved ? unsaveNeedAction : saveNeedAction}>
      <input type="hidden" name="needId" value={needId} />
      <SubmitButton tone="plain">
        <Icon aria-hidden className="size-4.5" />
        {t(saved ? "unsave" : "save")}
      </SubmitButton>
    </ActionForm>
  );
}

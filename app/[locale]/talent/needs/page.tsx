import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RankingNotice } from "#components/engine/ranking-notice.tsx";
import { FittingCard } from "#components/matches/fitting-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState, Notice, PageHeader } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { listFittingNeeds, SHOW } from "#lib/matches/queries.ts";

type Props = { searchParams: Promise<{ show?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matches.fitting"))("title") };
}

export default async function FittingNeedsPage({ searchParams }: Props) {
  const viewer = await pageViewer("/talent/needs");
  const asked = (await searchParams).show;
  const show = SHOW.find((one) => one === asked) ?? "fits";
  const t = await getTranslations("matches.fitting");
  const { needs, counts, listed, ranking } = await listFittingNeeds(viewer, show);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/needs" tone="plain">
            {t("browse")}
          </ButtonLink>
        }
      />
      <Tabs
        label={t("views")}
        items={SHOW.map((one) => ({
          href: one === "fits" ? "/talent/needs" : `/talent/needs?show=${one}`,
          label: t(`show.${one}`),
          count: counts[one],
          active: one === show,
        }))}
      />
      <RankingNotice state={ranking} own />
      {!listed && (
        <div className="mb-5">
          <Notice tone="sea">
            <p>{t("notListed")}</p>
            <ButtonLink href="/talent/profile" tone="quiet" className="-ml-3">
              {t("toProfile")}
            </ButtonLink>
          </Notice>
        </div>
      )}
      {needs.length === 0 ? (
        <EmptyState title={t(`empty.${show}`)}>{t(`emptyText.${show}`)}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {needs.map((fitting) => (
            <FittingCard key={fitting.need.id} fitting={fitting} listed={listed} />
          ))}
        </ul>
      )}
    </div>
  );
}

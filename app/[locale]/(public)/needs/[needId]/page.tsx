import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ApplyCard } from "#components/public/apply-card.tsx";
import { jobPosting, StructuredData } from "#components/public/job-posting.tsx";
import { NeedFacts } from "#components/public/need-facts.tsx";
import { NeedHeader } from "#components/public/need-header.tsx";
import { NeedText } from "#components/public/need-text.tsx";
import { publicMetadata } from "#components/public/page-metadata.ts";
import { Notice } from "#components/ui/surface.tsx";
import { getViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { getStandingToNeed } from "#lib/matches/queries.ts";
import { converter, convertible } from "#lib/matches/script.ts";
import { getOpenNeed } from "#lib/needs/queries.ts";

// the head and the page ask for the same need
const readNeed = cache(getOpenNeed);

type Props = { params: Promise<{ needId: string }>; searchParams: Promise<{ read?: unknown }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { needId } = await params;
  const need = await readNeed(needId);
  if (!need) return {};
  const [t, terms] = [await getTranslations("public.need"), await getTranslations("terms")];
  const employer = need.enterprise?.name ?? t("stationShort");
  return publicMetadata((await getLocale()) as AppLocale, `/needs/${needId}`, {
    title: need.title,
    description: [
      employer,
      terms(`needTypes.${need.type}`),
      terms(`districts.${need.district}`),
      need.description,
    ]
      .join(" · ")
      .slice(0, 200),
  });
}

export default async function NeedPage({ params, searchParams }: Props) {
  const { needId } = await params;
  const [need, viewer] = await Promise.all([readNeed(needId), getViewer()]);
  if (!need) notFound();
  const locale = (await getLocale()) as AppLocale;
  const [t, layout, terms, standing] = await Promise.all([
    getTranslations("public.need"),
    getTranslations("layout"),
    getTranslations("terms"),
    viewer && getStandingToNeed(viewer, needId),
  ]);
  const converted = convertible(need.locale, locale) && (await searchParams).read === "1";
  const words = converted
    ? { locale, read: converter(need.locale, locale) }
    : { locale: need.locale, read: (text: string) => text };
  return (
    <article>
      <StructuredData
        data={jobPosting(need, { station: layout("station"), place: terms(`districts.${need.district}`) })}
      />
      <NeedHeader need={need} converted={converted} {...words} />
      <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-4 py-8 sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="max-w-3xl">
          {converted && (
            <div className="mb-6">
              <Notice tone="sea">{t("converted")}</Notice>
            </div>
          )}
          <NeedText need={need} {...words} />
          {!need.enterprise && (
            <p className="mt-8 border-t border-line pt-4 text-sm text-slate">{t("stationNote")}</p>
          )}
        </div>
        <div className="grid content-start gap-5">
          <ApplyCard
            needId={need.id}
            here={`/${locale}/needs/${need.id}`}
            viewer={viewer}
            standing={standing}
          />
          <NeedFacts need={need} {...words} />
        </div>
      </div>
    </article>
  );
}

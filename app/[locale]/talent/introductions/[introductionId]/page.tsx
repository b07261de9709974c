import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseDone } from "#components/introductions/case-done.tsx";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { OwnParts } from "#components/introductions/own-parts.tsx";
import { Navigator } from "#components/journey/navigator.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import { getJourney } from "#lib/tasks/journey-queries.ts";

type Props = { params: Promise<{ introductionId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

/** The navigator: where am I, what is next, who helps. */
export default async function TalentCasePage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/talent/introductions/[introductionId]");
  const [{ introductionId }, { done }] = await Promise.all([params, searchParams]);
  const found = await getCaseFrame(viewer, { introductionId });
  const journey = found && (await getJourney(viewer, found.id, (await getLocale()) as AppLocale));
  if (!found || !journey) notFound();
  return (
    <CaseFrame case={found} tab="overview">
      <CaseDone done={done} />
      <Navigator journey={journey} />
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
        <OwnParts viewer={viewer} case={found} />
      </div>
    </CaseFrame>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermsPage } from "#components/journey/terms-page.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getCaseTerms } from "#lib/introductions/offer-queries.ts";
import { openedCase } from "../opened-case.ts";

type Props = { params: Promise<{ matchId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journey.terms"))("title") };
}

export default async function EnterpriseCaseTermsPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions/[matchId]/terms");
  const [{ matchId }, { done }] = await Promise.all([params, searchParams]);
  const found = await openedCase(viewer, matchId);
  const terms = await getCaseTerms(viewer, found.id);
  if (!terms) notFound();
  return <TermsPage of={found} terms={terms} done={done} />;
}

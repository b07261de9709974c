import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeetingsPage } from "#components/meetings/meetings-page.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";
import { getCaseMeetings } from "#lib/meetings/queries.ts";

type Props = { params: Promise<{ introductionId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function StaffCaseMeetingsPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/introductions/[introductionId]/meetings");
  const [{ introductionId }, { done }] = await Promise.all([params, searchParams]);
  const found = await getCaseFrame(viewer, { introductionId });
  const meetings = found && (await getCaseMeetings(viewer, found.id));
  if (!found || !meetings) notFound();
  return <MeetingsPage of={found} meetings={meetings} done={done} />;
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeetingsPage } from "#components/meetings/meetings-page.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { getCaseMeetings } from "#lib/meetings/queries.ts";
import { openedCase } from "../opened-case.ts";

type Props = { params: Promise<{ matchId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function EnterpriseCaseMeetingsPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions/[matchId]/meetings");
  const [{ matchId }, { done }] = await Promise.all([params, searchParams]);
  const found = await openedCase(viewer, matchId);
  const meetings = await getCaseMeetings(viewer, found.id);
  if (!meetings) notFound();
  return <MeetingsPage of={found} meetings={meetings} done={done} />;
}

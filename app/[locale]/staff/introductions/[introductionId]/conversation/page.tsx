import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Conversation } from "#components/conversations/conversation.tsx";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";

type Props = { params: Promise<{ introductionId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function StaffConversationPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/introductions/[introductionId]/conversation");
  const { introductionId } = await params;
  const found = await getCaseFrame(viewer, { introductionId });
  if (!found) notFound();
  return (
    <CaseFrame case={found} tab="conversation">
      <Conversation viewer={viewer} case={found} asked={await flat(searchParams)} />
    </CaseFrame>
  );
}

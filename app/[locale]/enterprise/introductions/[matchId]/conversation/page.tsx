import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Conversation } from "#components/conversations/conversation.tsx";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { openedCase } from "../opened-case.ts";

type Props = { params: Promise<{ matchId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function EnterpriseConversationPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/introductions/[matchId]/conversation");
  const { matchId } = await params;
  const found = await openedCase(viewer, matchId);
  return (
    <CaseFrame case={found} tab="conversation">
      <Conversation viewer={viewer} case={found} asked={await flat(searchParams)} />
    </CaseFrame>
  );
}

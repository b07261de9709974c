import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskedMove } from "#components/introductions/asked-move.tsx";
import { CaseDock } from "#components/introductions/case-dock.tsx";
import { CaseDone } from "#components/introductions/case-done.tsx";
import { CaseFacts, EnterpriseGone } from "#components/introductions/case-facts.tsx";
import { CaseFrame } from "#components/introductions/case-frame.tsx";
import { CaseStory } from "#components/introductions/case-story.tsx";
import { HandOverCard } from "#components/introductions/hand-over.tsx";
import { NextStepForm } from "#components/introductions/next-step.tsx";
import { History } from "#components/staff/history.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { Card } from "#components/ui/surface.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { getCaseForStaff } from "#lib/introductions/case-detail-queries.ts";
import { getCaseFrame } from "#lib/introductions/case-queries.ts";

type Props = { params: Promise<{ introductionId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

export default async function StaffCasePage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/introductions/[introductionId]");
  const { introductionId } = await params;
  const { done, move } = await flat(searchParams);
  const found = await getCaseFrame(viewer, { introductionId });
  const detail = found && (await getCaseForStaff(viewer, found.id));
  if (!found || !detail) notFound();
  const history = await historyOf(viewer, "introduction", found.id);
  return (
    <>
      <CaseFrame case={found} tab="overview">
        <CaseDone done={done} />
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_24rem]">
          <div className="grid min-w-0 gap-5">
            {detail.enterpriseGone && <EnterpriseGone case={found} />}
            <HandOverCard case={found} detail={detail} me={viewer.accountId} />
            <AskedMove case={found} detail={detail} move={move} />
            {detail.can.step && (
              <Card>
                <NextStepForm case={found} />
              </Card>
            )}
            <Card>
              <CaseStory stages={detail.stages} side="STAFF" />
            </Card>
          </div>
          <div className="grid min-w-0 gap-5">
            <CaseFacts case={found} detail={detail} />
            <Card>
              <History rows={history} recordId={found.id} />
            </Card>
          </div>
        </div>
      </CaseFrame>
      <CaseDock case={found} detail={detail} />
    </>
  );
}

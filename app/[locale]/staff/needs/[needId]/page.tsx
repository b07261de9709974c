import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoneNotice } from "#components/staff/done-notice.tsx";
import { Fairness } from "#components/staff/fairness.tsx";
import { History } from "#components/staff/history.tsx";
import { NeedContent } from "#components/staff/need-content.tsx";
import { NeedDock } from "#components/staff/need-dock.tsx";
import { orNotFound } from "#components/staff/or-not-found.ts";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { RecordStatus } from "#components/staff/record-status.tsx";
import { StatusCard } from "#components/staff/status-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, Facts, PageHeader, Tag } from "#components/ui/surface.tsx";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import { nextNeed } from "#lib/desk/queries.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { discriminationIn } from "#lib/needs/checks.ts";
import { getNeedForStaff } from "#lib/needs/queries.ts";
import { isLooking } from "#lib/needs/states.ts";
import type { NeedForStaff } from "#lib/needs/views.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.needs"))("need") };
}

type Props = { params: Promise<{ needId: string }>; searchParams: SearchParams };

export default async function StaffNeedPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/needs/[needId]");
  const { needId } = await params;
  const { done } = await flat(searchParams);
  if (!UUID.test(needId)) notFound();
  const need = await orNotFound(getNeedForStaff(viewer, needId));
  const [history, next] = await Promise.all([
    historyOf(viewer, "need", needId),
    done ? nextNeed(viewer, needId) : null,
  ]);
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  const day = (date: Date) => <DateText value={date} />;
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link href="/staff/needs">{t("needs.title")}</Link> › {need.code}
          </>
        }
        title={need.title || need.code}
        lang={langTag(need.locale)}
        lead={
          <>
            {terms(`needTypes.${need.type}`)} · {terms(`directions.${need.direction}`)}{" "}
            {need.demo && <Tag>{t("common.demo")}</Tag>}
          </>
        }
        actions={
          <>
            {isLooking(need.status) && (
              <ButtonLink href={`/needs/${need.id}`} tone="plain">
                {t("needs.publicPage")}
              </ButtonLink>
            )}
            <ButtonLink href={`/staff/needs/${need.id}/matches`} tone="plain">
              {t("needs.matches")}
            </ButtonLink>
          </>
        }
      />
      <DoneNotice kind="needs" done={done} next={next && `/staff/needs/${next}`} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-5">
          <NeedContent need={need} />
          <Fairness need={need} findings={discriminationIn(need)} />
        </div>
        <div className="grid min-w-0 gap-5">
          <StatusCard
            kind="needs"
            status={need.status}
            office={need.office}
            since={need.officeSince}
            assignee={need.assigneeName}
            note={need.reviewNote ?? need.closeReason}
            more={[
              ...(need.submittedAt ? [{ term: t("needs.submitted"), value: day(need.submittedAt) }] : []),
              ...(need.openedAt ? [{ term: t("needs.opened"), value: day(need.openedAt) }] : []),
            ]}
          />
          <Card>
            <Owner need={need} />
          </Card>
          <Card>
            <NeedProgress need={need} />
          </Card>
          <Card>
            <History rows={history} recordId={needId} />
          </Card>
        </div>
      </div>
      <NeedDock need={need} />
    </>
  );
}

async function Owner({ need: { enterprise } }: { need: NeedForStaff }) {
  const t = await getTranslations("staff.needs");
  return (
    <section aria-labelledby="enterprise">
      <h2 id="enterprise" className="mb-2 text-lg">
        {t("enterprise")}
      </h2>
      {enterprise.holding ? (
        <p>{enterprise.name}</p>
      ) : (
        <Link
          href={`/staff/enterprises/${enterprise.id}`}
          className="inline-flex min-h-11 items-center text-sea-700 [overflow-wrap:anywhere]"
        >
          {enterprise.name}
        </Link>
      )}
      <p className="mt-1">
        <RecordStatus kind="enterprises" status={enterprise.status} />
      </p>
    </section>
  );
}

async function NeedProgress({ need: { progress } }: { need: NeedForStaff }) {
  const t = await getTranslations("staff.needs");
  const stages = ["reviewing", "invited", "yourTurn", "introduced", "declined"] as const;
  return (
    <section aria-labelledby="progress">
      <h2 id="progress" className="mb-3 text-lg">
        {t("progress")}
      </h2>
      <Facts
        items={stages.map((stage) => ({
          term: t(`progressOf.${stage}`),
          value: <span className="font-semibold tabular-nums">{progress[stage]}</span>,
        }))}
      />
    </section>
  );
}

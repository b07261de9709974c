import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoneNotice } from "#components/staff/done-notice.tsx";
import { EnterpriseDock } from "#components/staff/enterprise-dock.tsx";
import { EnterpriseFacts } from "#components/staff/enterprise-facts.tsx";
import { History } from "#components/staff/history.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { RecordStatus } from "#components/staff/record-status.tsx";
import { StatusCard } from "#components/staff/status-card.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Card, PageHeader, Tag } from "#components/ui/surface.tsx";
import { namesOf } from "#lib/accounts/queries.ts";
import { historyOf } from "#lib/audit/queries.ts";
import { pageViewer } from "#lib/auth/current.ts";
import type { EnterpriseForStaff } from "#lib/enterprises/queries.ts";
import { getEnterpriseForStaff } from "#lib/enterprises/queries.ts";
import { fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { type NeedRow, needFilters, searchNeeds } from "#lib/needs/search.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.enterprises"))("enterprise") };
}

type Props = { params: Promise<{ enterpriseId: string }>; searchParams: SearchParams };

export default async function StaffEnterprisePage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/staff/enterprises/[enterpriseId]");
  const { enterpriseId } = await params;
  const { done } = await flat(searchParams);
  if (!UUID.test(enterpriseId)) notFound();
  const enterprise = await getEnterpriseForStaff(viewer, enterpriseId);
  if (!enterprise) notFound();
  const [needs, history, names] = await Promise.all([
    searchNeeds(viewer, needFilters.parse({ enterprise: enterpriseId })),
    historyOf(viewer, "enterprise", enterpriseId),
    namesOf([enterprise.assigneeId]),
  ]);
  const t = await getTranslations("staff");
  const day = (date: Date) => <DateText value={date} />;
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link href="/staff/enterprises">{t("enterprises.title")}</Link> › {enterprise.licenceNumber}
          </>
        }
        title={enterprise.name}
        lang={langTag(enterprise.locale)}
        lead={
          <>
            <span lang="en">{enterprise.nameEn}</span> {enterprise.demo && <Tag>{t("common.demo")}</Tag>}
          </>
        }
      />
      <DoneNotice kind="enterprises" done={done} />
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-5">
          <EnterpriseFacts enterprise={enterprise} />
          <Card aria-labelledby="needs">
            <NeedLines rows={needs.rows} enterpriseId={enterpriseId} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-5">
          <StatusCard
            kind="enterprises"
            status={enterprise.status}
            office={enterprise.office}
            since={enterprise.officeSince}
            assignee={(enterprise.assigneeId && names.get(enterprise.assigneeId)) || null}
            note={enterprise.reviewNote}
            more={[
              { term: t("enterprises.registered"), value: day(enterprise.submittedAt) },
              ...(enterprise.verifiedAt
                ? [{ term: t("enterprises.verifiedAt"), value: day(enterprise.verifiedAt) }]
                : []),
            ]}
          />
          <Card>
            <Members members={enterprise.members} />
          </Card>
          <Card>
            <History rows={history} recordId={enterpriseId} />
          </Card>
        </div>
      </div>
      <EnterpriseDock enterprise={enterprise} viewer={viewer} />
    </>
  );
}

async function NeedLines({ rows, enterpriseId }: { rows: NeedRow[]; enterpriseId: string }) {
  const t = await getTranslations("staff.enterprises");
  return (
    <>
      <h2 id="needs" className="mb-3 text-xl">
        {t("needs")}
      </h2>
      {rows.length === 0 && <p className="text-slate">{t("needsNone")}</p>}
      <ul className="divide-y divide-line">
        {rows.slice(0, 8).map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <Link
              href={`/staff/needs/${row.id}`}
              lang={langTag(fromDbLocale(row.locale))}
              className="inline-flex min-h-11 items-center no-underline hover:underline"
            >
              {row.title || row.code}
            </Link>
            <RecordStatus kind="needs" status={row.status} />
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <Link
          href={`/staff/needs?enterprise=${enterpriseId}`}
          className="mt-2 inline-flex min-h-11 items-center font-semibold text-sea-700"
        >
          {t("allNeeds")}
        </Link>
      )}
    </>
  );
}

async function Members({ members }: { members: EnterpriseForStaff["members"] }) {
  const t = await getTranslations("staff.enterprises");
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="mb-3 text-lg">
        {t("members")}
      </h2>
      {members.length === 0 && <p className="text-slate">{t("membersNone")}</p>}
      <ul className="grid gap-3">
        {members.map((member) => (
          <li key={member.id}>
            <span className="font-semibold">{member.displayName}</span>
            <span className="block text-sm text-slate [overflow-wrap:anywhere]">{member.email}</span>
            <span className="block text-sm text-mute">
              {t(member.verified ? "memberVerified" : "memberUnverified")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

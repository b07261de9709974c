import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Age } from "#components/staff/age.tsx";
import { ListKeys } from "#components/staff/list-keys.tsx";
import { flat, type SearchParams } from "#components/staff/params.ts";
import { RecordStatus } from "#components/staff/record-status.tsx";
import { rowLink } from "#components/staff/talent-rows.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { FacetList } from "#components/ui/filters.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { listHref } from "#components/ui/query.ts";
import { Card, EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { langTag } from "#lib/i18n/locales.ts";
import { Link } from "#lib/i18n/navigation.ts";
import { countOpenMessages, listContactMessages } from "#lib/messages/queries.ts";
import { MESSAGE_STATUSES, type MessageSummary } from "#lib/messages/schema.ts";
import { OFFICES } from "#lib/terms/terms.ts";

const PATH = "/staff/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.messages"))("title") };
}

export default async function StaffMessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("/staff/messages");
  const query = await flat(searchParams);
  const status = MESSAGE_STATUSES.find((one) => one === query.status) ?? "OPEN";
  const office = OFFICES.find((one) => one === query.office);
  const [{ items, next }, open] = await Promise.all([
    listContactMessages(viewer, { status, office, after: query.after }),
    countOpenMessages(viewer),
  ]);
  const t = await getTranslations("staff");
  const terms = await getTranslations("terms");
  return (
    <>
      <PageHeader title={t("messages.title")} lead={t("messages.lead")} />
      <Tabs
        label={t("common.status")}
        items={MESSAGE_STATUSES.map((one) => ({
          href: listHref(PATH, { office }, { status: one === "OPEN" ? undefined : one }),
          label: t(`messages.tabs.${one}`),
          count: one === "OPEN" ? open.HONG_KONG + open.YANTAI : undefined,
          active: one === status,
        }))}
      />
      <ListKeys />
      <div className="grid items-start gap-6 lg:grid-cols-[15rem_1fr]">
        <FacetList
          title={t("common.office")}
          items={OFFICES.map((one) => ({
            href: listHref(PATH, query, { office: one === office ? undefined : one }),
            label: terms(`offices.${one}`),
            count: status === "OPEN" ? open[one] : undefined,
            active: one === office,
          }))}
        />
        <Card as="div" className="min-w-0">
          {items.length > 0 ? <MessageRows rows={items} /> : <EmptyState title={t("messages.empty")} />}
          <Pager
            previous={query.after ? listHref(PATH, query, { after: undefined }) : undefined}
            next={next ? listHref(PATH, query, { after: next }) : undefined}
          />
        </Card>
      </div>
    </>
  );
}

async function MessageRows({ rows }: { rows: MessageSummary[] }) {
  const t = await getTranslations("staff");
  return (
    <DataTable
      caption={t("messages.title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "from",
          header: t("messages.from"),
          primary: true,
          cell: (row) => (
            <>
              <Link href={`${PATH}/${row.id}`} data-row-link className={rowLink}>
                {row.name}
              </Link>
              <span lang={langTag(row.locale)} className="line-clamp-2 block text-sm font-normal text-slate">
                {row.excerpt}
              </span>
            </>
          ),
        },
        { key: "topic", header: t("messages.topic"), cell: (row) => t(`messages.topics.${row.topic}`) },
        {
          key: "status",
          header: t("common.status"),
          cell: (row) => <RecordStatus kind="messages" status={row.status} />,
        },
        { key: "office", header: t("common.office"), cell: (row) => t(`common.offices.${row.office}`) },
        {
          key: "when",
          header: t("messages.written"),
          cell: (row) =>
            row.status === "OPEN" ? <Age since={row.createdAt} /> : <DateText value={row.createdAt} time />,
        },
      ]}
    />
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnNeedList } from "#components/needs/need-row.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { NumberedPager } from "#components/ui/numbered-pager.tsx";
import { EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { listNeedsOf } from "#lib/needs/queries.ts";
import { NEED_STATUSES } from "#lib/needs/schema.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("needs.list");
  return { title: t("title") };
}

export default async function OwnNeedsPage({ searchParams }: Props) {
  const viewer = await pageViewer("/enterprise/needs");
  const query = await searchParams;
  const status = NEED_STATUSES.find((one) => one === query.status);
  const page = Math.max(1, Number(query.page) || 1);
  const [t, { needs, counts, pages }] = await Promise.all([
    getTranslations("needs"),
    listNeedsOf(viewer, { status, page }),
  ]);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        actions={<ButtonLink href="/enterprise/needs/new">{t("list.new")}</ButtonLink>}
      />
      {all > 0 && (
        <Tabs
          label={t("list.filter")}
          items={[
            { href: "/enterprise/needs", label: t("list.all"), count: all, active: !status },
            ...NEED_STATUSES.filter((one) => counts[one] || one === status).map((one) => ({
              href: `/enterprise/needs?status=${one}`,
              label: t(`status.${one}`),
              count: counts[one] ?? 0,
              active: one === status,
            })),
          ]}
        />
      )}
      {needs.length > 0 ? (
        <OwnNeedList needs={needs} />
      ) : all > 0 ? (
        <EmptyState title={t("list.emptyState")} />
      ) : (
        <EmptyState
          title={t("list.emptyTitle")}
          action={<ButtonLink href="/enterprise/needs/new">{t("list.new")}</ButtonLink>}
        >
          {t("list.emptyText")}
        </EmptyState>
      )}
      <NumberedPager path="/enterprise/needs" query={{ status }} page={page} pages={pages} />
    </>
  );
}

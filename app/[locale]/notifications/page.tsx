import { Settings } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { WorkspaceShell } from "#components/layout/workspace-shell.tsx";
import { NotificationRow } from "#components/notifications/notification-row.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Card, EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { readNotificationsAction } from "#lib/notifications/actions.ts";
import { listNotifications } from "#lib/notifications/queries.ts";

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await pageViewer("/notifications");
  const { before } = await searchParams;
  const mark = typeof before === "string" ? before : undefined;
  const t = await getTranslations("notifications");
  const { items, next } = await listNotifications(viewer, (await getLocale()) as AppLocale, mark);
  return (
    <WorkspaceShell viewer={viewer}>
      <div className="max-w-3xl">
        <PageHeader
          title={t("title")}
          lead={t("lead")}
          actions={
            <ButtonLink href="/settings#notifications" tone="plain">
              <Settings aria-hidden className="size-4.5" />
              {t("toSettings")}
            </ButtonLink>
          }
        />
        {items.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : (
          <>
            {items.some(({ read }) => !read) && (
              <ActionForm id="read-all" action={readNotificationsAction} className="mb-4">
                <SubmitButton tone="quiet">{t("readAll")}</SubmitButton>
              </ActionForm>
            )}
            <Card className="p-0! sm:p-0!">
              <ul className="divide-y divide-line">
                {items.map((item) => (
                  <NotificationRow key={item.id} item={item} />
                ))}
              </ul>
            </Card>
          </>
        )}
        <Pager
          previous={mark ? "/notifications" : undefined}
          previousLabel={t("first")}
          next={next ? `/notifications?before=${encodeURIComponent(next)}` : undefined}
        />
      </div>
    </WorkspaceShell>
  );
}

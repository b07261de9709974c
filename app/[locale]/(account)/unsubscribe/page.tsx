import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, PageHeader } from "#components/ui/surface.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import { unsubscribeAction } from "#lib/notifications/actions.ts";
import { readUnsubscribeToken } from "#lib/notifications/unsubscribe.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.unsubscribe");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** A button, not the opening of the link, stops the mails: mail scanners open links too. */
export default async function UnsubscribePage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const { token = "" } = await searchParams;
  const stopped = typeof token === "string" ? readUnsubscribeToken(token) : null;
  const t = await getTranslations("notifications");
  if (!stopped)
    return (
      <PageHeader
        title={t("unsubscribe.invalid")}
        lead={
          <Link href="/settings#notifications" className="text-sea-700 underline">
            {t("unsubscribe.invalidText")}
          </Link>
        }
      />
    );
  const lead =
    stopped.kind === "digest"
      ? t("unsubscribe.digest")
      : t("unsubscribe.kind", { kind: t(`kinds.${stopped.kind}`) });
  return (
    <>
      <PageHeader title={t("unsubscribe.title")} lead={lead} />
      <Card>
        <ActionForm id="unsubscribe" action={unsubscribeAction} doneMessage={t("unsubscribe.done")}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{t("unsubscribe.stop")}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}

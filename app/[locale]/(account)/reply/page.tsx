import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessageText } from "#components/conversations/message-text.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { replyByLinkAction } from "#lib/conversations/actions.ts";
import { LONGEST } from "#lib/conversations/limits.ts";
import { openReply } from "#lib/conversations/reply-queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("conversations.reply");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** What the link of a mail opens: the newest message of one thread and a box to answer, and nothing else of the case or its people. */
export default async function ReplyPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const t = await getTranslations("conversations");
  const page = typeof token === "string" ? await openReply(token) : null;
  if (!page)
    return (
      <>
        <PageHeader title={t("reply.expired")} lead={t("reply.expiredText")} />
        <ButtonLink href="/sign-in">{t("reply.signIn")}</ButtonLink>
      </>
    );
  const { newest } = page;
  return (
    <>
      <PageHeader title={t("reply.title")} lead={t("reply.lead")} />
      {newest ? (
        <Card className="mb-5">
          <p className="mb-2 text-sm text-slate">
            {t(`side.${newest.side}`)} · <DateText value={newest.at} time />
          </p>
          <MessageText body={newest.body} lang={newest.lang} names={[]} />
          <p className="mt-3 text-sm text-mute">{t("reply.files")}</p>
        </Card>
      ) : (
        <Notice tone="sea" title={t("reply.none")} />
      )}
      <ActionForm id="reply" action={replyByLinkAction} doneMessage={t("reply.done")}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="seen" value={newest?.seq ?? 0} />
        <TextArea name="body" label={t("reply.label")} rows={6} maxLength={LONGEST} />
        <SubmitButton>{t("reply.send")}</SubmitButton>
      </ActionForm>
    </>
  );
}

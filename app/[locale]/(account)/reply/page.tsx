import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MessageText } from "#components/conversations/message-text.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { replyByLinkAction } from "#lib/conversations/actions.ts";
import { LONGEST } from "#lib/conversations/limits.ts";
import { openReply } from "#lib/conversations/reply-queries.ts";
import { langTag } from "#lib/i18n/locales.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("conversations.reply");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { searchParams: Promise<{ token?: string; done?: string }> };

/**
 * What the link of a mail opens: the newest message of one thread, for which need it is, who reads the answer, and a box to write it;
 * nothing else of the case or its people.
 */
export default async function ReplyPage({ searchParams }: Props) {
  const { token = "", done } = await searchParams;
  const t = await getTranslations("conversations");
  const page = typeof token === "string" ? await openReply(token) : null;
  if (!page)
    return (
      <>
        <PageHeader title={t("reply.expired")} lead={t("reply.expiredText")} />
        <ButtonLink href="/sign-in">{t("reply.signIn")}</ButtonLink>
      </>
    );
  const { newest, need, code, party, path } = page;
  const about = (
    <p className="mb-5 [overflow-wrap:anywhere]">
      <span className="block text-sm text-mute">{t("reply.about", { code })}</span>
      <span lang={langTag(need.lang)} className="font-semibold">
        {need.title}
      </span>
    </p>
  );
  const signIn = `/sign-in?${new URLSearchParams({ callbackUrl: `/${await getLocale()}${path}` })}`;
  if (done === "sent")
    return (
      <>
        <PageHeader title={t("reply.title")} />
        {about}
        <div className="mb-5">
          <Notice tone="ok" live>
            {t("reply.done")}
          </Notice>
        </div>
        <ButtonLink href={signIn} tone="plain">
          {t("reply.toConversation")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader title={t("reply.title")} lead={t("reply.lead")} />
      {about}
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
      <ActionForm id="reply" action={replyByLinkAction}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="seen" value={newest?.seq ?? 0} />
        <TextArea
          name="body"
          label={t("reply.label")}
          help={party === "ALL" ? t("who.ALL") : t(`who.${party}.${party}` as never)}
          rows={6}
          maxLength={LONGEST}
        />
        <SubmitButton>{t("reply.send")}</SubmitButton>
      </ActionForm>
    </>
  );
}

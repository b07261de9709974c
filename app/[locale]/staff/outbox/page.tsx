import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { getFormat } from "#components/ui/get-format.ts";
import { Card, EmptyState, PageHeader } from "#components/ui/surface.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { NotFoundError } from "#lib/errors.ts";
import { fromDbLocale, langTag } from "#lib/i18n/locales.ts";
import { listOutbox } from "#lib/mail/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.outbox");
  return { title: t("title") };
}

/** A mail's text with its link made clickable. */
function MailText({ text, lang }: { text: string; lang: string }) {
  return (
    <p lang={lang} className="mt-2 whitespace-pre-line text-slate [overflow-wrap:anywhere]">
      {text.split(/(https?:\/\/\S+)/).map((part) =>
        /^https?:\/\//.test(part) ? (
          <a key={part} href={part} className="text-sea-700 underline">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

export default async function OutboxPage({ searchParams }: { searchParams: Promise<{ to?: string }> }) {
  const viewer = await pageViewer("/staff/outbox");
  const { to = "" } = await searchParams;
  const t = await getTranslations("accounts.outbox");
  const format = await getFormat();
  const mails = await listOutbox(viewer, to).catch((error) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <form className="mb-5 flex max-w-xl flex-wrap items-end gap-3">
        <label className="grow font-semibold">
          {t("search")}
          <input
            name="to"
            defaultValue={to}
            className="mt-1 block min-h-11 w-full rounded-md border border-field bg-paper px-3 font-normal"
          />
        </label>
        <Button type="submit" tone="plain">
          {t("find")}
        </Button>
      </form>
      {mails.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <ul className="grid max-w-4xl gap-4">
          {mails.map((mail) => (
            <Card as="li" key={mail.id}>
              <p className="text-sm text-mute">
                {t("to")}: {mail.recipient} ·{" "}
                {format.dateTime(mail.createdAt, { dateStyle: "medium", timeStyle: "medium" })}
              </p>
              <h2 lang={langTag(fromDbLocale(mail.locale))} className="mt-1 text-lg">
                {mail.subject}
              </h2>
              <MailText text={mail.text} lang={langTag(fromDbLocale(mail.locale))} />
            </Card>
          ))}
        </ul>
      )}
    </>
  );
}

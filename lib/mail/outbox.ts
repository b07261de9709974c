import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { type AppLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { render } from "./render.ts";

export type Mail = {
  to: string;
  /** whose mail it is: an account that is disabled before it goes out does not get it; none for links to an address */
  accountId?: string;
  locale: AppLocale;
  /** "<domain>.<name>": the texts are `<name>.subject`, `.body`, `.action` of the namespace `mail-<domain>` */
  template: `${string}.${string}`;
  params?: Record<string, string | number | Date>;
  /** a path of this site for the mail's one button, without the language, e.g. "/talent/invitations" */
  path?: string;
  /** several things in one mail, each with its own path */
  list?: { text: string; path: string }[];
  /** address of this site that stops mails of this sort with one click; for mails that people may switch off */
  unsubscribe?: string;
  /** not before: what it tells may be read until then */
  after?: Date;
  /** the entry for the reader's calendar */
  calendar?: MailCalendar;
  /** one mail for one key, however often it is asked for */
  key: string;
};

/** An iCalendar text (RFC 5545) and its method. */
export type MailCalendar = { method: "REQUEST" | "CANCEL"; content: string };

/** Puts a mail into the outbox in the transaction that causes it; the worker sends it, once. */
export async function sendMail(tx: Tx, mail: Mail) {
  const { subject, text, html } = await render(mail);
  const [created] = await tx.mailMessage.createManyAndReturn({
    data: [
      {
        idempotencyKey: mail.key,
        recipient: mail.to,
        accountId: mail.accountId ?? null,
        locale: toDbLocale(mail.locale),
        template: mail.template,
        subject,
        text,
        html,
        unsubscribe: mail.unsubscribe ?? null,
        calendar: mail.calendar,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) await enqueue(tx, "mail.send", { mailId: created.id }, { startAfter: mail.after });
}

/** Takes mails back that have not gone out yet, because what they tell was read. */
export async function dropMails(tx: Tx, keys: string[]) {
  if (keys.length > 0)
    await tx.mailMessage.updateMany({
      where: { idempotencyKey: { in: keys }, status: "QUEUED" },
      data: { status: "DROPPED" },
    });
}

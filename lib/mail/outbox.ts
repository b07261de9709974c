import { now } from "#lib/clock.ts";
import type { Tx } from "#lib/db.ts";
import { type AppLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { render } from "./render.ts";

export type Mail = {
  to: string;
  locale: AppLocale;
  /** "<domain>.<name>": the texts are `<name>.subject`, `.body`, `.action` of the namespace `mail-<domain>` */
  template: `${string}.${string}`;
  params?: Record<string, string | number>;
  /** a path of this site for the mail's one button, without the language, e.g. "/talent/invitations" */
  path?: string;
  /** one mail for one key, however often it is asked for */
  key: string;
};

/** Puts a mail into the outbox in the transaction that causes it; the worker sends it, once. */
export async function sendMail(tx: Tx, mail: Mail) {
  const { subject, text, html } = render(mail);
  const [created] = await tx.mailMessage.createManyAndReturn({
    data: [
      {
        idempotencyKey: mail.key,
        recipient: mail.to,
        locale: toDbLocale(mail.locale),
        template: mail.template,
        subject,
        text,
        html,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) await enqueue(tx, "mail.send", { mailId: created.id });
}

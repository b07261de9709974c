import nodemailer from "nodemailer";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { JOB_QUEUES } from "#lib/jobs/names.ts";
import { log } from "#lib/log.ts";
import type { MailCalendar } from "./outbox.ts";

/** A server that answers nothing holds up the next mail for so long at most. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** One click in a mail program ends mails of this sort (RFC 8058); the address takes a POST. */
const unsubscribing = (url: string | null) =>
  url ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : undefined;

/** What a mail program offers to put into the calendar, or to take out of it. */
const calendarPart = (stored: unknown) => {
  const calendar = stored as MailCalendar | null;
  return calendar ? { ...calendar, filename: "meeting.ics" } : undefined;
};

/**
 * Sends one mail of the outbox. It is given up when the server refuses its reader for good, or when the queue's tries are used up. Without SMTP it stays in the outbox, which staff can read in the demo.
 * The Message-ID is made from the row, so that a mail sent again after a crash is recognised as the same.
 */
export async function deliverMail({ mailId }: { mailId: string }) {
  const smtp = env().SMTP_URL;
  if (!smtp) return;
  const mail = await db.mailMessage.findUnique({ where: { id: mailId } });
  if (mail?.status !== "QUEUED") return;
  const transport = nodemailer.createTransport({ url: smtp, ...PATIENCE });
  try {
    await transport.sendMail({
      messageId: `<${mail.id}@talent-bridge>`,
      from: env().MAIL_FROM,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: unsubscribing(mail.unsubscribe),
      icalEvent: calendarPart(mail.calendar),
    });
  } catch (error) {
    // what a server says may name the reader, and logs name nobody
    const { code = "failed", responseCode = 0 } = error as { code?: string; responseCode?: number };
    const refused = code === "EENVELOPE" && responseCode >= 500;
    const given = refused || mail.attempts >= JOB_QUEUES["mail.send"].retryLimit;
    await db.mailMessage.update({
      where: { id: mail.id },
      data: { attempts: { increment: 1 }, ...(given ? { status: "FAILED" } : {}) },
    });
    const said = `smtp ${code} ${responseCode || ""}`.trim();
    if (!given) throw new Error(said);
    log.warn({ mail: mail.id, template: mail.template, error: said }, "a mail was given up");
    return;
  } finally {
    transport.close();
  }
  await db.mailMessage.updateMany({
    where: { id: mail.id },
    data: { status: "SENT", sentAt: now(), attempts: { increment: 1 } },
  });
}

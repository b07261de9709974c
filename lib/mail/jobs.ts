import nodemailer from "nodemailer";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { JOB_QUEUES } from "#lib/jobs/names.ts";
import { log } from "#lib/log.ts";
import type { MailStatus } from "#prisma/generated/enums.ts";
import type { MailCalendar } from "./outbox.ts";

/** A server that answers nothing holds up the next mail for so long at most; one that answers slowly, for the minute. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const A_MINUTE = 60_000;
/** Longer than one sending takes: who claimed a mail so long ago has ended without a word. */
const CLAIM = 2 * A_MINUTE;

/** One click in a mail program ends mails of this sort (RFC 8058); the address takes a POST. */
const unsubscribing = (url: string | null) =>
  url ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : undefined;

/** What a mail program offers to put into the calendar, or to take out of it. */
const calendarPart = (stored: unknown) => {
  const calendar = stored as MailCalendar | null;
  return calendar ? { ...calendar, filename: "meeting.ics" } : undefined;
};

/**
 * Sends one mail of the outbox. It is given up when the server refuses its reader for good, or when the queue's tries are used up, and
 * dropped when its account was disabled meanwhile. Without SMTP it stays in the outbox, which staff can read in the demo.
 * Whoever sends it claims it first, so that of several at once one sends. Between the server's yes and our own commit a crash
 * leaves it claimed, and it is sent again when the claim has run out: at least once, always under the Message-ID that is made from
 * the row, by which mail systems recognise it.
 * @throws Error when it is to be tried again: the server failed, or somebody else has claimed it
 */
export async function deliverMail({ mailId }: { mailId: string }) {
  const smtp = env().SMTP_URL;
  if (!smtp) return;
  const mail = await claim(mailId);
  if (!mail) return;
  if (!(await isReachable(mail.accountId))) return settle(mail.id, "DROPPED");
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
      signal: AbortSignal.timeout(A_MINUTE),
    });
  } catch (error) {
    // what a server says may name the reader, and logs name nobody
    const { code = "failed", command = "", responseCode = 0 } = error as SmtpError;
    // a server that refuses the sender, which is us, refuses everybody's mail until it is mended
    const refused = code === "EENVELOPE" && command === "RCPT TO" && responseCode >= 500;
    const given = refused || mail.attempts > JOB_QUEUES["mail.send"].retryLimit;
    await settle(mail.id, given ? "FAILED" : "QUEUED");
    const said = `smtp ${code} ${responseCode || ""}`.trim();
    if (!given) throw new Error(said);
    log.warn({ mail: mail.id, template: mail.template, error: said }, "a mail was given up");
    return;
  } finally {
    transport.close();
  }
  await settle(mail.id, "SENT");
}

type SmtpError = { code?: string; command?: string; responseCode?: number };

/** Takes a waiting mail for the caller alone; null when none waits. @throws Error when another has it */
async function claim(id: string) {
  const [mail] = await db.mailMessage.updateManyAndReturn({
    where: { id, status: "QUEUED", OR: [{ claimedUntil: null }, { claimedUntil: { lte: now() } }] },
    data: { claimedUntil: new Date(now().getTime() + CLAIM), attempts: { increment: 1 } },
  });
  if (!mail && (await db.mailMessage.count({ where: { id, status: "QUEUED" } })))
    throw new Error("is being sent");
  return mail ?? null;
}

/** Ends a claim. What was taken back meanwhile stays so, unless it has gone out. */
async function settle(id: string, status: MailStatus) {
  const sent = status === "SENT";
  await db.mailMessage.updateMany({
    where: { id, ...(sent ? {} : { status: "QUEUED" }) },
    data: { status, claimedUntil: null, ...(sent ? { sentAt: now() } : {}) },
  });
}

/** Mails to an address alone are links that it asked for. */
const isReachable = async (accountId: string | null) =>
  !accountId || (await db.account.count({ where: { id: accountId, disabledAt: null } })) > 0;

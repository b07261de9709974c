import nodemailer from "nodemailer";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";

/**
 * Sends one mail of the outbox. Without SMTP it stays in the outbox, which staff can read in the demo.
 * The Message-ID is made from the row, so that a mail sent again after a crash is recognised as the same.
 */
export async function deliverMail({ mailId }: { mailId: string }) {
  const smtp = env().SMTP_URL;
  if (!smtp) return;
  const mail = await db.mailMessage.findUnique({ where: { id: mailId } });
  if (!mail || mail.status === "SENT") return;
  try {
    await nodemailer.createTransport(smtp).sendMail({
      messageId: `<${mail.id}@talent-bridge>`,
      from: env().MAIL_FROM,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
  } catch (error) {
    await db.mailMessage.update({ where: { id: mail.id }, data: { attempts: { increment: 1 } } });
    throw error;
  }
  await db.mailMessage.updateMany({
    where: { id: mail.id },
    data: { status: "SENT", sentAt: now(), attempts: { increment: 1 } },
  });
}

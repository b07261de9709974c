import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { NotFoundError } from "#lib/errors.ts";

/** The newest mails, for staff of the demo only: elsewhere mails hold personal data and go to their readers. */
export async function listOutbox(viewer: Viewer, recipient: string) {
  if (!isStaff(viewer) || !env().BRIDGE_EMBEDDED || env().SMTP_URL) throw new NotFoundError();
  return db.mailMessage.findMany({
    where: recipient ? { recipient: { contains: recipient.toLowerCase() } } : {},
    select: { id: true, recipient: true, subject: true, text: true, createdAt: true, locale: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}

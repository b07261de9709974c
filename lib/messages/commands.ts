import { audit } from "#lib/audit/record.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { ConflictError, NotFoundError } from "#lib/errors.ts";
import { type AppLocale, fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { sendMail } from "#lib/mail/outbox.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { actedOnBy, readableBy } from "./policy.ts";
import type { ContactInput } from "./schema.ts";

/** Lays a message from the public form before the office it names. Returns its id; null for what a program filled in. */
export async function sendContactMessage(
  { website, ...message }: ContactInput,
  locale: AppLocale,
  key?: string,
): Promise<string | null> {
  if (website) return null;
  const visitor = systemViewer("Contact form");
  return transaction(visitor, (tx) =>
    once(tx, "contact", key, async () => {
      const { id } = await tx.contactMessage.create({
        data: { ...message, locale: toDbLocale(locale), officeSince: now(), createdAt: now() },
        select: { id: true },
      });
      await audit(tx, visitor, {
        action: "contactMessage.received",
        record: ["contactMessage", id],
        detail: { office: message.office, topic: message.topic },
      });
      return id;
    }),
  );
}

/** Sends the answer by mail, in the language the person wrote from. */
export async function answerContactMessage(
  viewer: Viewer,
  id: string,
  { answer, version }: { answer: string; version: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    await change(tx, viewer, id, version, {
      status: "ANSWERED",
      answer,
      answeredAt: now(),
      assigneeId: viewer.accountId,
    });
    const { email, locale, name } = await tx.contactMessage.findUniqueOrThrow({
      where: { id },
      select: { email: true, locale: true, name: true },
    });
    await sendMail(tx, {
      to: email,
      locale: fromDbLocale(locale),
      template: "messages.answered",
      params: { name, answer },
      path: "/contact",
      key: `messages.answered:${id}`,
    });
    await audit(tx, viewer, { action: "contactMessage.answered", record: ["contactMessage", id] });
  });
}

/** Gives an open message to the other office, with a note in the audit trail. */
export async function handOverContactMessage(
  viewer: Viewer,
  id: string,
  { note, version }: { note: string; version: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { office: from } = await inReach(tx, viewer, id);
    const office = from === "HONG_KONG" ? "YANTAI" : "HONG_KONG";
    await change(tx, viewer, id, version, { office, officeSince: now(), assigneeId: null });
    await audit(tx, viewer, {
      action: "contactMessage.handedOver",
      record: ["contactMessage", id],
      reason: note,
      detail: { office },
    });
  });
}

/** Lays an open message aside without an answer, e.g. an advertisement. */
export async function closeContactMessage(
  viewer: Viewer,
  id: string,
  { reason, version }: { reason?: string; version: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    await change(tx, viewer, id, version, { status: "CLOSED", assigneeId: viewer.accountId });
    await audit(tx, viewer, {
      action: "contactMessage.closed",
      record: ["contactMessage", id],
      reason: reason || undefined,
    });
  });
}

async function inReach(tx: Tx, viewer: Viewer, id: string) {
  const row = await tx.contactMessage.findFirst({
    where: { AND: [{ id }, readableBy(viewer)] },
    select: { office: true },
  });
  if (!row) throw new NotFoundError();
  return row;
}

/** A change of an open message that lies with the viewer's office and is still as the viewer saw it. */
async function change(
  tx: Tx,
  viewer: Viewer,
  id: string,
  version: number,
  data: Prisma.ContactMessageUpdateManyMutationInput & { assigneeId: string | null },
) {
  const { count } = await tx.contactMessage.updateMany({
    where: { AND: [{ id, version, status: "OPEN" }, actedOnBy(viewer)] },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 1) return;
  await inReach(tx, viewer, id);
  throw new ConflictError();
}

import type { Viewer } from "#lib/auth/viewer.ts";
import { tell } from "#lib/channels.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { InvalidError, NotFoundError } from "#lib/errors.ts";
import { fromDbLocale, toDbLocale } from "#lib/i18n/locales.ts";
import { once } from "#lib/idempotency.ts";
import { answerableBy, holdCase } from "#lib/introductions/acting.ts";
import { storeCaseFile, type Upload } from "#lib/introductions/files.ts";
import { noteResponse } from "#lib/introductions/journey-notices.ts";
import { sideOf } from "#lib/introductions/policy.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { readByKey } from "#lib/notifications/read.ts";
import type { MessageChannel } from "#prisma/generated/enums.ts";
import { MOST_FILES } from "./limits.ts";
import { threadKey } from "./notices.ts";
import { mentionsIn, peopleOf } from "./people.ts";
import { partiesOf, sidesOf, threadsOpenTo } from "./policy.ts";
import type { ThreadRef } from "./schema.ts";
import { scriptOf } from "./script.ts";

type Letter = ThreadRef & { body: string };
type How = { uploads?: Upload[]; key?: string; channel?: MessageChannel };

/**
 * Writes into a thread of a running case while both consents hold, once for a key. The row of the thread is locked until the
 * transaction ends, so that numbers have no gap and stand in the order of the commits.
 * @returns the message's number in its thread
 * @throws NotFoundError not a thread of this viewer; DomainError caseOver; InvalidError body, files
 */
export async function sendMessage(
  viewer: Viewer,
  letter: Letter,
  { uploads = [], key, channel = "PORTAL" }: How = {},
): Promise<number> {
  const { introductionId, party, body } = letter;
  if (!partiesOf(sideOf(viewer)).includes(party)) throw new NotFoundError();
  if (!body.trim() && uploads.length === 0) throw new InvalidError([{ path: "body", key: "messageEmpty" }]);
  if (uploads.length > MOST_FILES)
    throw new InvalidError([{ path: "files", key: "tooManyFiles", params: { maximum: MOST_FILES } }]);
  return transaction(viewer, (tx) =>
    once(tx, `conversation:${viewer.accountId}`, key, async () => {
      const held = await holdCase(tx, viewer, introductionId, answerableBy);
      const { id: threadId, lastSeq: seq } = await nextPlace(tx, letter);
      const people = await peopleOf(tx, viewer, held, party);
      const mentions = mentionsIn(body, people).filter((id) => id !== viewer.accountId);
      const { id: messageId } = await tx.threadMessage.create({
        data: {
          threadId,
          seq,
          authorId: viewer.accountId,
          side: sideOf(viewer),
          office: viewer.office,
          locale: toDbLocale(scriptOf(body, fromDbLocale(viewer.locale))),
          body: body.trim(),
          channel,
          mentions,
          createdAt: now(),
        },
        select: { id: true },
      });
      for (const upload of uploads) {
        const fileId = await storeCaseFile(tx, viewer, {
          introductionId,
          audience: [...sidesOf(party)],
          upload,
        });
        await tx.messageFile.create({ data: { fileId, messageId } });
      }
      await noteResponse(tx, viewer, held.id);
      await passOwn(tx, viewer, threadId, seq);
      await enqueue(tx, "conversations.tell", { messageId });
      await tell(tx, "conversation_changed", introductionId);
      return seq;
    }),
  );
}

/** The thread, made with its first message, and the next number in it. */
async function nextPlace(tx: Tx, { introductionId, party }: ThreadRef) {
  const time = now();
  await tx.thread.createMany({
    data: [{ introductionId, party, createdAt: time }],
    skipDuplicates: true,
  });
  return tx.thread.update({
    where: { introductionId_party: { introductionId, party } },
    data: { lastSeq: { increment: 1 }, lastAt: time },
    select: { id: true, lastSeq: true },
  });
}

/** The viewer has read a thread up to a message; never backwards. */
export async function markThreadRead(viewer: Viewer, ref: ThreadRef, seq: number): Promise<void> {
  const { introductionId, party } = ref;
  await transaction(viewer, async (tx) => {
    const thread = await tx.thread.findFirst({
      where: { AND: [{ introductionId, party }, threadsOpenTo(viewer)] },
      select: { id: true, lastSeq: true },
    });
    if (!thread) throw new NotFoundError();
    const moved = await markSeen(tx, viewer, thread.id, Math.min(seq, thread.lastSeq));
    if (moved) await tell(tx, "conversation_changed", introductionId);
  });
}

/** Returns whether it was news. What told of these messages is read with them. */
async function markSeen(tx: Tx, viewer: Viewer, threadId: string, seq: number): Promise<boolean> {
  if (!viewer.accountId) return false;
  const moved = await tx.$executeRaw`
    INSERT INTO "ThreadRead" ("threadId", "accountId", seq, at) VALUES (${threadId}::uuid, ${viewer.accountId}::uuid, ${seq}, ${now()})
    ON CONFLICT ("threadId", "accountId") DO UPDATE SET seq = EXCLUDED.seq, at = EXCLUDED.at WHERE "ThreadRead".seq < EXCLUDED.seq`;
  if (moved > 0) await readByKey(tx, viewer.accountId, threadKey(threadId));
  return moved > 0;
}

/** One's own message is nothing unread, unless something before it is. */
async function passOwn(tx: Tx, viewer: Viewer, threadId: string, seq: number) {
  if (!viewer.accountId) return;
  const read = await tx.threadRead.findUnique({
    where: { threadId_accountId: { threadId, accountId: viewer.accountId } },
    select: { seq: true },
  });
  if ((read?.seq ?? 0) === seq - 1) await markSeen(tx, viewer, threadId, seq);
}

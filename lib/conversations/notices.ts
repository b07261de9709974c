import { hashToken, newToken } from "#lib/auth/tokens.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { now } from "#lib/clock.ts";
import { type Tx, transaction } from "#lib/db.ts";
import { actingSelect, answerableBy } from "#lib/introductions/acting.ts";
import { casePath, readersOf } from "#lib/introductions/journey-notices.ts";
import { notify, type Told } from "#lib/notifications/notify.ts";
import type { ThreadParty } from "#prisma/generated/enums.ts";
import { sidesOf } from "./policy.ts";

const LINK_DAYS = 14;
const teller = systemViewer("conversations");

/** What all notifications of a thread begin their key with. */
export const threadKey = (threadId: string) => `thread:${threadId}:`;

/** The page of a thread in the workspace of whoever is told. */
const pageOf = (of: { id: string; matchId: string }, party: ThreadParty) =>
  casePath(of, `/conversation?thread=${party.toLowerCase()}`);

/**
 * Tells everybody else at the thread who has not read the message yet: who is named by @ for each message, the others once until
 * they have read. Nobody hears of a case in which nothing more may be said.
 */
export async function tellOfMessage(messageId: string): Promise<void> {
  await transaction(teller, async (tx) => {
    const message = await tx.threadMessage.findUnique({
      where: { id: messageId },
      select: {
        id: true,
        seq: true,
        authorId: true,
        mentions: true,
        thread: { select: { id: true, party: true, introductionId: true } },
      },
    });
    if (!message) return;
    const { id: threadId, party, introductionId } = message.thread;
    const of = await tx.introduction.findFirst({
      where: { AND: [{ id: introductionId }, answerableBy(teller)] },
      select: { ...actingSelect, need: { select: { title: true } } },
    });
    if (!of) return;
    const others: string[] = [];
    for (const side of sidesOf(party)) others.push(...(await readersOf(tx, of, side)));
    const readTo = await readStates(tx, threadId);
    const waiting = (id: string) => id !== message.authorId && (readTo.get(id) ?? 0) < message.seq;
    const about = {
      params: { code: of.code, title: of.need.title },
      path: pageOf(of, party),
      mailPath: (told: Told) => linkFor(tx, threadId, pageOf(of, party)(told), told),
    };
    await notify(tx, {
      ...about,
      to: message.mentions.filter(waiting),
      kind: "mentioned",
      key: `${threadKey(threadId)}mention:${message.id}`,
    });
    await notify(tx, {
      ...about,
      to: others.filter((id) => waiting(id) && !message.mentions.includes(id)),
      kind: "messageReceived",
      key: ({ id }) => `${threadKey(threadId)}after:${readTo.get(id) ?? 0}`,
    });
  });
}

async function readStates(tx: Tx, threadId: string): Promise<ReadonlyMap<string, number>> {
  const reads = await tx.threadRead.findMany({
    where: { threadId },
    select: { accountId: true, seq: true },
    take: 500,
  });
  return new Map(reads.map(({ accountId, seq }) => [accountId, seq]));
}

/** Staff sign in to answer. For the others the mail's link opens this thread's newest message and a box to reply, and nothing else. */
async function linkFor(tx: Tx, threadId: string, page: string, told: Told): Promise<string> {
  if (told.role === "OFFICER" || told.role === "ADMIN") return page;
  const token = newToken();
  await tx.replyLink.create({
    data: {
      tokenHash: hashToken(token),
      threadId,
      accountId: told.id,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + LINK_DAYS * 86_400_000),
    },
  });
  return `/reply?token=${token}`;
}

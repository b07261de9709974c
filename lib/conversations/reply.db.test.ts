import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { at, now } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { mailsTo } from "#lib/matches/test-support.ts";
import { sendMessage } from "./commands.ts";
import { tellOfMessage } from "./notices.ts";
import { listMessages } from "./queries.ts";
import { purgeReplyLinks, replyByLink } from "./reply-commands.ts";
import { openReply } from "./reply-queries.ts";
import { type MadeCase, makeCase, withdrawConsents } from "./test-support.ts";

useDatabase();

const DAY = 86_400_000;
const later = (days: number) => new Date(now().getTime() + days * DAY);
const thread = (of: MadeCase) => ({ introductionId: of.id, party: "TALENT" as const });

/** A case in which staff has written to the talent, and the token of the mail that told of it. */
async function written() {
  const of = await makeCase();
  const seq = await sendMessage(of.officer, { ...thread(of), body: "Which day suits you?" });
  const { id } = await transaction(systemViewer("test"), (tx) =>
    tx.threadMessage.findFirstOrThrow({ where: { seq, thread: thread(of) } }),
  );
  await tellOfMessage(id);
  const mail = (await mailsTo(of.talent.email)).at(-1)!;
  return { of, token: /token=([\w-]+)/.exec(mail.text)![1]! };
}

test("shows the newest message of its thread without files, and takes an answer in the reader's name", async () => {
  const { of, token } = await written();
  await sendMessage(of.member, { introductionId: of.id, party: "ENTERPRISE", body: "不给人才看" });
  await sendMessage(of.member, { introductionId: of.id, party: "ALL", body: "另一个对话" });
  const page = await openReply(token);
  expect(page!.newest).toMatchObject({ body: "Which day suits you?", files: [], seq: 1 });
  expect(JSON.stringify(page)).not.toMatch(/不给人才看|另一个对话/);
  await replyByLink({ token, body: "Friday", seen: 1 }, "key");
  await replyByLink({ token, body: "Friday", seen: 1 }, "key");
  const { messages } = (await listMessages(of.officer, thread(of), {}))!;
  expect(messages.map(({ body, channel, side }) => [body, channel, side])).toEqual([
    ["Which day suits you?", "PORTAL", "STAFF"],
    ["Friday", "MAIL_LINK", "TALENT"],
  ]);
  const unread = { accountId: of.talent.accountId!, kind: "messageReceived", readAt: null };
  expect(await db.notification.count({ where: unread })).toBe(0);
});

test("only the hash of a link is stored, and staff get none", async () => {
  const { of, token } = await written();
  expect(await db.replyLink.count({ where: { tokenHash: token } })).toBe(0);
  const seq = await sendMessage(of.talent, { ...thread(of), body: "hello" });
  const { id } = await transaction(systemViewer("test"), (tx) =>
    tx.threadMessage.findFirstOrThrow({ where: { seq, thread: thread(of) } }),
  );
  await tellOfMessage(id);
  const mail = (await mailsTo(of.officer.email)).at(-1)!;
  expect(mail.text).toContain(`/staff/introductions/${of.id}/conversation?thread=talent`);
  expect(mail.text).not.toContain("/reply");
});

test.each([
  ["after fourteen days", async () => undefined, 14.1],
  ["when a consent was withdrawn", (of: MadeCase) => withdrawConsents(of.matchId), 0],
  [
    "when the account was disabled",
    (of: MadeCase) => db.account.update({ where: { id: of.talent.accountId! }, data: { disabledAt: now() } }),
    0,
  ],
  [
    "when the case has ended",
    (of: MadeCase) => db.introduction.update({ where: { id: of.id }, data: { status: "NO_FIT" } }),
    0,
  ],
] as const)("opens nothing %s", async (_name, happens, days) => {
  const { of, token } = await written();
  expect(await openReply(token)).not.toBeNull();
  await happens(of);
  await at(later(days), async () => {
    expect(await openReply(token)).toBeNull();
    await expect(replyByLink({ token, body: "x", seen: 1 })).rejects.toMatchObject({ key: "linkExpired" });
  });
});

test("an unknown link opens nothing, and expired ones are removed", async () => {
  await written();
  expect(await openReply("A".repeat(43))).toBeNull();
  await at(later(15), purgeReplyLinks);
  expect(await db.replyLink.count()).toBe(0);
});

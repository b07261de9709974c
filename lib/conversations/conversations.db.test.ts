import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { db, transaction } from "#lib/db.ts";
import { DomainError, InvalidError, NotFoundError } from "#lib/errors.ts";
import { filesOf, openCaseFile, withUploads } from "#lib/introductions/files.ts";
import { mailsTo, makeAccount } from "#lib/matches/test-support.ts";
import { getOwnCopy } from "#lib/talents/copy-query.ts";
import { getDisclosures } from "#lib/talents/ledger-queries.ts";
import type { ThreadParty } from "#prisma/generated/enums.ts";
import { markThreadRead, sendMessage } from "./commands.ts";
import { forgetConversations } from "./forget-commands.ts";
import { tellOfMessage } from "./notices.ts";
import { convertMessage, getConversation, getHeads, listMessages } from "./queries.ts";
import { endCase, type MadeCase, makeCase, withdrawConsents } from "./test-support.ts";

useDatabase();

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
let made: MadeCase;
beforeAll(async () => {
  made = await makeCase();
});
const ref = (of: MadeCase, party: ThreadParty) => ({ introductionId: of.id, party });
type Who = "talent" | "member" | "officer";
const write = (of: MadeCase, who: Who, party: ThreadParty, body: string) =>
  sendMessage(of[who], { ...ref(of, party), body });
/** Writes, and carries out the job that tells the others. */
async function writeAndTell(of: MadeCase, who: Who, party: ThreadParty, body: string) {
  const seq = await write(of, who, party, body);
  const { id } = await inSystem((tx) =>
    tx.threadMessage.findFirstOrThrow({ where: { seq, thread: ref(of, party) } }),
  );
  await Promise.all([tellOfMessage(id), tellOfMessage(id)]);
}
const bodies = async (of: MadeCase, who: Who, party: ThreadParty) =>
  (await listMessages(of[who], ref(of, party), {}))?.messages.map((message) => message.body) ?? null;
const inSystem = <T>(work: Parameters<typeof transaction<T>>[1]) => transaction(systemViewer("test"), work);

describe("who reads and writes what", () => {
  test("each side has its own thread with the workstation and one with all", async () => {
    const of = await makeCase();
    await write(of, "talent", "TALENT", "only for the office");
    await write(of, "member", "ENTERPRISE", "只给工作站");
    await write(of, "officer", "ALL", "大家好");
    expect(await bodies(of, "officer", "TALENT")).toEqual(["only for the office"]);
    expect(await bodies(of, "officer", "ENTERPRISE")).toEqual(["只给工作站"]);
    for (const who of ["talent", "member", "officer"] as const)
      expect(await bodies(of, who, "ALL")).toEqual(["大家好"]);
    expect(await bodies(of, "member", "TALENT")).toBeNull();
    expect(await bodies(of, "talent", "ENTERPRISE")).toBeNull();
    await expect(write(of, "member", "TALENT", "x")).rejects.toBeInstanceOf(NotFoundError);
    await expect(write(of, "talent", "ENTERPRISE", "x")).rejects.toBeInstanceOf(NotFoundError);
    const conversation = await getConversation(of.member, ref(of, "ALL"));
    expect(conversation!.threads.map((thread) => thread.party)).toEqual(["ALL", "ENTERPRISE"]);
    expect((await getHeads(of.talent, of.id))!.map((thread) => thread.party).sort()).toEqual([
      "ALL",
      "TALENT",
    ]);
  });

  test("the person takes what was said with them along, and nothing of the other side's thread", async () => {
    const of = await makeCase();
    await write(of, "talent", "TALENT", "for the office");
    await write(of, "officer", "ALL", "for everybody");
    await write(of, "member", "ENTERPRISE", "only of the enterprise");
    const copy = JSON.stringify(await getOwnCopy(of.talent));
    for (const body of ["for the office", "for everybody"]) expect(copy).toContain(body);
    expect(copy).not.toContain("only of the enterprise");
  });

  test("people of other cases read and write nothing of it", async () => {
    const other = await makeCase();
    await write(made, "talent", "ALL", "hello");
    for (const who of ["talent", "member"] as const) {
      expect(await listMessages(other[who], ref(made, "ALL"), {})).toBeNull();
      expect(await getConversation(other[who], ref(made, "ALL"))).toBeNull();
      expect(await getHeads(other[who], made.id)).toBeNull();
      await expect(sendMessage(other[who], { ...ref(made, "ALL"), body: "x" })).rejects.toBeInstanceOf(
        NotFoundError,
      );
      await expect(markThreadRead(other[who], ref(made, "ALL"), 1)).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("row-level security shows the other side's thread to nobody, whatever a query asks", async () => {
    const of = await makeCase();
    await write(of, "talent", "TALENT", "private");
    await write(of, "member", "ENTERPRISE", "内部");
    const seen = (viewer: MadeCase["talent"]) =>
      transaction(viewer, async (tx) => (await tx.threadMessage.findMany()).map((row) => row.body));
    expect(await seen(of.talent)).toEqual(["private"]);
    expect(await seen(of.member)).toEqual(["内部"]);
    expect(await db.threadMessage.findMany()).toEqual([]);
    await transaction(of.officer, (tx) => tx.threadMessage.updateMany({ data: { body: "changed" } }));
    expect(await bodies(of, "officer", "TALENT")).toEqual(["private"]);
  });

  test("an enterprise reads the talent's name only under the consent to it", async () => {
    const anonymous = await makeCase(["anonymous"]);
    await write(anonymous, "talent", "ALL", "hi");
    const { code } = await db.talent.findUniqueOrThrow({ where: { id: anonymous.talentId } });
    const shown = await listMessages(anonymous.member, ref(anonymous, "ALL"), {});
    expect(shown!.messages[0]!.author).toBe(code);
    const people = (await getConversation(anonymous.member, ref(anonymous, "ALL")))!.people;
    expect(JSON.stringify(people)).not.toContain(anonymous.talent.name);
    await write(made, "talent", "ALL", "hi");
    const named = await listMessages(made.member, ref(made, "ALL"), {});
    expect(named!.messages.at(-1)!.author).toBe("陳大文");
  });
});

describe("a withdrawal", () => {
  test("stops everybody from writing and the enterprise from reading at once, before any job", async () => {
    const of = await makeCase();
    await write(of, "talent", "ALL", "before");
    const [file] = await withUploads(
      [{ name: "a.png", bytes: PNG }],
      { path: "files", locale: "en" },
      (uploads) => sendMessage(of.talent, { ...ref(of, "ALL"), body: "" }, { uploads }).then(() => uploads),
    );
    const fileId = await inSystem(
      async (tx) => (await tx.caseFile.findFirstOrThrow({ where: { storageKey: file!.storageKey } })).id,
    );
    expect(await openCaseFile(of.member, fileId)).not.toBeNull();
    await withdrawConsents(of.matchId);
    for (const who of ["talent", "member", "officer"] as const)
      await expect(write(of, who, "ALL", "after")).rejects.toBeInstanceOf(DomainError);
    expect(await bodies(of, "member", "ALL")).toBeNull();
    expect(await openCaseFile(of.member, fileId)).toBeNull();
    expect(await bodies(of, "talent", "ALL")).toEqual(["before", ""]);
    expect((await getConversation(of.officer, ref(of, "ALL")))!.writable).toBe(false);
    await endCase(of.matchId);
    await expect(write(of, "officer", "TALENT", "after")).rejects.toMatchObject({ key: "caseOver" });
    expect(await bodies(of, "officer", "ALL")).toEqual(["before", ""]);
  });

  test("racing with messages leaves each either whole before it or refused", async () => {
    const of = await makeCase();
    const results = await Promise.allSettled([
      ...Array.from({ length: 6 }, (_, index) => write(of, "talent", "ALL", `m${index}`)),
      withdrawConsents(of.matchId),
      ...Array.from({ length: 6 }, (_, index) => write(of, "officer", "ALL", `o${index}`)),
    ]);
    const written = results.filter((one) => one.status === "fulfilled" && typeof one.value === "number");
    expect(await bodies(of, "officer", "ALL")).toHaveLength(written.length);
    expect(await bodies(of, "member", "ALL")).toBeNull();
  });
});

describe("numbers", () => {
  test("have no gap and no double however many write at once, also those that fail", async () => {
    const of = await makeCase();
    const authors = ["talent", "member", "officer"] as const;
    const results = await Promise.allSettled([
      ...Array.from({ length: 24 }, (_, index) => write(of, authors[index % 3]!, "ALL", `message ${index}`)),
      write(of, "talent", "ALL", "   "),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(24);
    const page = await listMessages(of.officer, ref(of, "ALL"), { after: 0 });
    expect(page!.messages.map((message) => message.seq)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 1),
    );
    const times = page!.messages.map((message) => message.at);
    expect([...times].sort()).toEqual(times);
  });

  test("a retry and a double click are one message with one answer", async () => {
    const of = await makeCase();
    const send = () => sendMessage(of.talent, { ...ref(of, "ALL"), body: "once" }, { key: "k1" });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers).toEqual([1, 1, 1]);
    expect(await send()).toBe(1);
    expect(await bodies(of, "talent", "ALL")).toEqual(["once"]);
    // another person's equal key is another message
    expect(await sendMessage(of.officer, { ...ref(of, "ALL"), body: "mine" }, { key: "k1" })).toBe(2);
  });

  test("pages go back from the newest and forward from a number", async () => {
    const of = await makeCase();
    for (let index = 1; index <= 45; index++) await write(of, "officer", "TALENT", `n${index}`);
    const newest = await listMessages(of.talent, ref(of, "TALENT"), {});
    expect([newest!.messages[0]!.seq, newest!.messages.at(-1)!.seq, newest!.earlier]).toEqual([6, 45, true]);
    const earlier = await listMessages(of.talent, ref(of, "TALENT"), { before: 6 });
    expect([earlier!.messages.length, earlier!.earlier]).toEqual([5, false]);
    expect((await listMessages(of.talent, ref(of, "TALENT"), { after: 43 }))!.messages).toHaveLength(2);
  });
});

describe("read state", () => {
  test("is by account, never goes back, and only staff see it of others", async () => {
    const of = await makeCase();
    await write(of, "officer", "ALL", "one");
    await write(of, "officer", "ALL", "two");
    const unread = async (viewer: MadeCase["talent"]) =>
      (await getConversation(viewer, ref(of, "ALL")))!.threads.find((one) => one.party === "ALL")!.unread;
    expect([await unread(of.talent), await unread(of.member), await unread(of.officer)]).toEqual([2, 2, 0]);
    await markThreadRead(of.talent, ref(of, "ALL"), 1);
    expect(await unread(of.talent)).toBe(1);
    await markThreadRead(of.talent, ref(of, "ALL"), 99);
    await markThreadRead(of.talent, ref(of, "ALL"), 1);
    expect([await unread(of.talent), await unread(of.member)]).toEqual([0, 2]);
    const staff = await listMessages(of.officer, ref(of, "ALL"), {});
    expect(staff!.readers).toContainEqual({ name: of.talent.name, side: "TALENT", seq: 2 });
    expect((await listMessages(of.member, ref(of, "ALL"), {}))!.readers).toEqual([]);
  });

  test("an own message does not hide an unread one before it", async () => {
    const of = await makeCase();
    await write(of, "officer", "ALL", "question");
    await write(of, "talent", "ALL", "crossed it");
    const [all] = (await getConversation(of.talent, ref(of, "ALL")))!.threads;
    expect(all!.unread).toBe(2);
  });
});

describe("telling", () => {
  test("one notification and one mail until it is read, then again; a mention always", async () => {
    const of = await makeCase();
    const heard = { accountId: of.talent.accountId!, kind: { in: ["messageReceived", "mentioned"] } };
    const told = () => db.notification.count({ where: heard });
    const before = (await mailsTo(of.talent.email)).length;
    await writeAndTell(of, "officer", "TALENT", "one");
    await writeAndTell(of, "officer", "TALENT", "two");
    expect([await told(), (await mailsTo(of.talent.email)).length - before]).toEqual([1, 1]);
    await writeAndTell(of, "officer", "TALENT", `@${of.talent.name} three`);
    expect([await told(), (await mailsTo(of.talent.email)).length - before]).toEqual([2, 2]);
    await markThreadRead(of.talent, ref(of, "TALENT"), 3);
    expect(await db.notification.count({ where: { ...heard, readAt: null } })).toBe(0);
    await writeAndTell(of, "officer", "TALENT", "four");
    expect([await told(), (await mailsTo(of.talent.email)).length - before]).toEqual([3, 3]);
    const mails = (await mailsTo(of.talent.email)).slice(before);
    expect(mails.map((mail) => mail.status)).toEqual(["DROPPED", "DROPPED", "QUEUED"]);
    for (const mail of mails) expect(mail.text + mail.html).not.toMatch(/\b(one|two|three|four)\b/);
  });

  test("names people by @, the longer name first, and nobody outside the thread", async () => {
    const of = await makeCase();
    const colleague = await makeAccount({ office: "YANTAI", displayName: "Officer Yan Li" });
    await write(of, "talent", "TALENT", `@Officer Yan Li please, @${of.member.name}`);
    const row = await inSystem((tx) =>
      tx.threadMessage.findFirstOrThrow({ where: { thread: { introductionId: of.id } } }),
    );
    expect(row.mentions).toEqual([colleague.accountId]);
  });
});

describe("files", () => {
  test("an enterprise's download is noted for the talent, also of what staff sent where the talent does not read", async () => {
    const of = await makeCase();
    const sent = async (who: "officer" | "member", name: string) => {
      await withUploads([{ name, bytes: PNG }], { path: "files", locale: "en" }, (uploads) =>
        sendMessage(of[who], { ...ref(of, "ENTERPRISE"), body: "see" }, { uploads }),
      );
      const where = { introductionId: of.id, filename: name };
      return inSystem(async (tx) => (await tx.caseFile.findFirstOrThrow({ where })).id);
    };
    const noted = async () => (await getDisclosures(of.talent)).disclosures;
    expect(await openCaseFile(of.member, await sent("member", "own.png"))).not.toBeNull();
    expect(await noted()).toEqual([]);
    const fileId = await sent("officer", "cv-chan.png");
    expect(await openCaseFile(of.officer, fileId)).not.toBeNull();
    expect(await noted()).toEqual([]);
    expect(await openCaseFile(of.member, fileId)).not.toBeNull();
    expect(await noted()).toMatchObject([{ purpose: "introduction", categories: ["case_file"] }]);
  });

  test("are those of their thread, leave nothing behind when refused, and once for a retry", async () => {
    const of = await makeCase();
    const send = (bytes: Uint8Array, name: string, key?: string) =>
      withUploads([{ name, bytes }], { path: "files", locale: "en" }, (uploads) =>
        sendMessage(of.talent, { ...ref(of, "TALENT"), body: "see" }, { uploads, key }),
      );
    await send(PNG, "证书.png", "f1");
    await send(PNG, "证书.png", "f1");
    const [view] = (await listMessages(of.officer, ref(of, "TALENT"), {}))!.messages;
    expect(view!.files.map((file) => file.filename)).toEqual(["证书.png"]);
    const rows = await inSystem((tx) => tx.caseFile.findMany({ where: { introductionId: of.id } }));
    expect(rows).toHaveLength(1);
    expect(await openCaseFile(of.member, rows[0]!.id)).toBeNull();
    expect(await openCaseFile(of.officer, rows[0]!.id)).toMatchObject({ mediaType: "image/png" });
    await expect(send(new TextEncoder().encode("MZ not a picture"), "x.png")).rejects.toBeInstanceOf(
      InvalidError,
    );
    expect(await bodies(of, "talent", "TALENT")).toEqual(["see"]);
  });

  test("of a form are those that were chosen", async () => {
    const form = new FormData();
    form.append("files", new File([], ""));
    form.append("files", new File([], "undefined"));
    form.append("files", new File([PNG], "a.png"));
    expect((await filesOf(form, "files")).map(({ name }) => name)).toEqual(["a.png"]);
  });
});

test("a message is converted for a reader of the other script, and for nobody else", async () => {
  const of = await makeCase();
  await write(of, "officer", "ALL", "請提供學歷證明");
  const [message] = (await listMessages(of.member, ref(of, "ALL"), {}, "zh-Hans"))!.messages;
  expect(message).toMatchObject({ lang: "zh-Hant", convertible: true });
  expect(await convertMessage(of.member, message!.id, "zh-Hans")).toBe("请提供学历证明");
  expect(await convertMessage(of.member, message!.id, "en")).toBeNull();
  expect(await convertMessage((await makeCase()).member, message!.id, "zh-Hans")).toBeNull();
});

test("an erasure takes the conversations and files with it", async () => {
  const of = await makeCase();
  await withUploads([{ name: "a.png", bytes: PNG }], { path: "files", locale: "en" }, (uploads) =>
    sendMessage(of.talent, { ...ref(of, "ALL"), body: "my number is 5550" }, { uploads }),
  );
  await forgetConversations(of.talentId);
  const left = await inSystem(async (tx) => [
    await tx.threadMessage.count({ where: { thread: { introductionId: of.id } } }),
    await tx.caseFile.count({ where: { introductionId: of.id } }),
  ]);
  expect(left).toEqual([0, 0]);
});

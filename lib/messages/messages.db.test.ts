import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { viewerOf } from "#lib/auth/session.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import {
  answerContactMessage,
  closeContactMessage,
  handOverContactMessage,
  sendContactMessage,
} from "./commands.ts";
import { purgeContactMessages } from "./jobs.ts";
import { countOpenMessages, getContactMessage, listContactMessages } from "./queries.ts";
import { type ContactInput, contactInput } from "./schema.ts";

useDatabase();

const message: ContactInput = {
  office: "HONG_KONG",
  topic: "talent",
  name: "陳示範",
  email: "visitor@example.com",
  body: "請問如何建立檔案？\n謝謝",
  website: "",
};
let hongKong: Viewer;
let yantai: Viewer;
let talent: Viewer;

async function person(email: string, role: "OFFICER" | "TALENT", office?: "HONG_KONG" | "YANTAI") {
  await transaction(systemViewer("test"), (tx) =>
    createAccount(tx, {
      email,
      password: "a fine long password",
      displayName: email,
      role,
      office,
      locale: "en",
      verified: true,
    }),
  );
  return viewerOf(email);
}

const send = async (key?: string, more: Partial<ContactInput> = {}) =>
  (await sendContactMessage({ ...message, ...more }, "zh-Hant", key)) ?? "";
const eventsOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { recordId: id }, orderBy: { id: "asc" } })).map(
    (one) => one.action,
  );

beforeAll(async () => {
  hongKong = await person("hk@example.com", "OFFICER", "HONG_KONG");
  yantai = await person("yt@example.com", "OFFICER", "YANTAI");
  talent = await person("talent@example.com", "TALENT");
});

describe("a message to the workstation", () => {
  it("is one message however often the same form is sent, at once or later", async () => {
    const [first, second] = await Promise.all([send("same-key"), send("same-key")]);
    expect(second).toBe(first);
    expect(await send("same-key")).toBe(first);
    expect(await db.contactMessage.count({ where: { id: first } })).toBe(1);
    expect(await eventsOf(first)).toEqual(["contactMessage.received"]);
  });

  it("is not kept when the field that people do not see is filled in", async () => {
    const before = await db.contactMessage.count();
    expect(await sendContactMessage({ ...message, website: "https://spam.example" }, "en")).toBeNull();
    expect(await db.contactMessage.count()).toBe(before);
  });

  it("never puts name, address or text into the audit trail", async () => {
    const id = await send();
    const events = await db.auditEvent.findMany({ where: { recordId: id } });
    const text = JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value));
    for (const secret of [message.name, message.email, message.body]) expect(text).not.toContain(secret);
  });

  it("refuses unknown fields, long texts and wrong addresses", () => {
    expect(contactInput.safeParse({ ...message, status: "CLOSED" }).success).toBe(false);
    expect(contactInput.safeParse({ ...message, body: "長".repeat(4001) }).success).toBe(false);
    expect(contactInput.safeParse({ ...message, email: "not an address" }).success).toBe(false);
  });
});

describe("staff", () => {
  it("answer it once: of two at the same moment one is refused, and one mail goes out in the person's language", async () => {
    const id = await send();
    const colleague = await person("hk2@example.com", "OFFICER", "HONG_KONG");
    const answer = { answer: "你好，請先登記。", version: 1 };
    const both = await Promise.allSettled([
      answerContactMessage(hongKong, id, answer),
      answerContactMessage(colleague, id, answer),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { key: "conflict" } });
    const mails = await db.mailMessage.findMany({ where: { idempotencyKey: `messages.answered:${id}` } });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      recipient: message.email,
      locale: "zh_Hant",
      subject: "我們對你查詢的回覆",
    });
    expect(await eventsOf(id)).toEqual(["contactMessage.received", "contactMessage.answered"]);
  });

  it("hand it to the other office, which alone may then act", async () => {
    const id = await send();
    await handOverContactMessage(hongKong, id, { note: "屬煙台事務", version: 1 });
    expect(await getContactMessage(hongKong, id)).toMatchObject({
      office: "YANTAI",
      version: 2,
      can: { answer: false, handOver: false, close: false },
    });
    await expect(closeContactMessage(hongKong, id, { version: 2 })).rejects.toMatchObject({
      key: "conflict",
    });
    await closeContactMessage(yantai, id, { reason: "廣告", version: 2 });
    expect(await getContactMessage(yantai, id)).toMatchObject({ status: "CLOSED" });
    await expect(answerContactMessage(yantai, id, { answer: "晚了", version: 3 })).rejects.toMatchObject({
      key: "conflict",
    });
  });

  it("see open messages oldest first, page by page", async () => {
    for (let day = 1; day <= 32; day++)
      await at(new Date(Date.UTC(2026, 0, day)), () => send(undefined, { office: "YANTAI" }));
    const first = await listContactMessages(yantai, { office: "YANTAI" });
    const second = await listContactMessages(yantai, { office: "YANTAI", after: first.next });
    expect(first.items).toHaveLength(30);
    expect(first.items[0]?.createdAt.toISOString()).toBe("2026-01-01T00:00:00.000Z");
    expect(second.items.map((one) => one.id)).not.toContain(first.items[29]?.id);
    expect(second.items.length).toBeGreaterThanOrEqual(2);
    expect((await countOpenMessages(yantai)).YANTAI).toBeGreaterThanOrEqual(32);
  });
});

describe("others", () => {
  it("read nothing and change nothing", async () => {
    const id = await send();
    expect((await listContactMessages(talent)).items).toEqual([]);
    expect(await getContactMessage(talent, id)).toBeNull();
    expect(await countOpenMessages(talent)).toEqual({ HONG_KONG: 0, YANTAI: 0 });
    for (const attempt of [
      () => answerContactMessage(talent, id, { answer: "x", version: 1 }),
      () => handOverContactMessage(talent, id, { note: "x", version: 1 }),
      () => closeContactMessage(talent, id, { version: 1 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ key: "notFound" });
    expect(await db.contactMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "OPEN",
      version: 1,
    });
  });
});

it("messages are removed a year after they were written, not a day before", async () => {
  const id = await at(new Date("2025-03-10T00:00:00Z"), () => send());
  await at(new Date("2026-03-09T00:00:00Z"), purgeContactMessages);
  expect(await db.contactMessage.count({ where: { id } })).toBe(1);
  await at(new Date("2026-03-11T00:00:00Z"), purgeContactMessages);
  expect(await db.contactMessage.count({ where: { id } })).toBe(0);
});

import { expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer, type Viewer } from "#lib/auth/viewer.ts";
import { at } from "#lib/clock.ts";
import { db, transaction } from "#lib/db.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages.ts";
import { mailsTo, makeAccount } from "#lib/matches/test-support.ts";
import { sendDigests } from "./digest.ts";
import { groupOf, KINDS, type Kind, templateOf } from "./kinds.ts";
import { type News, notify } from "./notify.ts";
import { choosePreferences, unsubscribe } from "./preferences.ts";
import { countUnread, listNotifications, listPreferences } from "./queries.ts";
import { readNotifications } from "./read.ts";
import { readUnsubscribeToken, unsubscribeToken } from "./unsubscribe.ts";

useDatabase();

const teller = systemViewer("test");
const ABOUT = { code: "C-3KX8P", title: "海上風電" };
const told = (news: News) => transaction(teller, (tx) => notify(tx, news));
const message = (to: Viewer, key: string): News => ({
  to: to.accountId!,
  kind: "messageReceived",
  params: ABOUT,
  path: "/talent/introductions/x/conversation",
  key,
});
const talent = () => makeAccount({ role: "TALENT", office: null, locale: "zh_Hant" });

test("is told once for its key, however many tell at once", async () => {
  const reader = await talent();
  const answers = await Promise.all(Array.from({ length: 4 }, () => told(message(reader, "k"))));
  expect(answers.flat()).toEqual([reader.accountId]);
  expect(await countUnread(reader)).toBe(1);
  expect(await mailsTo(reader.email)).toHaveLength(1);
});

test("speaks the reader's language when it is read, with dates in it", async () => {
  const reader = await talent();
  await told({
    to: reader.accountId!,
    kind: "taskDue",
    params: {
      ...ABOUT,
      task: { "zh-Hant": "上傳學歷證明", en: "Upload your degree" },
      on: new Date("2026-12-01T00:00:00+08:00"),
    },
    path: "/talent",
    key: "due",
  });
  const line = async (locale: (typeof LOCALES)[number]) =>
    (await listNotifications(reader, locale)).items[0]!.text;
  expect(await line("en")).toBe("Due on 1 Dec 2026: Upload your degree (“海上風電”)");
  expect(await line("zh-Hant")).toBe("2026年12月1日到期：上傳學歷證明（「海上風電」）");
  // what does not exist in a language shows in one that it has
  expect(await line("zh-Hans")).toBe("2026年12月1日到期：Upload your degree（“海上風電”）");
  expect((await mailsTo(reader.email))[0]!.text).toContain("「上傳學歷證明」將於2026年12月1日到期");
});

test("a row from before texts named the need and whose task it is still shows", async () => {
  const reader = await talent();
  await told({
    to: reader.accountId!,
    kind: "taskOverdue",
    params: { ...ABOUT, task: "x", whose: "OWN", on: new Date() },
    path: "/talent",
    key: "old",
  });
  await db.notification.updateMany({
    where: { accountId: reader.accountId! },
    data: { params: { code: "C-1", task: "上傳學歷證明" } },
  });
  expect((await listNotifications(reader, "zh-Hant")).items[0]!.text).toBe("已逾期：上傳學歷證明");
});

test("the daily job's reminders come to a talent at once and to an officer in the summary", async () => {
  const [reader, officer] = [await talent(), await makeAccount()];
  const ids = [reader.accountId!, officer.accountId!];
  for (const key of ["a", "b"])
    await told({
      to: ids,
      kind: "taskOverdue",
      params: { ...ABOUT, task: key, whose: "TALENT", on: new Date() },
      path: "/",
      key,
    });
  expect(await mailsTo(reader.email)).toHaveLength(2);
  expect(await mailsTo(officer.email)).toEqual([]);
  await sendDigests();
  const [summary, ...more] = await mailsTo(officer.email);
  expect(more).toEqual([]);
  expect(summary!.text).toContain("The talent has not yet done: a (“海上風電”)");
});

test("a fact that is missing fails where it is told, not where it is read", async () => {
  const reader = await talent();
  await expect(told({ ...message(reader, "bad"), params: {} })).rejects.toThrow();
  expect(await countUnread(reader)).toBe(0);
});

test("follows the reader's choice; what must be told cannot be switched off", async () => {
  const reader = await talent();
  await choosePreferences(reader, {
    messageReceived: { inApp: true, mail: "NEVER" },
    taskAssigned: { inApp: false, mail: "NEVER" },
    offerMade: { inApp: false, mail: "NEVER" },
    // not of this role
    landingReturned: { inApp: false, mail: "NEVER" },
  });
  expect((await listPreferences(reader)).some(({ kind }) => kind === "landingReturned")).toBe(false);
  await told(message(reader, "quiet"));
  await told({ ...message(reader, "nothing"), kind: "taskAssigned", params: { ...ABOUT, task: "x" } });
  await told({ ...message(reader, "terms"), kind: "offerMade" });
  expect((await listNotifications(reader, "en")).items.map(({ kind }) => kind).sort()).toEqual([
    "messageReceived",
    "offerMade",
  ]);
  expect((await mailsTo(reader.email)).map((mail) => mail.template)).toEqual(["notifications.offerMade"]);
  expect(await db.notificationPreference.count({ where: { accountId: reader.accountId! } })).toBe(2);
});

test("the daily summary comes once, in the reader's language, without what was read meanwhile", async () => {
  const reader = await talent();
  const other = await talent();
  await choosePreferences(reader, { messageReceived: { inApp: true, mail: "DAILY" } });
  await told(message(reader, "one"));
  await told(message(reader, "two"));
  await told(message(reader, "three"));
  await told(message(other, "at once"));
  const { items } = await listNotifications(reader, "en");
  await readNotifications(reader, items[0]!.id);
  await Promise.all([sendDigests(), sendDigests()]);
  await sendDigests();
  const mails = await mailsTo(reader.email);
  expect(mails.map((mail) => mail.template)).toEqual(["notifications.digest"]);
  expect(mails[0]!.subject).toContain("2 項新動態");
  expect(mails[0]!.text.match(/\/zh-Hant\/talent\/introductions/g)).toHaveLength(2);
  expect((await mailsTo(other.email)).map((mail) => mail.template)).toEqual([
    "notifications.messageReceived",
  ]);
  await at(new Date(Date.now() + 86_400_000), async () => {
    await told(message(reader, "tomorrow"));
    await sendDigests();
  });
  expect(await mailsTo(reader.email)).toHaveLength(2);
});

test("reading is one's own, and counts down", async () => {
  const [reader, other] = [await talent(), await talent()];
  await told({ ...message(reader, "x"), to: [reader.accountId!, other.accountId!] });
  const { items } = await listNotifications(other, "en");
  await readNotifications(reader, items[0]!.id);
  expect([await countUnread(reader), await countUnread(other)]).toEqual([1, 1]);
  await readNotifications(reader);
  expect([await countUnread(reader), await countUnread(other)]).toEqual([0, 1]);
  expect((await mailsTo(reader.email))[0]!.status).toBe("DROPPED");
});

test("a disabled account is told nothing", async () => {
  const reader = await talent();
  await db.account.update({ where: { id: reader.accountId! }, data: { disabledAt: new Date() } });
  expect(await told(message(reader, "gone"))).toEqual([]);
  expect(await mailsTo(reader.email)).toEqual([]);
});

test("one click stops mails of its kind, as often as it is pressed; a forged or changed link does nothing", async () => {
  const reader = await talent();
  await told(message(reader, "first"));
  const [mail] = await mailsTo(reader.email);
  const token = new URL(mail!.unsubscribe!).searchParams.get("token")!;
  expect(await unsubscribe(token)).toBe(true);
  expect(await unsubscribe(token)).toBe(true);
  await told(message(reader, "second"));
  expect(await mailsTo(reader.email)).toHaveLength(1);
  expect(await countUnread(reader)).toBe(2);
  const victim = await talent();
  expect(await unsubscribe(token.replace(reader.accountId!, victim.accountId!))).toBe(false);
  expect(readUnsubscribeToken(`${token}x`)).toBeNull();
  expect(readUnsubscribeToken("")).toBeNull();
  expect(await db.notificationPreference.count({ where: { accountId: victim.accountId! } })).toBe(0);
});

test("the summary's click stops every mail that would be in it", async () => {
  const reader = await makeAccount();
  expect(await unsubscribe(unsubscribeToken({ accountId: reader.accountId!, kind: "digest" }))).toBe(true);
  const daily = (await listPreferences(reader)).filter(({ mail }) => mail === "DAILY");
  expect(daily).toEqual([]);
});

test("pages of the centre follow each other without a gap", async () => {
  const reader = await talent();
  for (let index = 0; index < 33; index++) await told(message(reader, `n${index}`));
  const first = await listNotifications(reader, "en");
  const second = await listNotifications(reader, "en", first.next!);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect([first.items.length, second.items.length, new Set(ids).size]).toEqual([30, 3, 33]);
});

test.each(Object.keys(KINDS) as Kind[])("%s has its words in all three languages", (kind) => {
  for (const locale of LOCALES) {
    const messages = messagesOf(locale);
    const [area, name] = templateOf(kind).split(".");
    expect(Object.keys(messages[`mail-${area}`]![name!] as object).sort()).toEqual([
      "action",
      "body",
      "subject",
    ]);
    const kinds = messages.notifications!.kinds as Record<string, string>;
    expect(kinds[groupOf(kind)], `${locale} ${kind}`).toBeTypeOf("string");
  }
});

import type pg from "pg";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { fieldErrors, formOf, open, person, send, unfold } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
/** So many days from now at a time of the clock in Hong Kong and Yantai, as a field wants it. */
const local = (days: number, clock: string) =>
  `${new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)}T${clock}`;
const caseOf = (email: string) =>
  one(
    `SELECT i.id, i."matchId", i."needId", i."enterpriseId" FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    email,
  );
const meeting = (title: string) => one(`SELECT id, status, sequence FROM "Meeting" WHERE title = $1`, title);
const statusOf = async (title: string) => (await meeting(title))?.status;
const calendarsTo = async (email: string, id: string) =>
  (
    await client.query(
      `SELECT calendar ->> 'method' AS method FROM "MailMessage" WHERE recipient = $1 AND calendar ->> 'content' LIKE '%' || $2 || '%' ORDER BY "createdAt"`,
      [email, id],
    )
  ).rows.map(({ method }) => method);

test("times are offered, chosen, put off and chosen again across three sides", async ({ as, browser }) => {
  test.setTimeout(180_000);
  const { id, matchId } = await caseOf("t128@demo.example");
  const title = "Second talk with the head of engineering";
  const yt = await as("yt", "en");
  await open(yt, `/en/staff/introductions/${id}/meetings`);
  await unfold(yt, "propose");
  const form = formOf(yt, "propose");
  await form.locator("[name=title]").fill(title);
  await form.locator("[name='times[0]']").fill(local(-3, "10:00"));
  await form.locator("[name='times[1]']").fill(local(40, "20:00"));
  await send(yt, "propose");
  // a mistake loses nothing
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.locator("[name=title]")).toHaveValue(title);
  await form.locator("[name='times[0]']").fill(local(41, "20:00"));
  await send(yt, "propose");
  await expect.poll(() => statusOf(title)).toBe("PROPOSED");
  const { id: meetingId } = await meeting(title);

  // without JavaScript
  const talent = await person(browser, "t128@demo.example", "zh-Hant", false);
  await talent.goto(`/zh-Hant/talent/introductions/${id}/meetings`);
  const turn = (page: Page) => page.locator("main header").first();
  await expect(turn(talent)).toContainText("輪到你");
  const choose = talent.locator(`form[data-form="choose-${meetingId}"]`);
  await choose.locator("[name=optionId]").first().check();
  await choose.locator("button[type=submit]").click();
  await expect(talent.locator("main")).toContainText("另一方確認後即約定");
  await expect(turn(talent)).not.toContainText("輪到你");
  expect(await statusOf(title)).toBe("PROPOSED");
  expect(await calendarsTo("t128@demo.example", meetingId)).toEqual([]);
  const member = await one(
    `SELECT a.email FROM "Account" a JOIN "Introduction" i ON i."enterpriseId" = a."enterpriseId" WHERE i.id = $1 LIMIT 1`,
    id,
  );
  const enterprise = await person(browser, member.email, "zh-Hans");
  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/meetings`);
  await expect(turn(enterprise)).toContainText("轮到您");
  const confirm = enterprise.locator(`form[data-form="choose-${meetingId}"]`);
  await expect(confirm.locator("[name=optionId]:checked")).toHaveCount(1);
  await confirm.locator("button[type=submit]").click();
  await expect.poll(() => statusOf(title)).toBe("CONFIRMED");
  await expect(enterprise.locator("main")).toContainText("时间已约定");
  const file = await talent.request.get(`/api/meetings/${meetingId}?lang=zh-Hant`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain(`UID:${meetingId}`);

  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/meetings`);
  await unfold(enterprise, `reschedule-${meetingId}`);
  const later = enterprise.locator(`form[data-form="reschedule-${meetingId}"]`);
  await later.locator("[name=reason]").fill("负责人出差");
  await later.locator("[name='times[0]']").fill(local(42, "20:00"));
  await later.locator("button[type=submit]").click();
  await expect.poll(() => statusOf(title)).toBe("PROPOSED");

  await open(yt, `/en/staff/introductions/${id}/meetings`);
  await expect(yt.locator("main")).toContainText("负责人出差");
  const again = yt.locator(`form[data-form="choose-${meetingId}"]`);
  await again.locator("[name=optionId]").first().check();
  await again.locator("button[type=submit]").click();
  await expect.poll(() => statusOf(title)).toBe("CONFIRMED");
  expect(await calendarsTo("t128@demo.example", meetingId)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
  // agreed anew, it no longer says why it was put off
  await expect(yt.locator(`#meeting-${meetingId}`)).not.toContainText("负责人出差");

  // of several times the one that is taken says so
  await open(yt, `/en/staff/introductions/${id}/meetings`);
  await unfold(yt, "propose");
  await form.locator("[name=title]").fill("Third talk");
  await form.locator("[name='times[0]']").fill(local(43, "20:00"));
  await form.locator("[name='times[1]']").fill(local(42, "20:30"));
  await send(yt, "propose");
  await expect(form.getByRole("alert")).toBeVisible();
  expect(Object.keys(await fieldErrors(form))).toEqual(["times[1]"]);
  await expect(form.locator("[name=title]")).toHaveValue("Third talk");
  await expect(form.locator("[name='times[0]']")).toHaveValue(local(43, "20:00"));
  expect(await statusOf("Third talk")).toBeUndefined();
});

test("that somebody did not come is a side's word, and not in the first minutes", async ({ browser }) => {
  test.setTimeout(120_000);
  const email = "talent@demo.example";
  const { id, matchId, enterpriseId } = await caseOf(email);
  const { id: meetingId } = await one(
    `INSERT INTO "Meeting" (id, "introductionId", status, kind, mode, title, "startsAt", "endsAt", "offeredBy", "createdAt", "updatedAt")
     VALUES (gen_random_uuid(), $1, 'CONFIRMED', 'call', 'online', 'Call of today', now() - interval '2 minutes', now() + interval '28 minutes', 'ENTERPRISE', now(), now()) RETURNING id`,
    id,
  );
  const talent = await person(browser, email, "zh-Hant");
  const heading = talent.getByRole("heading", { name: "進行得如何？" });
  const card = talent.locator(`#meeting-${meetingId}`);
  await talent.goto(`/zh-Hant/talent/introductions/${id}/meetings`);
  await expect(card).toBeVisible();
  await expect(heading).toHaveCount(0);

  const member = await one(`SELECT email FROM "Account" WHERE "enterpriseId" = $1 LIMIT 1`, enterpriseId);
  const enterprise = await person(browser, member.email, "zh-Hans");
  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/meetings`);
  const record = enterprise.locator(`form[data-form="record-${meetingId}"]`);
  await record.locator("[name=outcome][value=no_show]").check();
  await record.locator("[name=noShow][value=TALENT]").check();
  await record.locator("[name=reason]").fill("联系不上");
  await record.locator("button[type=submit]").click();
  await expect(record.getByRole("alert")).toContainText("15 分钟");
  await expect(record.locator("[name=reason]")).toHaveValue("联系不上");
  await client.query(`UPDATE "Meeting" SET "startsAt" = now() - interval '16 minutes' WHERE id = $1`, [
    meetingId,
  ]);
  await record.locator("button[type=submit]").click();
  await expect.poll(() => statusOf("Call of today")).toBe("NO_SHOW");

  await talent.goto(`/zh-Hant/talent/introductions/${id}/meetings`);
  await expect(card).toContainText("用人單位記錄：人才沒有到場。");
  await expect(card.getByRole("link", { name: "對話" })).toHaveAttribute("href", /conversation$/);
  await expect(heading).toHaveCount(0);
});

test("the last free interview time, taken in two browsers at once, goes to one", async ({ browser }) => {
  test.setTimeout(120_000);
  // two candidates of one need; the demo has no two that are both before terms
  const { rows } = await client.query(
    `SELECT i.id, i."needId", i.status, a.email FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId"
     WHERE i.status NOT IN ('CLOSED', 'NO_FIT', 'WITHDRAWN') AND a."disabledAt" IS NULL ORDER BY i."needId"`,
  );
  const first = rows.find((row) =>
    rows.some((other) => other.needId === row.needId && other.email !== row.email),
  );
  const pair = [first, rows.find((row) => row.needId === first.needId && row.email !== first.email)];
  const stand = (id: string, status: string) =>
    client.query(`UPDATE "Introduction" SET status = $2::"IntroductionStatus" WHERE id = $1`, [id, status]);
  for (const { id } of pair) await stand(id, "MEETING");
  const slotId = (
    await one(
      `INSERT INTO "InterviewSlot" (id, "needId", "enterpriseId", "startsAt", "endsAt", mode, "createdAt")
       SELECT gen_random_uuid(), n.id, n."enterpriseId", now() + interval '50 days', now() + interval '50 days 1 hour', 'online', now() FROM "Need" n WHERE n.id = $1 RETURNING id`,
      first.needId,
    )
  ).id;
  const pages = await Promise.all(pair.map(({ email }) => person(browser, email, "en")));
  for (const [index, page] of pages.entries()) {
    await open(page, `/en/talent/introductions/${pair[index].id}/meetings`);
    await page.locator(`form[data-form="take-slot"] [name=slotId][value="${slotId}"]`).check();
  }
  await Promise.all(pages.map((page) => send(page, "take-slot")));
  const lost = (page: Page) => page.getByText("Somebody else has just taken this time").isVisible();
  const won = (page: Page) => page.getByText("The interview time is yours").isVisible();
  await expect
    .poll(async () =>
      (await Promise.all(pages.map(async (page) => (await lost(page)) || (await won(page))))).every(Boolean),
    )
    .toBe(true);
  const losers = await Promise.all(pages.map(lost));
  expect(losers.filter(Boolean)).toHaveLength(1);
  expect(
    (await one(`SELECT "meetingId" FROM "InterviewSlot" WHERE id = $1`, slotId)).meetingId,
  ).not.toBeNull();
  for (const { id, status } of pair) await stand(id, status);
});

test("a calendar reads its secret address without a session, until it is removed", async ({
  as,
  visitor,
}) => {
  const talent = await as("talent", "en");
  await open(talent, "/en/settings");
  await send(talent, "renew-feed");
  const shown = talent.getByRole("status").filter({ hasText: "/api/calendar/" });
  await expect(shown).toBeVisible();
  const path = /\/api\/calendar\/[\w-]{43}/.exec((await shown.textContent()) ?? "")![0];
  const reader = await visitor();
  const answer = await reader.request.get(path);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("BEGIN:VCALENDAR");
  await send(talent, "remove-feed");
  await expect.poll(async () => (await reader.request.get(path)).status()).toBe(404);
});

import type pg from "pg";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { formOf, open, person, send, unfold } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const PDF = "e2e/fixtures/cv/en-engineer-table.pdf";
const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
const caseOf = (email: string) =>
  one(
    `SELECT i.id, i."matchId" FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    email,
  );
const statusOf = async (id: string) =>
  (await one(`SELECT status FROM "Introduction" WHERE id = $1`, id)).status;
const taskOf = (id: string, item: string) =>
  one(`SELECT id, status FROM "CaseTask" WHERE "introductionId" = $1 AND item = $2`, id, item);

test("from terms to a landing with both offices, and the first follow-up", async ({ as, browser }) => {
  test.setTimeout(240_000);
  const { id, matchId } = await caseOf("t119@demo.example");
  const enterprise = await as("enterprise", "zh-Hans");
  const talent = await person(browser, "t119@demo.example", "zh-Hant");
  const [hk, yt] = [await as("hk", "zh-Hant"), await as("yt", "en")];

  // the enterprise puts new terms forward; a mistake loses nothing
  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/terms`);
  await unfold(enterprise, "offer");
  const terms = formOf(enterprise, "offer");
  await terms.locator("[name=title]").fill("振动诊断工程师");
  await terms.locator("[name=mode]").selectOption("full_time");
  await terms.locator("[name=payMin]").fill("400000");
  await terms.locator("[name=payMax]").fill("300000");
  await terms.locator("[name=payCurrency]").selectOption("CNY");
  await terms.locator("[name=payPeriod]").selectOption("year");
  await terms.locator("[name=housing]").fill("公寓一年");
  await send(enterprise, "offer");
  await expect(terms.getByRole("alert")).toBeVisible();
  await expect(terms.locator("[name=housing]")).toHaveValue("公寓一年");
  await terms.locator("[name=payMax]").fill("450000");
  await terms.locator("[name=evidence]").setInputFiles(PDF);
  await terms.locator("[name=sure]").check();
  await send(enterprise, "offer");
  await expect.poll(() => statusOf(id)).toBe("OFFER");

  // the talent's navigator says what is next, and leads to it
  await open(talent, "/zh-Hant/talent");
  await expect(talent.locator("main")).toContainText("看清條件並回覆");
  await open(talent, `/zh-Hant/talent/introductions/${id}`);
  await talent.locator("main a[href$='/terms#answer']").click();
  await talent.waitForURL((url) => url.pathname.endsWith("/terms"));
  await expect(talent.locator("main")).toContainText("振动诊断工程师");
  // one tap is not enough
  await send(talent, "accept-offer");
  await expect(formOf(talent, "accept-offer").getByRole("alert")).toBeVisible();
  expect(await statusOf(id)).toBe("OFFER");
  await formOf(talent, "accept-offer").locator("[name=sure]").check();
  await send(talent, "accept-offer");
  await expect.poll(() => statusOf(id)).toBe("ACCEPTED");

  // the landing list comes by the pathway; one task is sent, sent back, sent anew and accepted
  await expect
    .poll(async () => (await taskOf(id, "landing.arrival-plan"))?.status, { timeout: 40_000 })
    .toBe("OPEN");
  expect(await taskOf(id, "landing.work-permit")).toBeTruthy();
  expect(await taskOf(id, "landing.residence-permit")).toBeFalsy();
  const plan = await taskOf(id, "landing.arrival-plan");
  await open(talent, `/zh-Hant/talent/introductions/${id}/tasks`);
  await expect(talent.locator("main")).toContainText("告訴我們你打算何時到達");
  await expect(talent.locator("main")).toContainText("待核實");
  await unfold(talent, `task-${plan.id}`);
  const answer = formOf(talent, `task-${plan.id}`);
  await answer.locator("textarea[name=words]").fill("下午到");
  await send(talent, `task-${plan.id}`);
  await expect(answer.getByRole("alert")).toBeVisible();
  await expect(answer.locator("textarea[name=words]")).toHaveValue("下午到");
  await answer.locator("[name='values.arrival']").fill("2027-02-01");
  await send(talent, `task-${plan.id}`);
  await expect.poll(async () => (await taskOf(id, "landing.arrival-plan")).status).toBe("SUBMITTED");
  await open(yt, `/en/staff/introductions/${id}/tasks`);
  await unfold(yt, `return-task-${plan.id}`);
  // what an officer has before them says when it has changed, and waits to be asked for it
  await formOf(yt, `return-task-${plan.id}`).locator("[name=reason]").fill("Half a sentence");
  await unfold(talent, `task-${plan.id}`);
  await formOf(talent, `task-${plan.id}`).locator("textarea[name=words]").fill("晚上到");
  await send(talent, `task-${plan.id}`);
  await expect(yt.getByText("This case has changed meanwhile.")).toBeVisible();
  await expect(formOf(yt, `return-task-${plan.id}`).locator("[name=reason]")).toHaveValue("Half a sentence");
  await yt.getByRole("button", { name: "Show the changes" }).click();
  await expect(yt.locator("main")).toContainText("晚上到");
  await expect(yt.getByText("This case has changed meanwhile.")).toHaveCount(0);
  await unfold(yt, `return-task-${plan.id}`);
  await formOf(yt, `return-task-${plan.id}`).locator("[name=reason]").fill("Which flight or train?");
  await send(yt, `return-task-${plan.id}`);
  await expect.poll(async () => (await taskOf(id, "landing.arrival-plan")).status).toBe("RETURNED");
  await open(talent, `/zh-Hant/talent/introductions/${id}`);
  await expect(talent.locator("main")).toContainText("請再看看");
  await open(talent, `/zh-Hant/talent/introductions/${id}/tasks`);
  await expect(talent.locator("main")).toContainText("Which flight or train?");
  await unfold(talent, `task-${plan.id}`);
  await formOf(talent, `task-${plan.id}`).locator("[name='values.travel']").fill("MU 5512");
  await send(talent, `task-${plan.id}`);
  await expect.poll(async () => (await taskOf(id, "landing.arrival-plan")).status).toBe("SUBMITTED");
  await open(yt, `/en/staff/introductions/${id}/tasks`);
  await send(yt, `accept-task-${plan.id}`);
  await expect.poll(async () => (await taskOf(id, "landing.arrival-plan")).status).toBe("ACCEPTED");

  // Hong Kong records the arrival with proof, Yantai countersigns
  await open(hk, `/zh-Hant/staff/introductions/${id}/terms`);
  const landing = formOf(hk, "record-landing");
  await landing
    .locator("[name=landedOn]")
    .fill(new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10));
  await landing.locator("[name=proofKind]").selectOption("startOfWork");
  await landing.locator("[name=note]").fill("已與企業確認");
  await send(hk, "record-landing");
  await expect(landing.getByRole("alert")).toBeVisible();
  await expect(landing.locator("[name=note]")).toHaveValue("已與企業確認");
  await landing.locator("[name=proof]").setInputFiles(PDF);
  await send(hk, "record-landing");
  await expect
    .poll(async () => (await one(`SELECT 1 AS there FROM "Landing" WHERE "introductionId" = $1`, id))?.there)
    .toBe(1);
  await expect(hk.locator("main")).toContainText("待煙台人才服務中心加簽");
  await expect(formOf(hk, "countersign")).toHaveCount(0);
  expect(await statusOf(id)).toBe("ACCEPTED");
  await open(yt, `/en/staff/introductions/${id}/terms`);
  await send(yt, "countersign");
  await expect.poll(() => statusOf(id)).toBe("LANDED");
  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/terms`);
  await expect(enterprise.locator("main")).toContainText("两地办事处均已确认");

  // a month later both sides are asked
  await client.query(
    `UPDATE "FollowUp" SET "dueOn" = current_date WHERE "introductionId" = $1 AND day = 30`,
    [id],
  );
  await open(talent, `/zh-Hant/talent/introductions/${id}/terms`);
  const question = formOf(talent, "follow-up");
  await question.locator("[name=retained][value=yes]").check();
  await send(talent, "follow-up");
  await expect(question.getByRole("alert")).toBeVisible();
  await expect(question.locator("[name=retained][value=yes]")).toBeChecked();
  await question.locator("[name=satisfaction][value='4']").check();
  await question.locator("[name=words]").fill("一切順利");
  await send(talent, "follow-up");
  await expect.poll(() => statusOf(id)).toBe("FOLLOW_UP");
  await open(enterprise, `/zh-Hans/enterprise/introductions/${matchId}/terms`);
  await expect(enterprise.locator("main")).not.toContainText("一切順利");
  await open(yt, `/en/staff/introductions/${id}/terms`);
  await expect(yt.locator("main")).toContainText("一切順利");
});

test("withdrawal in the middle: terms on the table are gone for the enterprise, and nothing more can be sent", async ({
  as,
  browser,
}) => {
  test.setTimeout(240_000);
  const { id, matchId } = await caseOf("t126@demo.example");
  const enterprise = await as("enterprise", "en");
  await open(enterprise, `/en/enterprise/introductions/${matchId}/terms`);
  await expect(enterprise.locator("main")).toContainText("海工结构运维顾问");
  // two more pages of the case stay open, and are never loaded again
  const live = [];
  for (const page of ["", "/conversation"]) {
    const tab = await enterprise.context().newPage();
    await open(tab, `/en/enterprise/introductions/${matchId}${page}`);
    await tab.evaluate(() => document.documentElement.setAttribute("data-kept", "yes"));
    live.push(tab);
  }
  const [overview, conversation] = live as [Page, Page];
  await expect(overview.locator("main a[href^='mailto:']")).toHaveCount(1);
  await expect(conversation.getByRole("log")).toBeAttached();
  const talent = await person(browser, "t126@demo.example", "zh-Hans");
  await open(talent, "/zh-Hans/talent/privacy");
  const withdraw = talent.locator("form[data-form^='withdraw-from-']").first();
  await withdraw.evaluate((form: HTMLFormElement) => form.closest("dialog")?.showModal());
  await withdraw.locator("button[type=submit]").click();
  for (const tab of live) {
    await expect(tab.locator("main")).toContainText("Nothing of this person can be read", {
      timeout: 40_000,
    });
    await expect(tab.locator("main a[href^='mailto:']")).toHaveCount(0);
    await expect(tab.getByRole("log")).toHaveCount(0);
    await expect(tab.locator("html")).toHaveAttribute("data-kept", "yes");
  }
  // and their bell goes on, also on the page that a link leads to
  await overview.locator("main a[href$='/enterprise/introductions']").first().click();
  await overview.waitForURL((url) => url.pathname === "/en/enterprise/introductions");
  const other = await caseOf("t119@demo.example");
  const writer = await person(browser, "t119@demo.example", "zh-Hant");
  await open(writer, `/zh-Hant/talent/introductions/${other.id}/conversation`);
  const bell = overview.getByRole("link", { name: /^Notifications/ });
  const before = (await bell.getAttribute("aria-label"))!;
  await formOf(writer, "message-all").locator("[name=body]").fill("請問工作證何時可取？");
  await send(writer, "message-all");
  await expect(bell).not.toHaveAttribute("aria-label", before, { timeout: 40_000 });
  await expect(overview.locator("html")).toHaveAttribute("data-kept", "yes");
  // an old notice leads to what may still be said: that it has ended
  await expect
    .poll(async () => {
      await enterprise.goto(`/en/enterprise/introductions/${matchId}/terms`);
      return new URL(enterprise.url()).pathname;
    })
    .toBe(`/en/enterprise/introductions/${matchId}`);
  await expect(enterprise.locator("main")).toContainText("Nothing of this person can be read");
  await expect(enterprise.locator("main")).not.toContainText("海工结构运维顾问");
  await expect.poll(() => statusOf(id), { timeout: 40_000 }).toBe("WITHDRAWN");
  await open(talent, `/zh-Hans/talent/introductions/${id}/terms`);
  await expect(formOf(talent, "accept-offer")).toHaveCount(0);
  await open(talent, `/zh-Hans/talent/introductions/${id}`);
  await expect(talent.locator("main")).toContainText("对接已撤回");
  await expect(talent.locator("main")).toContainText("由您结束");
});

test("a task is answered without JavaScript, and a mistake keeps what was typed", async ({ browser }) => {
  const { id } = await caseOf("t132@demo.example");
  const plain = await person(browser, "t132@demo.example", "zh-Hant", false);
  const task = await taskOf(id, "landing.housing");
  await plain.goto(`/zh-Hant/talent/introductions/${id}/tasks`);
  const form = plain.locator(`form[data-form="task-${task.id}"]`);
  if (!(await form.isVisible())) await plain.locator(`#task-${task.id} summary`).click();
  await form.locator("[name='values.wishes']").fill("近海邊");
  await form.locator("button[type=submit]").click();
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.locator("[name='values.wishes']")).toHaveValue("近海邊");
  await form.locator("[name='values.state'][value=help]").check();
  await form.locator("button[type=submit]").click();
  await expect.poll(async () => (await taskOf(id, "landing.housing")).status).toBe("SUBMITTED");
});

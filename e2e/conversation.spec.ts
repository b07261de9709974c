import type { Page } from "playwright/test";
import { ACCOUNTS, expect, type Lang, mailedLink, PASSWORD, signIn, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { alive } from "./support/pages.ts";

type Case = { id: string; matchId: string; member: string };

/** The demo's case of the research team. */
async function teamCase(): Promise<Case> {
  const client = await connect();
  const { rows } = await client.query(
    `SELECT i.id, i."matchId", (SELECT a.email FROM "Account" a WHERE a."enterpriseId" = i."enterpriseId" ORDER BY a."createdAt" LIMIT 1) AS member
     FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    [ACCOUNTS.team],
  );
  await client.end();
  return rows[0];
}

const pathOf = (of: Case, area: "staff" | "talent" | "enterprise", lang: Lang, thread: string) =>
  `/${lang}/${area}/introductions/${area === "enterprise" ? of.matchId : of.id}/conversation?thread=${thread}`;
async function openThread(page: Page, path: string) {
  await page.goto(path);
  await alive(page);
}
const box = (page: Page) => page.locator("form[data-form^='message-'] textarea");
const send = async (page: Page, text: string) => {
  await box(page).fill(text);
  await page.locator("form[data-form^='message-'] button[type=submit]").click();
  await expect(box(page)).toHaveValue("");
};
const said = (page: Page, text: string) => page.getByRole("log").getByText(text, { exact: true });

test("three people in three languages talk live, each message once, and nobody sees the other side's thread", async ({
  as,
  visitor,
}) => {
  const of = await teamCase();
  const talent = await as("team", "zh-Hant");
  const staff = await as("yt", "zh-Hans");
  const member = await visitor("en");
  await signIn(member, of.member, "en");
  await openThread(talent, pathOf(of, "talent", "zh-Hant", "all"));
  await openThread(staff, pathOf(of, "staff", "zh-Hans", "all"));
  await openThread(member, pathOf(of, "enterprise", "en", "all"));

  await send(talent, "我們下星期三到煙台");
  await expect(said(staff, "我們下星期三到煙台")).toHaveCount(1);
  await expect(said(member, "我們下星期三到煙台")).toHaveCount(1);
  await send(member, "Welcome, we will collect you at the airport");
  await expect(said(talent, "Welcome, we will collect you at the airport")).toHaveCount(1);

  // the other script on demand, marked as automatic
  const id = await staff.locator("li[id^=message]", { hasText: "我們下星期三到煙台" }).getAttribute("id");
  const message = staff.locator(`#${id}`);
  await message.getByRole("button", { name: "以简体显示" }).click();
  await expect(message.getByText("我们下星期三到烟台")).toBeVisible();
  await expect(message.getByText("自动转换")).toBeVisible();

  // staff sees who has read
  await expect(staff.getByText(/已读$/).last()).toBeVisible();

  // a private thread
  await openThread(talent, pathOf(of, "talent", "zh-Hant", "talent"));
  await send(talent, "只想問工作站：可否先看住宿？");
  await openThread(staff, pathOf(of, "staff", "zh-Hans", "talent"));
  await expect(said(staff, "只想問工作站：可否先看住宿？")).toHaveCount(1);
  await openThread(member, pathOf(of, "enterprise", "en", "talent"));
  await expect(said(member, "只想問工作站：可否先看住宿？")).toHaveCount(0);
  expect(await member.content()).not.toContain("可否先看住宿");
});

test("by keyboard: a person named by @, sent by Ctrl+Enter, told by the bell", async ({ as }) => {
  const of = await teamCase();
  const talent = await as("team", "en");
  await talent.goto("/en/talent");
  const staff = await as("yt", "en");
  await openThread(staff, pathOf(of, "staff", "en", "talent"));
  const before = await talent.getByRole("link", { name: /^Notifications/ }).getAttribute("aria-label");
  await box(staff).focus();
  await staff.keyboard.type("Please look at the terms @");
  await expect(staff.getByRole("listbox")).toBeVisible();
  await staff.keyboard.press("ArrowDown");
  await staff.keyboard.press("ArrowUp");
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("listbox")).toBeHidden();
  const text = await box(staff).inputValue();
  expect(text).toMatch(/^Please look at the terms @\S.* $/);
  await staff.keyboard.press("Control+Enter");
  await expect(box(staff)).toHaveValue("");
  await expect(box(staff)).toBeFocused();
  await expect(talent.getByRole("link", { name: /^Notifications/ })).not.toHaveAttribute(
    "aria-label",
    before!,
  );
  await talent.getByRole("link", { name: /^Notifications/ }).click();
  await talent
    .getByRole("link", { name: /mentioned/ })
    .first()
    .click();
  await expect(talent.getByRole("article").last()).toContainText("Please look at the terms");
});

test("without a connection what is typed stays; when it is back, messages come and go once", async ({
  as,
}) => {
  const of = await teamCase();
  const talent = await as("team", "en");
  const staff = await as("yt", "en");
  await openThread(talent, pathOf(of, "talent", "en", "all"));
  await openThread(staff, pathOf(of, "staff", "en", "all"));
  await talent.context().setOffline(true);
  await box(talent).fill("Written in a tunnel");
  await talent.locator("form[data-form^='message-'] button[type=submit]").click();
  await expect(talent.locator("form [role=alert]")).toBeVisible();
  await expect(box(talent)).toHaveValue("Written in a tunnel");
  await send(staff, "Sent while you were away");
  await talent.context().setOffline(false);
  await expect(said(talent, "Sent while you were away")).toHaveCount(1, { timeout: 30_000 });
  await talent.locator("form[data-form^='message-'] button[type=submit]").click({ clickCount: 2 });
  await expect(said(staff, "Written in a tunnel")).toHaveCount(1);
  await talent.reload();
  await expect(said(talent, "Written in a tunnel")).toHaveCount(1);
  await expect(said(talent, "Sent while you were away")).toHaveCount(1);
});

test("a draft outlives the page; a template speaks the reader's language; a file comes with its thread", async ({
  as,
  visitor,
}) => {
  const of = await teamCase();
  const staff = await as("yt", "en");
  await openThread(staff, pathOf(of, "staff", "en", "talent"));
  await box(staff).fill("half a thought");
  await staff.reload();
  await alive(staff);
  await expect(box(staff)).toHaveValue("half a thought");
  await box(staff).fill("");
  await staff.getByRole("button", { name: "Insert" }).click();
  await expect(box(staff)).toHaveValue(/工作站/);
  await staff.locator("input[name=files]").setInputFiles({
    name: "guide.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF"),
  });
  await staff.locator("form[data-form^='message-'] button[type=submit]").click();
  const file = staff.getByRole("log").getByRole("link", { name: /guide\.pdf/ });
  await expect(file).toHaveCount(1);
  const href = (await file.getAttribute("href"))!;
  const answer = await staff.request.get(href);
  expect([answer.status(), answer.headers()["content-security-policy"]]).toEqual([
    200,
    "sandbox; default-src 'none'",
  ]);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
  const member = await visitor("en");
  await signIn(member, of.member, "en");
  expect((await member.request.get(href)).status()).toBe(404);
});

test("a mail's link shows one message and takes an answer, without signing in and without JavaScript", async ({
  as,
  browser,
}) => {
  const of = await teamCase();
  const staff = await as("yt", "en");
  await openThread(staff, pathOf(of, "staff", "en", "talent"));
  // the talent has read everything, so that the next message is mailed
  const talent = await as("team", "zh-Hant");
  await openThread(talent, pathOf(of, "talent", "zh-Hant", "talent"));
  await talent.goto("/zh-Hant/talent");
  await send(staff, "Which day suits you best?");
  const link = await mailedLink(await as("hk", "en"), ACCOUNTS.team, "/reply");
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(link);
  await expect(reader.locator("main")).toContainText("Which day suits you best?");
  await expect(reader.locator("main")).not.toContainText("我們下星期三到煙台");
  await reader.locator("[name=body]").fill("星期五下午");
  await reader.locator("form[data-form=reply] button[type=submit]").click();
  await expect(reader.locator("[role=status]").first()).toBeVisible();
  await context.close();
  await expect(said(staff, "星期五下午")).toHaveCount(1);
});

test("works without JavaScript by loading again", async ({ browser }) => {
  const of = await teamCase();
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sign-in");
  await page.locator("form[data-form=sign-in] [name=email]").fill(ACCOUNTS.team);
  await page.locator("form[data-form=sign-in] [name=password]").fill(PASSWORD);
  await page.locator("form[data-form=sign-in] button[type=submit]").click();
  await page.goto(pathOf(of, "talent", "en", "all"));
  await box(page).fill("Plain and simple");
  await page.locator("form[data-form^='message-'] button[type=submit]").click();
  await expect(said(page, "Plain and simple")).toHaveCount(1);
  await context.close();
});

test("how one is told is chosen in the settings and holds", async ({ as }) => {
  const page = await as("student", "zh-Hant");
  await page.goto("/zh-Hant/settings");
  await alive(page);
  const choice = page.locator("[name='choices.messageReceived.mail']");
  await choice.selectOption("DAILY");
  await page.locator("form[data-form=notifications] button[type=submit]").click();
  await expect(page.locator("form[data-form=notifications] [role=status]")).toBeVisible();
  await page.reload();
  await expect(choice).toHaveValue("DAILY");
});

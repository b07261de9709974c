import type pg from "pg";
import type { Page } from "playwright/test";
import { ACCOUNTS, test as base, expect, PASSWORD } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { formOf } from "./support/pages.ts";

/** A page in a browser that runs no script. */
const test = base.extend<{ plain: Page }>({
  plain: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const rows = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows;
const send = (page: Page, id: string) => formOf(page, id).locator("button[type=submit]").click();
const alertOf = (page: Page, id: string) => formOf(page, id).getByRole("alert");

test("a talent registers; what was typed stands there again after a mistake", async ({ plain }) => {
  const email = "plain.talent@example.com";
  await plain.goto("/zh-Hant/register/talent");
  const form = formOf(plain, "register-talent");
  await form.locator("[name=kind][value=team]").check();
  await form.locator("[name=displayName]").fill("海風團隊 🌊");
  await form.locator("[name=email]").fill(email);
  await form.locator("[name=password]").fill("short");
  await send(plain, "register-talent");
  await expect(alertOf(plain, "register-talent").locator("a").first()).toBeVisible();
  await expect(form.locator("[name=kind][value=team]")).toBeChecked();
  await expect(form.locator("[name=displayName]")).toHaveValue("海風團隊 🌊");
  await expect(form.locator("[name=email]")).toHaveValue(email);
  await expect(form.locator("[name=password]")).toHaveValue("");
  await expect(form.locator("[name=consent]")).not.toBeChecked();
  await form.locator("[name=password]").fill("a bridge over the sea");
  await form.locator("[name=consent]").check();
  await send(plain, "register-talent");
  await plain.waitForURL((url) => url.pathname === "/zh-Hant/talent");
  const sql = `SELECT t.kind, a.locale FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`;
  expect(await rows(sql, email)).toEqual([{ kind: "TEAM", locale: "zh-Hant" }]);
});

test("an enterprise registers; what was typed stands there again after a mistake", async ({ plain }) => {
  const email = "plain.enterprise@example.com";
  await plain.goto("/zh-Hans/register/enterprise");
  const form = formOf(plain, "register-enterprise");
  const typed = {
    name: "测试·无脚本科技有限公司",
    licenceNumber: "12345678",
    about: "第一行\n第二行",
    contactName: "林女士",
    contactPhone: "+852 5550 0199",
    displayName: "林女士",
    email,
  };
  for (const [name, value] of Object.entries(typed)) await form.locator(`[name=${name}]`).fill(value);
  await form.locator("[name=district]").selectOption("penglai");
  await form.locator("[name=chain]").selectOption("clean-energy");
  await form.locator("[name=ftz]").check();
  await form.locator("[name=password]").fill("a bridge over the sea");
  await form.locator("[name=agreed]").check();
  await send(plain, "register-enterprise");
  await expect(alertOf(plain, "register-enterprise").locator("a")).toHaveCount(1);
  for (const [name, value] of Object.entries(typed))
    await expect(form.locator(`[name=${name}]`)).toHaveValue(value);
  await expect(form.locator("[name=district]")).toHaveValue("penglai");
  await expect(form.locator("[name=chain]")).toHaveValue("clean-energy");
  await expect(form.locator("[name=ftz]")).toBeChecked();
  // the number is one of Hong Kong
  await form.locator("[name=district]").selectOption("hongkong");
  await form.locator("[name=password]").fill("a bridge over the sea");
  await send(plain, "register-enterprise");
  await plain.waitForURL((url) => url.pathname.startsWith("/zh-Hans/enterprise"));
  const sql = `SELECT e.name, e."licenceNumber" AS number, e.ftz FROM "Enterprise" e JOIN "Account" a ON a."enterpriseId" = e.id WHERE a.email = $1`;
  expect(await rows(sql, email)).toEqual([{ name: typed.name, number: "12345678", ftz: true }]);
});

test("signing in says what is wrong, keeps the address, and leads on to where one wanted to go", async ({
  plain,
}) => {
  await plain.goto("/en/enterprise/needs");
  await plain.waitForURL((url) => url.pathname === "/en/sign-in");
  const form = formOf(plain, "sign-in");
  await form.locator("[name=email]").fill(ACCOUNTS.enterprise);
  await form.locator("[name=password]").fill("not my password");
  await send(plain, "sign-in");
  await expect(alertOf(plain, "sign-in")).toBeVisible();
  await expect(form.locator("[name=email]")).toHaveValue(ACCOUNTS.enterprise);
  await expect(form.locator("[name=password]")).toHaveValue("");
  await form.locator("[name=password]").fill(PASSWORD);
  await send(plain, "sign-in");
  await plain.waitForURL((url) => url.pathname === "/en/enterprise/needs");
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a forgotten password is asked for", async ({ plain }) => {
  await plain.goto("/en/forgot");
  const form = formOf(plain, "forgot");
  await form.locator("[name=email]").fill("no address");
  await send(plain, "forgot");
  await expect(alertOf(plain, "forgot").locator("a")).toHaveCount(1);
  await expect(form.locator("[name=email]")).toHaveValue("no address");
  await form.locator("[name=email]").fill(ACCOUNTS.student);
  await send(plain, "forgot");
  await expect(form.getByRole("status")).toBeVisible();
  const sql = `SELECT 1 FROM "AccountToken" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1 AND t.purpose = 'RESET_PASSWORD'`;
  expect(await rows(sql, ACCOUNTS.student)).toHaveLength(1);
});

test("a message to the workstation is sent once its mistakes are put right", async ({ plain }) => {
  await plain.goto("/zh-Hans/contact");
  const form = formOf(plain, "contact");
  await form.locator("input[value=HONG_KONG]").check();
  await form.locator("[name=topic]").selectOption("privacy");
  await form.locator("[name=email]").fill("plain.visitor@example.com");
  await form.locator("[name=body]").fill("第一行\n第二行 😀");
  await send(plain, "contact");
  await expect(alertOf(plain, "contact").locator("a")).toHaveCount(1);
  await expect(form.locator("input[value=HONG_KONG]")).toBeChecked();
  await expect(form.locator("[name=topic]")).toHaveValue("privacy");
  await expect(form.locator("[name=body]")).toHaveValue("第一行\n第二行 😀");
  await form.locator("[name=name]").fill("访客");
  await send(plain, "contact");
  await plain.waitForURL(/sent=HONG_KONG/);
  const sql = `SELECT name, topic, body FROM "ContactMessage" WHERE email = 'plain.visitor@example.com'`;
  expect(await rows(sql)).toEqual([{ name: "访客", topic: "privacy", body: "第一行\n第二行 😀" }]);
});

test("needs are searched and narrowed down, and the page stays when the language changes", async ({
  plain,
}) => {
  await plain.setViewportSize({ width: 1440, height: 900 });
  await plain.goto("/en/needs");
  const listed = plain.locator("section[aria-labelledby=found] li a[href*='/needs/']");
  await plain.locator("main input[type=search]").fill("風電");
  await plain.locator("main search button[type=submit]").click();
  await plain.waitForURL((url) => url.searchParams.get("q") === "風電");
  const found = await listed.count();
  expect(found).toBeGreaterThan(0);
  const facet = plain.locator("main ul[aria-label='Type'] a:visible").first();
  const promised = Number(/\d+$/.exec((await facet.textContent())!.trim())?.[0]);
  await facet.click();
  await plain.waitForURL((url) => url.searchParams.has("type") && url.searchParams.get("q") === "風電");
  await expect(plain.locator("section[aria-labelledby=found] li")).toHaveCount(promised);
  expect(promised).toBeLessThanOrEqual(found);
  const { search } = new URL(plain.url());
  await plain.locator("header a[hreflang=zh-Hans-CN]").click();
  await plain.waitForURL((url) => url.pathname === "/zh-Hans/needs" && url.search === search);
  await expect(plain.locator("html")).toHaveAttribute("lang", "zh-Hans-CN");
  await expect(plain.locator("section[aria-labelledby=found] li")).toHaveCount(promised);
  await listed.first().click();
  await plain.waitForURL(/\/zh-Hans\/needs\/[0-9a-f-]{36}$/);
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
});

test("on a phone the filters unfold and the menu opens", async ({ plain }) => {
  await plain.setViewportSize({ width: 390, height: 844 });
  await plain.goto("/zh-Hant/needs");
  await plain.locator("main summary").click();
  await plain.locator("main details ul a").first().click();
  await expect(plain.locator("main details")).toHaveAttribute("open");
  expect(new URL(plain.url()).search).not.toBe("");
});

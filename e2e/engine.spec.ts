import type pg from "pg";
import type { Page } from "playwright/test";
import { ACCOUNTS, expect, signIn, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { open } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
const field = (page: Page, name: string) => page.locator(`form[data-form^=weights] [name="${name}"]`);

/** An open need with several suggestions that wait. */
const busiest = () =>
  one(`SELECT n.id, n.code FROM "Need" n JOIN "Match" m ON m."needId" = n.id AND m.status = 'SUGGESTED'
    WHERE n.status = 'OPEN' GROUP BY n.id ORDER BY count(*) DESC, n.id LIMIT 1`);
const stored = (id: string) => one(`SELECT "weightFactors" AS factors FROM "Need" WHERE id = $1`, id);

test("the weights of a need are changed by keyboard; the list shows how it would move, and is ranked anew", async ({
  as,
}) => {
  const { id } = await busiest();
  const page = await as("yt");
  await open(page, `/en/staff/needs/${id}/matches`);
  const panel = page.locator("#weights");
  await panel.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(panel).toHaveAttribute("open", "");
  // the present list comes by itself
  const moves = panel.getByRole("region", { name: "How the first 20 would move" });
  await expect(moves.getByText("Nobody moves")).toBeVisible();
  await field(page, "mustHave").focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await expect(field(page, "mustHave")).toHaveValue("85");
  await field(page, "pay").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("250");
  await expect(moves.locator("li").first()).toContainText("→");
  expect((await stored(id)).factors).toEqual({});
  // not without a reason
  await panel.locator("button[value=save]").focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("alert")).toContainText("Reason");
  await field(page, "reason").focus();
  await page.keyboard.insertText("Pay decides here");
  await panel.locator("button[value=save]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=weights/);
  await expect(page.getByText("The weights are saved")).toBeVisible();
  expect((await stored(id)).factors).toEqual({ mustHave: 0.85, pay: 2.5 });
  const versions = async () =>
    (
      await client.query(
        `SELECT DISTINCT "weightsVersion" AS v FROM "Match" WHERE "needId" = $1 AND status = 'SUGGESTED'`,
        [id],
      )
    ).rows.map((row) => row.v);
  await expect.poll(async () => (await versions()).every((version) => version.includes("+"))).toBe(true);
  const { match } = await one(
    `SELECT id AS match FROM "Match" WHERE "needId" = $1 AND status = 'SUGGESTED' ORDER BY priority DESC LIMIT 1`,
    id,
  );
  await page.goto(`/en/staff/matches/${match}`);
  await expect(page.getByText("This need has weights of its own")).toBeVisible();
});

test("without JavaScript the list shows how it would move, and the weights go back to the standard", async ({
  browser,
}) => {
  const { id } = await one(`SELECT id FROM "Need" WHERE "weightFactors" <> '{}' LIMIT 1`);
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, ACCOUNTS.hk, "zh-Hant");
  await page.goto(`/zh-Hant/staff/needs/${id}/matches?weights=open`);
  await field(page, "field").fill("40");
  await page.locator("#weights button[value=preview]").click();
  await page.waitForURL(/weights=.*field:40|weights=.*field%3A40/);
  await expect(field(page, "field")).toHaveValue("40");
  await expect(page.locator("#weights ol li").first()).toContainText("→");
  expect((await stored(id)).factors).toMatchObject({ pay: 2.5 });
  await field(page, "reason").fill("回復標準");
  await page.locator("#weights button[value=reset]").click();
  await page.waitForURL(/done=weightsReset/);
  expect((await stored(id)).factors).toEqual({});
  await context.close();
});

test("the engine's page: ready, its numbers, and one match run again", async ({ as }) => {
  const page = await as("hk");
  await open(page, "/en/staff/engine");
  await expect(page.getByText(/The engine of one worker is ready/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Scores of open suggestions" })).toBeVisible();
  await expect(page.getByText(/A score is no probability/)).toBeVisible();
  const { need, talent, id } = await one(
    `SELECT n.code AS need, t.code AS talent, m.id FROM "Match" m JOIN "Need" n ON n.id = m."needId" JOIN "Talent" t ON t.id = m."talentId"
     WHERE m.status = 'SUGGESTED' AND t.status = 'LISTED' ORDER BY m.priority DESC LIMIT 1`,
  );
  await page.locator("[name=replay]").fill(`${need} ${talent}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/replay=/);
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByRole("link", { name: `${need} × ${talent}` })).toHaveAttribute(
    "href",
    `/en/staff/matches/${id}`,
  );
  await expect(result.getByText("The result is the same as the stored one.")).toBeVisible();
});

test("an enterprise's estimate is the engine's own count, and staff find talents in the order of fit", async ({
  as,
}) => {
  const enterprise = await as("enterprise");
  await open(enterprise, "/en/enterprise/needs/new?type=job");
  await enterprise.locator("[name='mustHave[0]']").fill("Structural fatigue analysis");
  const panel = enterprise.getByRole("complementary", { name: "Who fits, as you write" });
  await expect(panel.getByText("of", { exact: false }).last()).toBeVisible();
  await expect(panel).toContainText(/fit/);
  await expect(panel.getByText(/The matching engine is starting/)).toHaveCount(0);
  const { code } = await busiest();
  const staff = await as("hk");
  await staff.goto(`/en/staff/talents?fit=${code}`);
  await expect(staff.getByText(`In the order of fit to ${code}`)).toBeVisible();
  await expect(staff.getByText("no. 1", { exact: true })).toBeVisible();
});

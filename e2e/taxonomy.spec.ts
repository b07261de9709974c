import type pg from "pg";
import { expect, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { open } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

/** A need that asks for the phrase and has suggestions. */
const NEED_OF = `SELECT u."recordId" AS need FROM "TaxonomyPhraseUse" u WHERE u.form = $1 AND u.side = 'need'
  AND EXISTS (SELECT 1 FROM "Match" m WHERE m."needId" = u."recordId" AND m.status = 'SUGGESTED') LIMIT 1`;
const scoresOf = async (need: string) =>
  (
    await client.query(
      `SELECT "talentId", score, "dictionaryVersion" FROM "Match" WHERE "needId" = $1 ORDER BY "talentId"`,
      [need],
    )
  ).rows.map((row) => `${row.talentId} ${row.score} ${row.dictionaryVersion}`);

test("staff settle unknown words by keyboard, and the matches are worked out anew", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("yt");
  await open(page, "/en/staff/taxonomy/phrases?side=need");
  const forms = await page
    .locator('form[data-form^="alias-"] [name=form]')
    .evaluateAll((all) => [...new Set(all.map((field) => (field as HTMLInputElement).value))]);
  let [form, need] = ["", ""];
  for (const each of forms) {
    need = (await client.query(NEED_OF, [each])).rows[0]?.need ?? "";
    form = each;
    if (need) break;
  }
  expect(need).not.toBe("");
  const before = await scoresOf(need);
  const choice = page.locator(`form[data-form^="alias-${form}-"] button[type=submit]`).first();
  const concept = await choice.innerText();
  await page.keyboard.press("j");
  for (let step = 0; step < 200; step++) {
    if (await choice.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "belong to the concept" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator(`form[data-form^="alias-${form}-"]`)).toHaveCount(0);

  // the concept shows its new word, in both scripts
  await page.goto(`/en/staff/taxonomy?q=${encodeURIComponent(concept)}`);
  await page.getByRole("link", { name: concept, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: concept })).toBeVisible();
  await expect(page.getByText("added a word to a concept")).toBeVisible();

  await expect.poll(() => scoresOf(need), { timeout: 60_000 }).not.toEqual(before);
});

test("a name that is missing is asked for, and the traditional one is drafted on request only", async ({
  as,
}) => {
  const page = await as("hk", "zh-Hant");
  await open(page, "/zh-Hant/staff/taxonomy/new");
  const form = page.locator('form[data-form="new-concept"]');
  await form.locator("[name=hans]").fill("信息技术外包");
  await form.locator("button[value=draft]").click();
  await expect(form.locator("[name=hant]")).toHaveValue("資訊科技外包");
  await form.locator("button[value=save]:visible").click();
  await expect(form.locator("[id$='-error']")).toHaveCount(1);
  await form.locator("[name=en]").fill("IT outsourcing of tests");
  await form.locator("button[value=save]:visible").click();
  await expect(page.getByRole("heading", { level: 1, name: "資訊科技外包" })).toBeVisible();
  await expect(page).toHaveURL(/it-outsourcing-of-tests/);
});

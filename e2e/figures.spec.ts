import { expect, test } from "./fixtures.ts";

test("a number of the figures opens what it counts, by keyboard, in three languages", async ({ as }) => {
  for (const [lang, begun] of [
    ["en", "Introduced"],
    ["zh-Hant", "推薦對接"],
    ["zh-Hans", "推荐对接"],
  ] as const) {
    const page = await as("hk", lang);
    await page.goto(`/${lang}/staff/figures?by=office`);
    const link = page.locator("ol a", { hasText: begun }).first();
    const people = Number(/\d+/.exec((await link.innerText()).replace(begun, ""))?.[0]);
    expect(people).toBeGreaterThan(3);
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/figures\/cases/);
    await expect(page.locator("h1")).toHaveText(begun);
    const talents = await page.locator("main").innerText();
    // one page of the list holds all of the demo's cases
    expect(new Set(talents.match(/T-[0-9A-Z]{4,}/g)).size).toBe(people);
  }
});

test("figures come as a document and as a spreadsheet, to staff only", async ({ as, visitor }) => {
  const page = await as("yt", "zh-Hant");
  await page.goto("/zh-Hant/staff/figures");
  for (const [format, begins] of [
    ["pdf", "%PDF-"],
    ["xlsx", "PK"],
  ] as const) {
    const href = await page.locator(`a[href*="format=${format}"]`).getAttribute("href");
    const answer = await page.request.get(href as string);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins);
    for (const other of [await visitor(), await as("enterprise"), await as("talent")])
      expect((await other.request.get(href as string)).status()).toBe(404);
  }
});

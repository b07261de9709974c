import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, type Lang, test } from "./fixtures.ts";

const LANGS: Lang[] = ["zh-Hans", "zh-Hant", "en"];
const PAGES = [
  "",
  "/needs",
  "/projects",
  "/about",
  "/matching",
  "/privacy",
  "/accessibility",
  "/contact",
  "/register",
];

const firstNeed = async (page: Page, lang: Lang, query = "") => {
  await page.goto(`/${lang}/needs${query}`);
  return (await page.locator("main li a[href*='/needs/']").first().getAttribute("href")) ?? "";
};

for (const lang of LANGS)
  test(`public pages in ${lang}: accessible in both themes, nothing wider than a small phone`, async ({
    visitor,
  }) => {
    const page = await visitor(lang);
    const need = await firstNeed(page, lang);
    for (const colorScheme of ["light", "dark"] as const)
      for (const path of [...PAGES.map((one) => `/${lang}${one}`), need]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize(
          colorScheme === "light" ? { width: 320, height: 700 } : { width: 1440, height: 900 },
        );
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((one) => `${path} ${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${path} is too wide`).toBeLessThanOrEqual(0);
      }
  });

test("the language changes and the page with its filters stays", async ({ visitor }) => {
  const page = await visitor("en");
  await page.goto("/en/needs?type=job&q=data");
  await page.locator("header a[hreflang=zh-Hant-HK]").click();
  await expect(page).toHaveURL(/\/zh-Hant\/needs\?type=job&q=data$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-HK");
});

test("a filter says how many it leaves, and leaves as many", async ({ visitor }) => {
  const page = await visitor("en");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/en/needs");
  const facet = page.locator("main ul[aria-label='Type'] a:visible", { hasText: "Internship" });
  const promised = Number(/\d+/.exec((await facet.textContent()) ?? "")?.[0]);
  await facet.click();
  await page.waitForURL(/type=internship/);
  await expect(page.locator("#found")).toContainText(String(promised));
  await expect(page.locator("section[aria-labelledby=found] li")).toHaveCount(promised);
});

test("a search in one script finds needs written in another", async ({ visitor }) => {
  const page = await visitor("en");
  const hrefs = async (q: string) => {
    await page.goto(`/en/needs?q=${encodeURIComponent(q)}`);
    return page
      .locator("section[aria-labelledby=found] li a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  };
  const simplified = await hrefs("风电");
  expect(simplified.length).toBeGreaterThan(0);
  expect(await hrefs("風電")).toEqual(simplified);
});

test("search engines get a job posting for jobs only, and no name that was to stay hidden", async ({
  visitor,
}) => {
  const page = await visitor("en");
  const data = async () => {
    const script = page.locator("script[type='application/ld+json']");
    return (await script.count()) ? JSON.parse((await script.textContent()) ?? "") : null;
  };
  await page.goto(await firstNeed(page, "en", "?type=job"));
  expect(await data()).toMatchObject({ "@type": "JobPosting", directApply: true });
  await page.goto(await firstNeed(page, "en", "?type=challenge"));
  expect(await data()).toBeNull();
});

test("the contact form works without JavaScript and keeps what was typed", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  const form = page.locator("form[data-form=contact]");
  await page.goto("/zh-Hant/contact");
  await form.locator("input[value=YANTAI]").check();
  await form.locator("[name=topic]").selectOption("policy");
  await form.locator("[name=name]").fill("訪客");
  await form.locator("[name=email]").fill("not an address");
  await form.locator("[name=body]").fill("第一行\n第二行 😀");
  await form.locator("button[type=submit]").click();
  await expect(form.getByRole("alert").locator("a")).toHaveCount(1);
  await expect(form.locator("input[value=YANTAI]")).toBeChecked();
  await expect(form.locator("[name=topic]")).toHaveValue("policy");
  await expect(form.locator("[name=body]")).toHaveValue("第一行\n第二行 😀");
  await form.locator("[name=email]").fill("visitor@example.com");
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/sent=YANTAI/);
  await context.close();
});

test("a double click sends once; a lost connection loses nothing", async ({ visitor }) => {
  const page = await visitor("en");
  const form = page.locator("form[data-form=contact]");
  await page.goto("/en/contact", { waitUntil: "networkidle" });
  await form.locator("input[value=HONG_KONG]").check();
  await form.locator("[name=topic]").selectOption("talent");
  await form.locator("[name=name]").fill("Visitor");
  await form.locator("[name=email]").fill("visitor2@example.com");
  await form.locator("[name=body]").fill("How do I begin?");
  let posts = 0;
  await page.route("**/en/contact", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    posts += 1;
    return posts === 1 ? route.abort() : route.continue();
  });
  await form.locator("button[type=submit]").click();
  await expect(form.getByRole("alert")).toBeFocused();
  await expect(form.locator("[name=topic]")).toHaveValue("talent");
  await expect(form.locator("[name=body]")).toHaveValue("How do I begin?");
  await form.locator("button[type=submit]").dblclick();
  await page.waitForURL(/sent=HONG_KONG/);
  expect(posts).toBe(2);
});

test("the three inferred projects are marked wherever they are public", async ({ visitor }) => {
  const page = await visitor("zh-Hant");
  for (const path of ["/zh-Hant", "/zh-Hant/projects"]) {
    await page.goto(path);
    await expect(page.locator("main").getByText("待確認", { exact: true })).toHaveCount(3);
  }
});

test("sitemap and robots name the public pages in three languages and no workspace", async ({ request }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  for (const lang of LANGS)
    expect(sitemap).toMatch(new RegExp(`<loc>[^<]*/${lang}/needs/[0-9a-f-]{36}</loc>`));
  expect(sitemap).not.toMatch(/\/(staff|talent|enterprise)</);
  const robots = await (await request.get("/robots.txt")).text();
  for (const lang of LANGS) expect(robots).toContain(`Disallow: /${lang}/staff`);
});

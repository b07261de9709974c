import { type Browser, type BrowserContext, test as base, expect, type Page } from "playwright/test";

export { expect };

export const PASSWORD = "bridge-demo-2025";
export const ACCOUNTS = {
  talent: "talent@demo.example",
  student: "student@demo.example",
  team: "team@demo.example",
  enterprise: "enterprise@demo.example",
  hk: "staff.hk@demo.example",
  yt: "staff.yt@demo.example",
  admin: "admin@demo.example",
} as const;
export type Account = keyof typeof ACCOUNTS;
export type Lang = "zh-Hans" | "zh-Hant" | "en";

export const SUBMIT_SIGN_IN = "form[data-form=sign-in] button[type=submit]";

export async function signIn(page: Page, email: string, lang: Lang = "en", password = PASSWORD) {
  await page.goto(`/${lang}/sign-in`);
  await page.locator("form[data-form=sign-in] [name=email]").fill(email);
  await page.locator("form[data-form=sign-in] [name=password]").fill(password);
  await page.locator(SUBMIT_SIGN_IN).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

type Fixtures = {
  /** A page signed in as a demo account; each has a browser context of its own. */
  as: (account: Account, lang?: Lang) => Promise<Page>;
  /** A page of nobody. */
  visitor: (lang?: Lang) => Promise<Page>;
};

async function context(browser: Browser, lang: Lang): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: process.env.BASE_URL,
    locale: { "zh-Hans": "zh-CN", "zh-Hant": "zh-HK", en: "en-HK" }[lang],
  });
}

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (account, lang = "en") => {
      const own = await context(browser, lang);
      opened.push(own);
      const page = await own.newPage();
      await signIn(page, ACCOUNTS[account], lang);
      return page;
    });
    for (const one of opened) await one.close();
  },
  visitor: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (lang = "en") => {
      const own = await context(browser, lang);
      opened.push(own);
      return own.newPage();
    });
    for (const one of opened) await one.close();
  },
});

/** The newest mailed link to an address, read by staff in the demo's outbox, as a path of the site. */
export async function mailedLink(staff: Page, recipient: string, containing: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      await staff.goto(`/en/staff/outbox?to=${encodeURIComponent(recipient)}`);
      const links = await staff
        .locator("main a[href*='://']")
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      link = links.find((one) => one.includes(containing));
      return link;
    })
    .toBeTruthy();
  const url = new URL(link!);
  return url.pathname + url.search;
}

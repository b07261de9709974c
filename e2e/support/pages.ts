import type { Browser, Locator, Page } from "playwright/test";
import { expect, type Lang, signIn } from "../fixtures.ts";

/** The form of a page by its name; a form of one record is named `<id>-<record>`. */
export const formOf = (page: Page, id: string): Locator =>
  page.locator(`form[data-form="${id}"], form[data-form^="${id}-"]`).first();

export const send = (page: Page, id: string) =>
  formOf(page, id).locator("button[type=submit]").first().click();

/** Opens what holds a form, if it is closed. */
export async function unfold(page: Page, id: string) {
  if (await formOf(page, id).isVisible()) return;
  await page.locator("details").evaluateAll((all, wanted) => {
    for (const details of all as HTMLDetailsElement[])
      if (details.parentElement?.querySelector(`form[data-form="${wanted}"], form[data-form^="${wanted}-"]`))
        details.open = true;
  }, id);
}

/** A page of somebody in a browser of their own. */
export async function person(
  browser: Browser,
  email: string,
  lang: Lang,
  javaScriptEnabled = true,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled });
  const page = await context.newPage();
  await signIn(page, email, lang);
  return page;
}

/** A page whose forms have come alive, so that what is tested is the browser's part and not the plain form. */
export async function open(page: Page, path: string) {
  await page.goto(path);
  await alive(page);
}

/** React has taken the forms over: they carry its own handle. */
export const alive = (page: Page) =>
  page.waitForFunction(() => {
    const forms = [...document.querySelectorAll("form[data-form]")];
    return forms.every((form) => Object.keys(form).some((key) => key.startsWith("__reactProps")));
  });

/** Messages that stand at their fields, by the field's name. */
export const fieldErrors = (form: Locator) =>
  form.evaluate((element) => {
    const found: Record<string, string> = {};
    for (const error of element.querySelectorAll("[id$='-error']")) {
      const field = document.getElementById(error.id.replace(/-error$/, ""));
      const named = field?.getAttribute("name") ?? field?.querySelector("[name]")?.getAttribute("name");
      if (named) found[named] = error.textContent ?? "";
    }
    return found;
  });

export type NeedValues = {
  title: string;
  description?: string;
  mustHave?: string[];
  payMin?: string;
  payMax?: string;
  start?: string;
  deadline?: string;
};

/** Fills in a job as an enterprise would. */
export async function fillNeed(page: Page, values: NeedValues): Promise<Locator> {
  const form = formOf(page, "need");
  await form.locator("[name=title]").fill(values.title);
  await form
    .locator("[name=description]")
    .fill(values.description ?? "Designs and checks the structures of offshore foundations.");
  await form.locator("[name=chain]").selectOption("clean-energy");
  await form.locator("[name=district]").selectOption("penglai");
  for (const [index, text] of (values.mustHave ?? ["Structural design"]).entries())
    await form.locator(`[name='mustHave[${index}]']`).fill(text);
  await form.locator("[name=payMin]").fill(values.payMin ?? "300000");
  await form.locator("[name=payMax]").fill(values.payMax ?? "500000");
  await form.locator("[name=deadline]").fill(values.deadline ?? "2027-06-30");
  if (values.start) await form.locator("[name=start]").fill(values.start);
  return form;
}

/** Signs in again on the page that a form's "sign in again" has led to. */
export async function signInAgain(page: Page, lang: Lang, email: string, password: string) {
  await page.locator("[role=alert] a[href*='/sign-in']").click();
  await page.waitForURL((url) => url.pathname === `/${lang}/sign-in`);
  await page.locator("form[data-form=sign-in] [name=email]").fill(email);
  await page.locator("form[data-form=sign-in] [name=password]").fill(password);
  await page.locator("form[data-form=sign-in] button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== `/${lang}/sign-in`);
  await alive(page);
  await expect(page.locator("main")).toBeVisible();
}

/** Registers a talent and ends in their workspace. */
export async function newTalent(
  page: Page,
  email: string,
  { lang = "en", clicks = 1 }: { lang?: Lang; clicks?: number } = {},
) {
  await open(page, `/${lang}/register/talent`);
  const form = formOf(page, "register-talent");
  await form.locator("[name=displayName]").fill("Test Talent");
  await form.locator("[name=email]").fill(email);
  await form.locator("[name=password]").fill("a bridge over the sea");
  await form.locator("[name=consent]").check();
  await form.locator("button[type=submit]").click({ clickCount: clicks });
  await page.waitForURL((url) => url.pathname === `/${lang}/talent`);
}

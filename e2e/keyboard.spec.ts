import type pg from "pg";
import type { Page } from "playwright/test";
import { ACCOUNTS, expect, PASSWORD, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { alive, newTalent, open } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
const statusOf = async (id: string) => (await one(`SELECT status FROM "Match" WHERE id = $1`, id)).status;
const focused = (page: Page) => page.locator(":focus");

/** Tab, and no mouse, until the element that `selector` names has the focus. */
async function tabTo(page: Page, selector: string, most = 60) {
  for (let step = 0; step < most; step++) {
    if (await focused(page).evaluateAll((all, wanted) => all.some((one) => one.matches(wanted)), selector))
      return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} is not reached in ${most} steps`);
}

const write = async (page: Page, name: string, text: string) => {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.insertText(text);
};
/** A choice of a list by its arrow keys. */
async function choose(page: Page, name: string, value: string) {
  await tabTo(page, `select[name="${name}"]`);
  const at = () => focused(page).evaluate((field) => (field as HTMLSelectElement).value);
  await page.keyboard.press("Home");
  for (let step = 0; step < 40 && (await at()) !== value; step++) await page.keyboard.press("ArrowDown");
  expect(await at()).toBe(value);
}
/** A day or month, its parts one after another; the days here read the same whichever of month and day is asked first. */
async function writeDate(page: Page, name: string, parts: string[], value: string) {
  await tabTo(page, `[name="${name}"]`);
  for (const [index, part] of parts.entries()) {
    if (index > 0) await page.keyboard.press("ArrowRight");
    await page.keyboard.type(part);
  }
  await expect(page.locator(`[name="${name}"]`)).toHaveValue(value);
}
async function tick(page: Page, selector: string) {
  await tabTo(page, selector);
  await page.keyboard.press("Space");
  await expect(page.locator(selector).first()).toBeChecked();
}
/** One of several radio buttons: Tab to the group, then Space or the arrows. */
async function pick(page: Page, name: string, value: string) {
  await tabTo(page, `[name="${name}"]`);
  const wanted = page.locator(`[name="${name}"][value="${value}"]`);
  await page.keyboard.press("Space");
  for (let step = 0; step < 12 && !(await wanted.isChecked()); step++) await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

test("signing in, over the skip link, with a focus that can be seen everywhere", async ({ visitor }) => {
  const page = await visitor();
  await open(page, "/en/sign-in");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveAttribute("href", "#content");
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
  await page.keyboard.press("Tab");
  expect(await focused(page).evaluate((element) => !!element.closest("main"))).toBe(true);
  await write(page, "email", ACCOUNTS.hk);
  await write(page, "password", PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/en/staff");
});

for (const [account, path] of [
  [null, "/en"],
  [null, "/en/contact"],
  ["enterprise", "/en/enterprise/needs/new?type=job"],
  ["talent", "/en/talent"],
  ["hk", "/en/staff/talents"],
] as const)
  test(`every stop of the Tab key on ${path} is seen`, async ({ as, visitor }) => {
    const page = await (account ? as(account) : visitor());
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    const unseen: object[] = [];
    let stops = 0;
    for (; stops < 40; stops++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(async () => {
        const at = document.activeElement;
        // even a change without motion begins at its first picture
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        // after the last stop the first comes again
        if (!at || at === document.body || at.hasAttribute("data-stopped")) return null;
        at.setAttribute("data-stopped", "");
        // a control may lie over its label, which then draws the outline for it
        const drawn = [at, at.closest("label")].some((one) => {
          if (!one) return false;
          const style = getComputedStyle(one);
          return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        });
        const box = at.getBoundingClientRect();
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return { drawn, inside, html: at.outerHTML.slice(0, 160) };
      });
      if (!stop) break;
      if (!stop.drawn || !stop.inside) unseen.push(stop);
    }
    expect(stops).toBeGreaterThan(10);
    expect(unseen).toEqual([]);
  });

test("the review queue and a decision, and taking it back", async ({ as }) => {
  const page = await as("yt");
  await open(page, "/en/staff/matches");
  const links = page.locator("a[data-queue-row]");
  await expect(links.nth(2)).toBeVisible();
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await page.keyboard.press("j");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === hrefs[1]);
  const id = hrefs[1]!.split("/").at(-1)!;
  const dock = page.locator(`form[data-form="decide-${id}"]`);
  await expect(dock).toBeVisible();
  await alive(page);
  // without a reason nothing is decided, and the first that fits has the focus
  await page.keyboard.press("a");
  await expect(dock.locator("input[name=reasonCode]").first()).toBeFocused();
  expect(await statusOf(id)).toMatch(/SUGGESTED|IN_REVIEW/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await page.keyboard.press("a");
  await page.waitForURL(new RegExp(`approved=${id}`));
  expect(await statusOf(id)).toBe("APPROVED");
  await expect(page.locator("form[data-form=undo]")).toBeVisible();
  await page.keyboard.press("u");
  await page.waitForURL((url) => url.pathname === hrefs[1]);
  expect(await statusOf(id)).toBe("IN_REVIEW");
});

test("the palette leads to rooms and to records", async ({ as }) => {
  const page = await as("hk");
  await open(page, "/en/staff");
  const palette = page.getByRole("dialog");
  for (const keys of ["Control+k", "Meta+k"]) {
    await page.keyboard.press(keys);
    await expect(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("enterp");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/en/staff/enterprises");
  const { code, id } = await one(`SELECT code, id FROM "Talent" WHERE status = 'LISTED' LIMIT 1`);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(code);
  await expect(palette.getByRole("option").filter({ hasText: code })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === `/en/staff/talents/${id}`);
});

test("a need is written and submitted without a mouse", async ({ as }) => {
  const page = await as("enterprise");
  await open(page, "/en/enterprise/needs/new");
  await tabTo(page, "a[href$='type=job']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/type=job/);
  await expect(page.locator("form[data-form=need-job]")).toBeVisible();
  await alive(page);
  await write(page, "title", "Written by keyboard alone");
  await write(page, "description", "Checks the structures of offshore foundations.");
  await choose(page, "chain", "clean-energy");
  await choose(page, "district", "penglai");
  await write(page, "mustHave[0]", "Structural design");
  // Enter ends a line and opens the next one, after the three that stand there
  await page.keyboard.press("Enter");
  await expect(page.locator("[name='mustHave[3]']")).toBeFocused();
  await page.keyboard.insertText("Fatigue analysis");
  await choose(page, "educationMin", "bachelor");
  await write(page, "payMin", "300000");
  await write(page, "payMax", "500000");
  await writeDate(page, "deadline", ["06062027"], "2027-06-06");
  await tabTo(page, "button[name=intent][value=submit]");
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=submitted/);
  const need = await one(
    `SELECT status, "mustHave", "educationMin" FROM "Need" WHERE title = 'Written by keyboard alone'`,
  );
  expect(need).toEqual({
    status: "SUBMITTED",
    mustHave: ["Structural design", "Fatigue analysis"],
    educationMin: "bachelor",
  });
});

test("a profile is filled in and submitted without a mouse", async ({ visitor }) => {
  const page = await visitor();
  const email = "keyboard.talent@example.com";
  await newTalent(page, email);
  const next = async (step: string) => {
    await tabTo(page, "button[name=_then][value=next]", 90);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("step") === step);
    if (step !== "review") await expect(page.locator(`[name=section][value=${step}]`)).toBeAttached();
    await alive(page);
  };
  const addRow = async (first: string, index = 0) => {
    const inside = `ol[id] + button[type=button]`;
    await tabTo(page, inside);
    await page.keyboard.press("Enter");
    await expect(page.locator(`[name="${first}"]`).nth(index)).toBeFocused();
  };
  await open(page, "/en/talent/profile?step=about");
  await write(page, "nameEn", "Keyboard Talent");
  await write(page, "headline", "Offshore structural engineer");
  await choose(page, "base", "HK");
  await pick(page, "pathway", "hkmo_chinese_resident");
  await next("work");
  await addRow("experience[0].title");
  await page.keyboard.insertText("Structural engineer");
  await writeDate(page, "experience[0].from", ["March", "2020"], "2020-03");
  await next("education");
  await addRow("education[0].level");
  await choose(page, "education[0].level", "master");
  await next("skills");
  await tabTo(page, "[name='skills[]']:not([type=hidden])");
  await page.keyboard.insertText("Structural design");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("Fatigue analysis");
  await page.keyboard.press("Enter");
  await expect(page.locator("input[type=hidden][name='skills[]']")).toHaveCount(2);
  await choose(page, "languages[0].code", "en");
  await choose(page, "languages[0].level", "C1");
  await next("terms");
  await tick(page, "[name='intentions[]'][value=full_time]");
  await pick(page, "direction", "hk_to_yantai");
  await writeDate(page, "availableFrom", ["01012027"], "2027-01-01");
  await write(page, "payMin", "400000");
  await choose(page, "payCurrency", "CNY");
  await choose(page, "payPeriod", "year");
  await next("contact");
  await write(page, "phone", "+852 5550 0177");
  await next("review");
  await tabTo(page, "form[data-form=submit-profile] button[type=submit]", 90);
  await page.keyboard.press("Enter");
  const status = async () =>
    (
      await one(
        `SELECT t.status FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
        email,
      )
    ).status;
  await expect.poll(status).toBe("SUBMITTED");
});

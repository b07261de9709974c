import type pg from "pg";
import { today } from "#lib/clock.ts";
import { ACCOUNTS, expect, mailedLink, PASSWORD, signIn, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { alive, formOf, open } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

type Row = {
  id: string;
  code: string;
  matchId: string;
  status: string;
  ownerId: string | null;
  outcome: string | null;
};
const rows = async <T = Row>(sql: string, ...values: unknown[]) =>
  (await client.query(sql, values)).rows as T[];
/** The demo's case of a person of these; each test has one of its own. */
const caseOf = async (email: string) =>
  (
    await rows(
      `SELECT i.* FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId"
       WHERE a.email = $1 ORDER BY i."createdAt" DESC LIMIT 1`,
      email,
    )
  )[0]!;
const statusOf = async (id: string) =>
  (await rows(`SELECT status FROM "Introduction" WHERE id = $1`, id))[0]!.status;
const BOARD = "/en/staff/introductions";

test("a card goes along the board by keyboard, and back with a reason", async ({ as }) => {
  // a case of the Hong Kong office
  const found = await caseOf(ACCOUNTS.student);
  const page = await as("hk");
  await open(page, BOARD);
  const card = page.locator(`[data-card="${found.id}"]`);
  const column = (status: string) => page.locator(`[data-column="${status}"]`);
  await expect(column("SENT").locator(card)).toBeVisible();
  await card.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: "is now in" })).toContainText(found.code);
  await expect(column("ACKNOWLEDGED").locator(card)).toBeFocused();
  expect(await statusOf(found.id)).toBe("ACKNOWLEDGED");
  await page.keyboard.press("m");
  await expect(page.locator(`[data-moves="${found.id}"] ul :focus`)).toBeVisible();
  await page.keyboard.press("Escape");
  await card.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.insertText("Dropped on the wrong stage");
  await dialog.locator("button[type=submit]").click();
  await expect(column("SENT").locator(card)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "is now in “Introduced”" })).toContainText(
    found.code,
  );
  expect(await statusOf(found.id)).toBe("SENT");
  // a place where it cannot go is said and nothing moves
  await card.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.getByRole("status").filter({ hasText: "cannot be moved" })).toContainText(found.code);
});

test("a card is dragged; where somebody was quicker it goes back and says why", async ({ as }) => {
  const found = await caseOf("t070@demo.example");
  const page = await as("yt");
  await page.setViewportSize({ width: 1440, height: 1800 });
  await open(page, BOARD);
  const card = page.locator("li", { has: page.locator(`[data-card="${found.id}"]`) });
  const column = (status: string) => page.locator(`[data-column="${status}"]`);
  const moved = page.locator(`[data-card="${found.id}"]`);
  // to the head of the column, so that nothing scrolls away below the mouse
  const drag = () => card.dragTo(column("ACKNOWLEDGED").locator("h2"));
  // another officer's hand, seen by nobody on this page
  await client.query(`UPDATE "Introduction" SET version = version + 1 WHERE id = $1`, [found.id]);
  await drag();
  await expect(page.getByRole("alert").filter({ hasText: found.code })).toContainText(
    "was changed by somebody else meanwhile. It stands in “Introduced” now.",
  );
  await expect(column("SENT").locator(moved)).toBeVisible();
  expect(await statusOf(found.id)).toBe("SENT");
  await drag();
  await expect(column("ACKNOWLEDGED").locator(moved)).toBeVisible();
  await expect.poll(() => statusOf(found.id)).toBe("ACKNOWLEDGED");
});

test("without JavaScript a card's own form moves it, and a move that needs words leads to its form", async ({
  browser,
}) => {
  const found = await caseOf(ACCOUNTS.team);
  const context = await browser.newContext({ baseURL: process.env.BASE_URL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, ACCOUNTS.yt);
  await page.goto(BOARD);
  const menu = page.locator(`[data-moves="${found.id}"]`);
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Acknowledged" }).click();
  await page.waitForURL(
    (url) => url.pathname.endsWith(found.id) && url.searchParams.get("done") === "acknowledge",
  );
  expect(await statusOf(found.id)).toBe("ACKNOWLEDGED");
  await page.goto(BOARD);
  await menu.locator("summary").click();
  await menu.getByRole("link", { name: "Take the last move back" }).click();
  const form = formOf(page, "asked-move");
  await form.locator("[name=reason]").fill("Too early");
  await form.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "takeBack");
  expect(await statusOf(found.id)).toBe("SENT");
  await context.close();
});

test("two officers at once: one saves, the other is told, keeps what was typed and can send it again", async ({
  as,
  browser,
}) => {
  const found = await caseOf(ACCOUNTS.talent);
  const path = `/en/staff/introductions/${found.id}`;
  const first = await as("yt");
  const context = await browser.newContext({ baseURL: process.env.BASE_URL });
  const second = await context.newPage();
  await signIn(second, "staff.yt2@demo.example");
  await Promise.all([open(first, path), open(second, path)]);
  const write = async (page: typeof first, text: string) => {
    const form = formOf(page, "next-step");
    await form.locator("[name=nextStep]").fill(text);
    await form.locator("[name=ball]").selectOption("TALENT");
    await form.locator("[name=dueOn]").fill("2027-12-31");
    await form.locator("[name=reason]").fill("The ferry does not run before");
    return form;
  };
  const mine = await write(first, "The talent confirms the visit");
  const theirs = await write(second, "Book the ferry");
  await mine.locator("button[type=submit]").click();
  await first.waitForURL((url) => url.searchParams.get("done") === "step");
  await theirs.locator("button[type=submit]").click();
  await expect(theirs.getByRole("alert")).toContainText("Somebody else changed this case");
  await expect(theirs.locator("[name=nextStep]")).toHaveValue("Book the ferry");
  await expect(second.locator("main")).toContainText("The talent confirms the visit");
  await theirs.locator("button[type=submit]").click();
  await second.waitForURL((url) => url.searchParams.get("done") === "step");
  expect((await rows(`SELECT "nextStep" FROM "Introduction" WHERE id = $1`, found.id))[0]).toEqual({
    nextStep: "Book the ferry",
  });
  // the person reads the same, and whose turn it is
  const talent = await as("talent");
  await open(talent, `/en/talent/introductions/${found.id}`);
  await expect(talent.locator("main")).toContainText("Book the ferry");
  await expect(talent.locator("main")).toContainText("Your turn");
  await context.close();
});

test("an officer is away: a colleague of the office takes the case over, the other office asks and hands over", async ({
  as,
}) => {
  const found = await caseOf("t001@demo.example");
  const [away] = await rows<{ id: string }>(
    `SELECT id FROM "Account" WHERE email = 'staff.yt2@demo.example'`,
  );
  await client.query(`UPDATE "Introduction" SET "ownerId" = $2 WHERE id = $1`, [found.id, away!.id]);
  const path = `/en/staff/introductions/${found.id}`;
  const hk = await as("hk");
  await open(hk, path);
  await expect(formOf(hk, "take")).toHaveCount(0);
  const page = await as("yt");
  await open(page, path);
  await formOf(page, "take").locator("button[type=submit]").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "taken");
  await alive(page);
  await page.getByRole("button", { name: "Hand over" }).click();
  const offer = formOf(page, "offer-hand-over");
  await offer.locator("[name=note]").fill("Family papers in Hong Kong first");
  await offer.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "handOverOffered");
  // it lies with its office until the other one accepts
  expect((await rows(`SELECT office FROM "Introduction" WHERE id = $1`, found.id))[0]).toMatchObject({
    office: "YANTAI",
  });
  await open(hk, "/en/staff");
  await expect(hk.locator("main")).toContainText(found.code);
  await open(hk, path);
  await expect(hk.locator("main")).toContainText("Family papers in Hong Kong first");
  await formOf(hk, "accept-hand-over").locator("button[type=submit]").click();
  await hk.waitForURL((url) => url.searchParams.get("done") === "handedOver");
  const [row] = await rows<{ office: string; email: string }>(
    `SELECT i.office, a.email FROM "Introduction" i JOIN "Account" a ON a.id = i."ownerId" WHERE i.id = $1`,
    found.id,
  );
  expect(row).toEqual({ office: "HONG_KONG", email: ACCOUNTS.hk });
});

test("a colleague leaves the enterprise: the case stays with it, and is closed to who left", async ({
  as,
  visitor,
}) => {
  const [own] = await rows<{ matchId: string }>(
    `SELECT i."matchId" FROM "Introduction" i JOIN "Account" a ON a."enterpriseId" = i."enterpriseId" WHERE a.email = $1 AND i.status IN ('SENT', 'ACKNOWLEDGED', 'MEETING', 'OFFER') LIMIT 1`,
    ACCOUNTS.enterprise,
  );
  const path = `/en/enterprise/introductions/${own!.matchId}`;
  const boss = await as("enterprise");
  await open(boss, "/en/enterprise/colleagues");
  const email = "leaving.colleague@demo.example";
  const invite = formOf(boss, "invite");
  await invite.locator("[name=email]").fill(email);
  await invite.locator("button[type=submit]").click();
  const admin = await as("admin");
  const colleague = await visitor();
  await open(colleague, await mailedLink(admin, email, "/invitation"));
  const accept = formOf(colleague, "invitation");
  await accept.locator("[name=displayName]").fill("Leaving Colleague");
  await accept.locator("[name=password]").fill(PASSWORD);
  await accept.locator("button[type=submit]").click();
  await colleague.waitForURL((url) => !url.pathname.includes("/invitation"));
  await open(colleague, path);
  await expect(colleague.locator("h1")).toBeVisible();
  await open(boss, "/en/enterprise/colleagues");
  const [account] = await rows<{ id: string }>(`SELECT id FROM "Account" WHERE email = $1`, email);
  await boss.locator(`form:has(input[value="${account!.id}"]) button[type=submit]`).click();
  await expect
    .poll(
      async () =>
        (
          await rows<{ disabledAt: Date | null }>(
            `SELECT "disabledAt" FROM "Account" WHERE id = $1`,
            account!.id,
          )
        )[0]!.disabledAt,
    )
    .not.toBeNull();
  await colleague.goto(path);
  await expect(colleague).toHaveURL(/sign-in/);
  await open(boss, path);
  await expect(boss.locator("h1")).toBeVisible();
});

test("a person ends an introduction: the enterprise reads nothing any more, staff read why", async ({
  as,
  visitor,
}) => {
  const found = await caseOf("t026@demo.example");
  const staff = await as("yt");
  await open(staff, `/en/staff/introductions/${found.id}`);
  const typed = formOf(staff, "next-step");
  await typed.locator("[name=nextStep]").fill("Call about the flat");
  await typed.locator("[name=ball]").selectOption("STAFF");
  await typed.locator("[name=dueOn]").fill(today());
  const page = await visitor();
  await signIn(page, "t026@demo.example");
  await open(page, `/en/talent/introductions/${found.id}`);
  const form = formOf(page, "end-withdraw");
  await page.locator("details", { has: form }).locator("summary").click();
  // a reason is needed
  await form.locator("button[type=submit]").click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.locator("[name=outcome]").selectOption("other_work");
  await form.locator("[name=words]").fill("I signed elsewhere");
  await form.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.searchParams.get("done") === "ended");
  const [ended] = await rows(`SELECT status, outcome FROM "Introduction" WHERE id = $1`, found.id);
  expect(ended).toMatchObject({ status: "WITHDRAWN", outcome: "other_work" });
  const employer = await visitor();
  await signIn(employer, "pharma@demo.example");
  await employer.goto(`/en/enterprise/introductions/${found.matchId}`);
  await expect(employer.locator("main")).not.toContainText("Jason Yeung");
  await employer.goto(`/en/enterprise/introductions/${found.matchId}/conversation`);
  await expect(employer.locator("main")).not.toContainText("Jason Yeung");
  // an officer who was typing is told, and has the words still
  await typed.locator("button[type=submit]").click();
  await expect(typed.getByRole("alert")).toContainText("This case has ended");
  await expect(typed.locator("[name=nextStep]")).toHaveValue("Call about the flat");
  await open(staff, `/en/staff/introductions/${found.id}`);
  await expect(staff.locator("main")).toContainText("Took other work");
  await expect(staff.locator("main")).toContainText("I signed elsewhere");
});

import { readFileSync } from "node:fs";
import type pg from "pg";
import type { Page } from "playwright/test";
import { ACCOUNTS, expect, type Lang, PASSWORD, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { fieldErrors, fillNeed, formOf, newTalent, open, signInAgain } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const rows = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows;
const count = async (sql: string, ...values: unknown[]) =>
  Number((await rows(`SELECT count(*) AS n FROM ${sql}`, ...values))[0].n);
const needsTitled = (title: string) => count(`"Need" WHERE title = $1`, title);
const errorsOf = (lang: Lang) => JSON.parse(readFileSync(`lib/i18n/messages/${lang}/errors.json`, "utf8"));
const newNeed = (page: Page, lang: Lang = "en") => open(page, `/${lang}/enterprise/needs/new?type=job`);
const button = (page: Page, id: string, intent = "") =>
  formOf(page, id).locator(`button[type=submit]${intent && `[value=${intent}]`}`);

test.describe("twice", () => {
  test("a need that is submitted by a double click is one need, also after going back", async ({ as }) => {
    const page = await as("enterprise");
    const title = "Posted by a double click";
    await newNeed(page);
    await fillNeed(page, { title });
    await button(page, "need", "submit").dblclick();
    await page.waitForURL(/done=submitted/);
    expect(await needsTitled(title)).toBe(1);
    await page.goBack();
    await expect(formOf(page, "need")).toBeVisible();
    await button(page, "need", "submit").click();
    await expect(
      page
        .locator("main [role=alert]")
        .or(page.getByText(/Posted by/))
        .first(),
    ).toBeVisible();
    expect(await needsTitled(title)).toBe(1);
  });

  test("a message that is sent by a double click is one message, also after going back", async ({
    visitor,
  }) => {
    const page = await visitor();
    await open(page, "/en/contact");
    const form = formOf(page, "contact");
    await form.locator("input[value=YANTAI]").check();
    await form.locator("[name=topic]").selectOption("other");
    await form.locator("[name=name]").fill("Twice");
    await form.locator("[name=email]").fill("twice@example.com");
    await form.locator("[name=body]").fill("Once is enough.");
    await button(page, "contact").dblclick();
    await page.waitForURL(/sent=YANTAI/);
    const sent = () => count(`"ContactMessage" WHERE email = 'twice@example.com'`);
    expect(await sent()).toBe(1);
    await page.goBack();
    await expect(formOf(page, "contact")).toBeVisible();
    expect(await sent()).toBe(1);
  });

  test("a registration by a double click is one account, and its second go says that it is there", async ({
    visitor,
  }) => {
    const page = await visitor();
    const email = "double.click@example.com";
    await newTalent(page, email, { clicks: 2 });
    expect(await count(`"Account" WHERE email = $1`, email)).toBe(1);
    expect(await count(`"Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`, email)).toBe(
      1,
    );
    expect(await count(`"MailMessage" WHERE recipient = $1`, email)).toBe(1);
    await page.goBack();
    await page.waitForURL(/register\/talent/);
    const form = formOf(page, "register-talent");
    await form.locator("[name=displayName]").fill("Again");
    await form.locator("[name=email]").fill(email);
    await form.locator("[name=password]").fill("a bridge over the sea");
    await form.locator("[name=consent]").check();
    await button(page, "register-talent").click();
    await expect(form.getByRole("alert")).toBeVisible();
    await expect(form.locator("[name=displayName]")).toHaveValue("Again");
    expect(await count(`"Account" WHERE email = $1`, email)).toBe(1);
  });
});

test("two tabs that edit one need: the second hears of the first and keeps its draft", async ({ as }) => {
  const first = await as("enterprise");
  await newNeed(first);
  await fillNeed(first, { title: "Edited in two tabs" });
  await button(first, "need", "save").click();
  await first.waitForURL(/saved=1/);
  const second = await first.context().newPage();
  await open(second, first.url());
  const [{ id }] = await rows(`SELECT id FROM "Need" WHERE title = 'Edited in two tabs'`);
  const description = (page: Page) => formOf(page, `need-${id}`).locator("[name=description]");
  await description(first).fill("What the first tab says.");
  await button(first, `need-${id}`, "preview").click();
  await first.waitForURL((url) => url.pathname.endsWith(id));
  await description(second).fill("What the second tab says.");
  await button(second, `need-${id}`, "save").click();
  await expect(formOf(second, `need-${id}`).getByRole("alert")).toContainText(errorsOf("en").conflict);
  await expect(description(second)).toHaveValue("What the second tab says.");
  expect((await rows(`SELECT description FROM "Need" WHERE id = $1`, id))[0].description).toBe(
    "What the first tab says.",
  );
});

test.describe("the session ends in the middle of a form", () => {
  const end = (email: string) =>
    client.query(`DELETE FROM "Session" s USING "Account" a WHERE a.id = s."accountId" AND a.email = $1`, [
      email,
    ]);

  test("a need is all there after signing in again, and is saved", async ({ as }) => {
    const page = await as("enterprise", "zh-Hans");
    const title = "会话中断时写的需求";
    await newNeed(page, "zh-Hans");
    await fillNeed(page, { title, mustHave: ["结构设计", "疲劳分析"] });
    await formOf(page, "need").locator("[name=confidential]").check();
    await formOf(page, "need").locator("[name=educationMin]").selectOption("master");
    await end(ACCOUNTS.enterprise);
    await button(page, "need", "submit").click();
    await expect(formOf(page, "need").getByRole("alert")).toContainText(errorsOf("zh-Hans").signedOut);
    expect(await needsTitled(title)).toBe(0);
    await signInAgain(page, "zh-Hans", ACCOUNTS.enterprise, PASSWORD);
    const form = formOf(page, "need");
    await expect(form.locator("[name=title]")).toHaveValue(title);
    await expect(form.locator("[name='mustHave[1]']")).toHaveValue("疲劳分析");
    await expect(form.locator("[name=educationMin]")).toHaveValue("master");
    await expect(form.locator("[name=deadline]")).toHaveValue("2027-06-30");
    await expect(form.locator("[name=confidential]")).toBeChecked();
    await button(page, "need", "submit").click();
    await page.waitForURL(/done=submitted/);
    expect(await needsTitled(title)).toBe(1);
  });

  test("a step of the profile as well", async ({ visitor }) => {
    const page = await visitor("zh-Hant");
    const email = "session.ends@example.com";
    await newTalent(page, email, { lang: "zh-Hant" });
    await open(page, "/zh-Hant/talent/profile?step=work");
    const form = formOf(page, "profile-work");
    await form.locator("ol + button, button[type=button]").last().click();
    await form.locator("[name='experience[0].title']").fill("結構工程師");
    await form.locator("[name='experience[0].from']").fill("2020-03");
    await form.locator("[name=outputs]").fill("一篇論文\n一項專利");
    await end(email);
    await button(page, "profile-work").first().click();
    await expect(form.getByRole("alert")).toContainText(errorsOf("zh-Hant").signedOut);
    await signInAgain(page, "zh-Hant", email, "a bridge over the sea");
    await expect(form.locator("[name='experience[0].title']")).toHaveValue("結構工程師");
    await expect(form.locator("[name='experience[0].from']")).toHaveValue("2020-03");
    await expect(form.locator("[name=outputs]")).toHaveValue("一篇論文\n一項專利");
    await button(page, "profile-work").first().click();
    await page.waitForURL(/step=education/);
    await open(page, "/zh-Hant/talent/profile?step=work");
    await expect(form.locator("[name='experience[0].title']")).toHaveValue("結構工程師");
  });
});

test.describe("what is typed", () => {
  const long = "長".repeat(10_000);
  /** Past what the browser holds back by itself. */
  const force = (page: Page, name: string, value: string) =>
    page.locator(`form[data-form] [name="${name}"]`).evaluate((field, text) => {
      field.removeAttribute("maxlength");
      (field as HTMLInputElement).value = text;
    }, value);

  test("10,000 characters are too many at each field, and are kept", async ({ as }) => {
    const page = await as("enterprise");
    await newNeed(page);
    const form = await fillNeed(page, { title: "Too long" });
    const names = ["title", "description", "chainText", "contactName", "mustHave[0]"];
    for (const name of names) await force(page, name, long);
    await button(page, "need", "save").click();
    await expect(form.getByRole("alert")).toBeFocused();
    const errors = await fieldErrors(form);
    expect(Object.keys(errors).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(errors[name]).toMatch(/at most [\d,]+ characters/);
      await expect(form.locator(`[name="${name}"]`)).toHaveValue(long);
    }
    await form.getByRole("alert").getByRole("link").first().click();
    await expect(form.locator("[name=title]")).toBeFocused();
    expect(await count(`"Need" WHERE title LIKE '長長%'`)).toBe(0);
  });

  test("10,000 characters in the contact form and in a profile as well", async ({ visitor }) => {
    const page = await visitor("zh-Hans");
    await open(page, "/zh-Hans/contact");
    for (const name of ["name", "body"]) await force(page, name, long);
    await button(page, "contact").click();
    await expect.poll(() => fieldErrors(formOf(page, "contact"))).toMatchObject({ body: /4[,.]?000/ });
    await expect(formOf(page, "contact").locator("[name=body]")).toHaveValue(long);
    await newTalent(page, "long.texts@example.com", { lang: "zh-Hans" });
    await open(page, "/zh-Hans/talent/profile?step=about");
    const form = formOf(page, "profile-about");
    for (const name of ["headline", "summary", "nameZh"]) await force(page, name, long);
    await button(page, "profile-about").first().click();
    await expect(form.getByRole("alert")).toBeFocused();
    expect(Object.keys(await fieldErrors(form)).sort()).toEqual(["headline", "nameZh", "summary"]);
    await expect(form.locator("[name=summary]")).toHaveValue(long);
  });

  test("emoji, right-to-left text and markup are kept as they are, and shown as text", async ({ as }) => {
    const page = await as("enterprise");
    const title = "Engineer 👩‍🔧 مهندس <b>bold</b>";
    const description = "نبني طواحين الرياح في البحر 🌊\n<script>window.hacked = 1</script>\n𠮷野家 & Söhne";
    await newNeed(page);
    await fillNeed(page, { title, description: `\u202e${description}\u0000` });
    await button(page, "need", "preview").click();
    await page.waitForURL((url) => /needs\/[0-9a-f-]{36}$/.test(url.pathname));
    const [row] = await rows(`SELECT description FROM "Need" WHERE title = $1`, title);
    // the marks that turn a whole line around are taken out
    expect(row.description).toBe(description);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    for (const line of description.split("\n")) await expect(page.locator("main")).toContainText(line);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    const text = page.locator("main [dir=auto]", { hasText: "طواحين" }).last();
    expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  });

  test("days in the past and pay upside down are named at their fields, and kept", async ({ as }) => {
    const page = await as("enterprise", "zh-Hant");
    await newNeed(page, "zh-Hant");
    const wrong = { payMin: "500000", payMax: "300000", start: "2020-02-01", deadline: "2020-01-01" };
    const form = await fillNeed(page, { title: "過去的日子", ...wrong });
    await button(page, "need", "submit").click();
    await expect(form.getByRole("alert")).toBeFocused();
    const errors = errorsOf("zh-Hant");
    expect(await fieldErrors(form)).toEqual({
      payMax: errors.payMaxBelowMin,
      start: errors.startPast,
      deadline: errors.deadlinePast,
    });
    for (const [name, value] of Object.entries(wrong))
      await expect(form.locator(`[name=${name}]`)).toHaveValue(value);
    expect(await needsTitled("過去的日子")).toBe(0);
  });

  test("a need that lacks nearly everything names each missing field", async ({ as }) => {
    for (const lang of ["zh-Hans", "zh-Hant", "en"] as const) {
      const page = await as("enterprise", lang);
      await newNeed(page, lang);
      const form = formOf(page, "need");
      await form.locator("[name=payMin]").fill("1000");
      await form.locator("[name=payCurrency]").evaluate((field) => {
        (field as HTMLSelectElement).value = "";
      });
      await button(page, "need", "submit").click();
      await expect(form.getByRole("alert")).toBeFocused();
      const { missing } = errorsOf(lang);
      const { title, description, deadline } = missing;
      expect(await fieldErrors(form)).toMatchObject({ title, description, deadline });
      await expect(form.getByRole("alert")).toContainText(missing.mustHave);
    }
  });

  const DISCRIMINATING: [Lang, string, string, string][] = [
    ["zh-Hans", "负责结构设计。限男性，35岁以下。", "sex", "《"],
    ["zh-Hant", "負責結構設計，未婚女性優先。", "marital", "《"],
    ["en", "Structural design. Male candidates only, under 35 years old.", "sex", "Promotion Law"],
  ];
  for (const [lang, description, category, law] of DISCRIMINATING)
    test(`a discriminatory requirement is stopped with its reason, in ${lang}`, async ({ as }) => {
      const page = await as("enterprise", lang);
      const title = `Discriminating ${lang}`;
      await newNeed(page, lang);
      const form = await fillNeed(page, { title, description });
      await button(page, "need", "submit").click();
      const alert = form.getByRole("alert");
      await expect(alert).toBeFocused();
      const explained = (errorsOf(lang).discrimination[category] as string).split("{words}");
      await expect(alert).toContainText(explained[1]!);
      await expect(alert).toContainText(law);
      expect((await fieldErrors(form)).description).toBeTruthy();
      await expect(form.locator("[name=description]")).toHaveValue(description);
      expect(await needsTitled(title)).toBe(0);
    });
});

test("each hostile CV gets its own answer, and the profile stays as it is", async ({ visitor }) => {
  const HOSTILE = {
    "200-pages.pdf": "tooManyPages",
    "corrupt.docx": "corrupt",
    "corrupt.pdf": "corrupt",
    "empty.pdf": "empty",
    "encrypted.pdf": "encrypted",
    "lying-sizes.docx": "zipBomb",
    "program.docx": "renamed",
    "program.pdf": "renamed",
    "scanned.pdf": "scannedOnly",
    "zip-bomb.docx": "zipBomb",
  };
  const page = await visitor();
  const email = "hostile.cv@example.com";
  await newTalent(page, email);
  const [{ id }] = await rows(
    `SELECT t.id FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    email,
  );
  const profile = () =>
    rows(
      `SELECT t.*, i.*, c.* FROM "Talent" t LEFT JOIN "TalentIdentity" i ON i."talentId" = t.id LEFT JOIN "TalentContact" c ON c."talentId" = t.id WHERE t.id = $1`,
      id,
    );
  const before = await profile();
  const messages = JSON.parse(readFileSync("lib/i18n/messages/en/files.json", "utf8")).errors;
  for (const [file, code] of Object.entries(HOSTILE)) {
    await open(page, "/en/talent/profile/cv");
    await formOf(page, "upload-cv").locator("[name=file]").setInputFiles(`e2e/fixtures/cv/hostile/${file}`);
    await button(page, "upload-cv").click();
    // the part of the message after what it fills in
    const said = (messages[code] as string).split(/\{\w+\}/).at(-1)!;
    await expect(page.locator("main"), file).toContainText(said);
    // what could not be read is kept as a file; the most that one may keep is not the matter here
    await client.query(`DELETE FROM "Document" WHERE "talentId" = $1`, [id]);
  }
  expect(await profile()).toEqual(before);
});

/** A match that waits and may be approved. */
async function waiting(): Promise<string> {
  const [row] = await rows(
    `SELECT m.id FROM "Match" m JOIN "Need" n ON n.id = m."needId" JOIN "Talent" t ON t.id = m."talentId"
     WHERE m.status = 'SUGGESTED' AND n.status = 'OPEN' AND t.status = 'LISTED' AND NOT EXISTS (SELECT 1 FROM "Enterprise" e WHERE e.id = n."enterpriseId" AND e.name = ANY(t."blockedEmployers"))
     ORDER BY m.id DESC LIMIT 1`,
  );
  return row.id;
}

test("two officers decide one match at once: one decision, and the other hears of it", async ({ as }) => {
  const id = await waiting();
  const [hk, yt] = [await as("hk"), await as("yt")];
  const said = { hk: "Known to us from the fair.", yt: "The enterprise asked for somebody else." };
  for (const [page, reason] of [
    [hk, said.hk],
    [yt, said.yt],
  ] as const) {
    await open(page, `/en/staff/matches/${id}`);
    await formOf(page, `decide-${id}`).locator("[name=reason]").fill(reason);
  }
  const decide = (page: Page, decision: string) =>
    formOf(page, `decide-${id}`).locator(`button[value=${decision}]`).click();
  await Promise.all([decide(hk, "reject"), decide(yt, "reject")]);
  await expect
    .poll(async () => (await rows(`SELECT status FROM "Match" WHERE id = $1`, id))[0].status)
    .toBe("REJECTED");
  const [match] = await rows(`SELECT "decidedOffice" AS office, reason FROM "Match" WHERE id = $1`, id);
  const [loser, kept, won] = match.office === "YANTAI" ? [hk, said.hk, said.yt] : [yt, said.yt, said.hk];
  expect(match.reason).toBe(won);
  await expect(formOf(loser, `decide-${id}`).getByRole("alert")).toContainText(errorsOf("en").conflict);
  await expect(formOf(loser, `decide-${id}`).locator("[name=reason]")).toHaveValue(kept);
  expect(await count(`"AuditEvent" WHERE "recordId" = $1 AND action = 'match.rejected'`, id)).toBe(1);
});

test("an approval that is undone within ten seconds tells nobody", async ({ as }) => {
  const id = await waiting();
  const page = await as("hk", "zh-Hant");
  await open(page, `/zh-Hant/staff/matches/${id}`);
  const form = formOf(page, `decide-${id}`);
  await form.locator("[name=reason]").fill("經歷相符");
  await form.locator("button[value=approve]").click();
  await page.waitForURL(/approved=/);
  expect((await rows(`SELECT status FROM "Match" WHERE id = $1`, id))[0].status).toBe("APPROVED");
  await button(page, "undo").click();
  await page.waitForURL((url) => url.pathname.endsWith(id));
  await expect
    .poll(async () => (await rows(`SELECT status FROM "Match" WHERE id = $1`, id))[0].status)
    .toBe("IN_REVIEW");
  // the job that would have told the talent comes and finds nothing to do
  const job = () =>
    rows(`SELECT state FROM pgboss.job WHERE name = 'matches.inviteTalent' AND data->>'matchId' = $1`, id);
  await expect
    .poll(async () => (await job()).map(({ state }) => state), { timeout: 40_000 })
    .toEqual(["completed"]);
  const [match] = await rows(`SELECT status, "invitedAt" FROM "Match" WHERE id = $1`, id);
  expect(match).toEqual({ status: "IN_REVIEW", invitedAt: null });
});

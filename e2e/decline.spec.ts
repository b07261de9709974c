import type pg from "pg";
import { expect, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { formOf, open, person, send, unfold } from "./support/pages.ts";

let client: pg.Client;
test.beforeAll(async () => {
  client = await connect();
});
test.afterAll(async () => {
  await client.end();
});

const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
/** The demo's match of a person in a state. */
const matchOf = (email: string, status: string) =>
  one(
    `SELECT m.id, n.title, e.name AS enterprise, (SELECT x.email FROM "Account" x WHERE x."enterpriseId" = e.id LIMIT 1) AS member
     FROM "Match" m JOIN "Talent" t ON t.id = m."talentId" JOIN "Account" a ON a.id = t."accountId"
       JOIN "Need" n ON n.id = m."needId" JOIN "Enterprise" e ON e.id = n."enterpriseId"
     WHERE a.email = $1 AND m.status = $2::"MatchStatus"`,
    email,
    status,
  );
const statusOf = async (id: string) => (await one(`SELECT status FROM "Match" WHERE id = $1`, id)).status;
const mailsTo = async (email: string, template: string) =>
  (
    await client.query(
      `SELECT locale, subject, text FROM "MailMessage" WHERE recipient = $1 AND template = $2 ORDER BY "createdAt" DESC`,
      [email, template],
    )
  ).rows;

test("a person declines an invitation: the reason stays with the workstation, and the enterprise never hears of it", async ({
  as,
  browser,
}) => {
  const match = await matchOf("student@demo.example", "INVITED");
  const words = "I hand in my thesis in June.";
  const talent = await as("student", "en");
  await open(talent, `/en/talent/invitations/${match.id}`);
  await unfold(talent, "decline");
  const form = formOf(talent, "decline");
  await form.locator("[name=reason]").fill(words);
  // by keyboard, and first without the one thing that is asked for
  await form.locator("button[type=submit]").press("Enter");
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.locator("[name=reason]")).toHaveValue(words);
  await form.locator("[name=reasonCode][value=timing]").press("Space");
  await form.locator("button[type=submit]").press("Enter");
  await expect.poll(() => statusOf(match.id)).toBe("TALENT_DECLINED");

  const hk = await as("hk", "zh-Hant");
  await open(hk, `/zh-Hant/staff/matches/${match.id}`);
  await expect(hk.locator("main")).toContainText(words);
  await expect(hk.locator("main")).toContainText("時間不合適");

  const enterprise = await person(browser, match.member, "zh-Hans");
  await enterprise.goto("/zh-Hans/enterprise/introductions");
  expect(await enterprise.content()).not.toContain(match.id);
  expect((await enterprise.goto(`/zh-Hans/enterprise/introductions/${match.id}`))?.status()).toBe(404);
  expect((await client.query(`SELECT 1 FROM "Consent" WHERE "matchId" = $1`, [match.id])).rowCount).toBe(0);
});

test("an enterprise declines a candidate: it never learns who it was, and the person hears it kindly and without the reason", async ({
  as,
  browser,
}) => {
  const match = await matchOf("t001@demo.example", "TALENT_ACCEPTED");
  const identity = await one(
    `SELECT i.* FROM "TalentIdentity" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    "t001@demo.example",
  );
  const names = [identity.nameZh, identity.nameEn, "t001@demo.example"].filter(Boolean);
  expect(names.length).toBeGreaterThan(1);
  const words = "本次更需要现场运维经验。";
  const enterprise = await as("enterprise", "zh-Hans");
  await open(enterprise, `/zh-Hans/enterprise/introductions/${match.id}`);
  await unfold(enterprise, "decline");
  const form = formOf(enterprise, "decline");
  await form.locator("[name=reason]").fill(words);
  await send(enterprise, "decline");
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.locator("[name=reason]")).toHaveValue(words);
  await form.locator("[name=reasonCode][value=experience]").check();
  await send(enterprise, "decline");
  await expect.poll(() => statusOf(match.id)).toBe("ENTERPRISE_DECLINED");
  await enterprise.goto(`/zh-Hans/enterprise/introductions/${match.id}`);
  const after = await enterprise.content();
  for (const secret of names) expect(after).not.toContain(secret);
  expect(
    (await client.query(`SELECT 1 FROM "Consent" WHERE "matchId" = $1 AND "withdrawnAt" IS NULL`, [match.id]))
      .rowCount,
  ).toBe(0);

  const yt = await as("yt", "en");
  await yt.goto(`/en/staff/matches/${match.id}`);
  await expect(yt.locator("main")).toContainText(`The enterprise: Experience does not fit · ${words}`);

  const talent = await person(browser, "t001@demo.example", "zh-Hant");
  await talent.goto(`/zh-Hant/talent/invitations/${match.id}`);
  await expect(talent.locator("main")).toContainText("用人單位已婉拒");
  expect(await talent.content()).not.toContain(words);
  const [mail] = await mailsTo("t001@demo.example", "matches.declinedByEnterprise");
  expect(mail.locale).toBe("zh-Hant");
  expect(mail.text).toContain(match.title);
  expect(mail.text).not.toContain(words);
});

test("a person declines terms: the case goes back to the meeting, and all sides read why", async ({
  as,
  browser,
}) => {
  const email = "t005@demo.example";
  const { id, matchId, member } = await one(
    `SELECT i.id, i."matchId", (SELECT x.email FROM "Account" x WHERE x."enterpriseId" = i."enterpriseId" LIMIT 1) AS member
     FROM "Introduction" i JOIN "Talent" t ON t.id = i."talentId" JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
    email,
  );
  const caseStatus = async () =>
    (await one(`SELECT status FROM "Introduction" WHERE id = $1`, id)).status as string;
  const yt = await as("yt", "zh-Hans");
  await open(yt, `/zh-Hans/staff/introductions/${id}/terms`);
  await unfold(yt, "offer");
  const terms = formOf(yt, "offer");
  await terms.locator("[name=title]").fill("电驱动噪声专题顾问");
  await terms.locator("[name=mode]").selectOption("project");
  await terms.locator("[name=payMin]").fill("80000");
  await terms.locator("[name=payCurrency]").selectOption("CNY");
  await terms.locator("[name=payPeriod]").selectOption("month");
  await send(yt, "offer");
  await expect.poll(caseStatus).toBe("OFFER");

  const talent = await person(browser, email, "en");
  await open(talent, `/en/talent/introductions/${id}/terms`);
  await unfold(talent, "decline-offer");
  await send(talent, "decline-offer");
  await expect(formOf(talent, "decline-offer").getByRole("alert")).toBeVisible();
  await formOf(talent, "decline-offer").locator("[name=reason]").fill("Two months are too short for this.");
  await send(talent, "decline-offer");
  await expect.poll(caseStatus).toBe("MEETING");

  const enterprise = await person(browser, member, "zh-Hant");
  await open(enterprise, `/zh-Hant/enterprise/introductions/${matchId}/terms`);
  await expect(enterprise.locator("main")).toContainText("Two months are too short for this.");
  await expect(enterprise.locator("main")).toContainText("婉拒");
  await expect
    .poll(async () => (await mailsTo(member, "notifications.offerAnswered")).length)
    .toBeGreaterThan(0);
});

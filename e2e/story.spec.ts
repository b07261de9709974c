import type { Page } from "playwright/test";
import { today } from "#lib/clock.ts";
import { expect, type Lang, mailedLink, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { open, unfold } from "./support/pages.ts";

/** One telling of the whole story, by language of the talent and of the enterprise. */
type Telling = {
  talent: Lang;
  enterprise: Lang;
  name: string;
  cv: string;
  skills: string[];
  phone: string;
  need: { title: string; description: string; mustHave: string[]; reason: string };
};

const TELLINGS: Telling[] = [
  {
    talent: "zh-Hant",
    enterprise: "zh-Hans",
    name: "陳嘉朗",
    cv: "hant-engineer.docx",
    skills: ["導管架設計", "疲勞分析"],
    phone: "+852 5555 0101",
    need: {
      title: "导管架基础疲劳分析工程师",
      description: "负责北方海域风场导管架与单桩基础的疲劳校核，对接第三方认证机构。",
      mustHave: ["导管架基础设计", "疲劳分析", "SACS 软件"],
      reason: "经历完全相符，希望尽快面谈。",
    },
  },
  {
    talent: "en",
    enterprise: "en",
    name: "Mei-Ling Novak",
    cv: "en-engineer-table.docx",
    skills: ["Jacket installation", "Lift planning"],
    phone: "+65 5550 0808",
    need: {
      title: "Jacket Installation and Lift Planning Engineer",
      description: "Plans heavy lifts of jackets and sea fastening for wind farms in the Bohai Sea.",
      mustHave: ["Jacket installation", "Lift planning", "OrcaFlex"],
      reason: "The experience is what we need; we would like to meet soon.",
    },
  },
];

const form = (page: Page, id: string) =>
  page.locator(`form[data-form="${id}"], form[data-form^="${id}-"]`).first();
const send = (page: Page, id: string, more = "") =>
  form(page, id).locator(`button[type=submit]${more}`).click();
const step = async (page: Page, lang: Lang, name: string) =>
  page.goto(`/${lang}/talent/profile?step=${name}`);
const saveStep = async (page: Page, name: string) => {
  const before = page.url();
  await form(page, `profile-${name}`).locator("button[type=submit]").first().click();
  await page.waitForURL((url) => url.href !== before);
};

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

type Cast = Record<"talent" | "enterprise" | "hk" | "yt", Page>;
type Rest = {
  telling: Telling;
  cast: Cast;
  matchId: string;
  one: (sql: string, ...values: unknown[]) => Promise<Record<string, string>>;
};

/** From the introduction to the arrival that both offices sign. */
async function toLanding({ telling, cast: { talent, enterprise, hk, yt }, matchId, one }: Rest) {
  const found = () => one(`SELECT id, status FROM "Introduction" WHERE "matchId" = $1`, matchId);
  const status = async () => (await found()).status;
  const { id } = await found();
  const own = `/${telling.talent}/talent/introductions/${id}`;
  const theirs = `/${telling.enterprise}/enterprise/introductions/${matchId}`;

  // they agree on a talk
  await open(enterprise, `${theirs}/meetings`);
  await unfold(enterprise, "propose");
  await form(enterprise, "propose").locator("[name=title]").fill("First talk");
  await form(enterprise, "propose")
    .locator("[name='times[0]']")
    .fill(`${inDays(9)}T10:00`);
  await send(enterprise, "propose");
  await enterprise.waitForURL((url) => url.searchParams.has("done"));
  await open(talent, `${own}/meetings`);
  await form(talent, "choose").locator("[name=optionId]").first().check();
  await send(talent, "choose");
  await expect.poll(status).toBe("MEETING");

  // terms are put forward and accepted
  await open(enterprise, `${theirs}/terms`);
  await unfold(enterprise, "offer");
  await form(enterprise, "offer").locator("[name=mode]").selectOption("full_time");
  await form(enterprise, "offer").locator("[name=startOn]").fill(inDays(20));
  await form(enterprise, "offer").locator("[name=sure]").check();
  await send(enterprise, "offer");
  await expect.poll(status).toBe("OFFER");
  await open(talent, `${own}/terms`);
  await form(talent, "accept-offer").locator("[name=sure]").check();
  await send(talent, "accept-offer");
  await expect.poll(status).toBe("ACCEPTED");

  // one office records the arrival with proof, the other countersigns
  await open(hk, `/zh-Hant/staff/introductions/${id}/terms`);
  await form(hk, "record-landing").locator("[name=landedOn]").fill(today());
  await form(hk, "record-landing").locator("[name=proofKind]").selectOption("contract");
  await form(hk, "record-landing")
    .locator("[name=proof]")
    .setInputFiles("e2e/fixtures/cv/en-engineer-table.pdf");
  await send(hk, "record-landing");
  await expect
    .poll(async () => (await one(`SELECT count(*) AS n FROM "Landing" WHERE "introductionId" = $1`, id)).n)
    .toBe("1");
  await open(yt, `/zh-Hans/staff/introductions/${id}/terms`);
  await send(yt, "countersign");
  await expect.poll(status).toBe("LANDED");
  await open(talent, own);
  await expect(talent.locator("main")).toContainText(telling.talent === "en" ? "Arrived" : "已到任");
}

for (const telling of TELLINGS) {
  test(`the whole story, told in ${telling.talent} and ${telling.enterprise}`, async ({ as, visitor }) => {
    test.setTimeout(240_000);
    const { talent: lang, need } = telling;
    const email = `story.${lang.toLowerCase()}@example.com`;
    const client = await connect();
    const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0];
    const hk = await as("hk", "zh-Hant");
    const yt = await as("yt", "zh-Hans");

    // the talent registers and confirms the address
    const talent = await visitor(lang);
    await talent.goto(`/${lang}/register/talent`);
    const register = form(talent, "register-talent");
    await register.locator("[name=kind][value=individual]").check();
    await register.locator("[name=displayName]").fill(telling.name);
    await register.locator("[name=email]").fill(email);
    await register.locator("[name=password]").fill("a bridge over the sea");
    await register.locator("[name=consent]").check();
    await send(talent, "register-talent");
    await talent.waitForURL((url) => url.pathname.startsWith(`/${lang}/talent`));
    await talent.goto(await mailedLink(hk, email, "/verify"));
    await send(talent, "verify");
    await talent.waitForURL((url) => url.pathname === `/${lang}/talent`);

    // uploads a CV, which proposes the profile
    await talent.goto(`/${lang}/talent/profile/cv`);
    await form(talent, "upload-cv").locator("[name=file]").setInputFiles(`e2e/fixtures/cv/${telling.cv}`);
    await send(talent, "upload-cv");
    await expect(form(talent, "apply-proposal")).toBeVisible();
    await expect(talent.locator("main")).toContainText(telling.skills[0]!);
    await send(talent, "apply-proposal");
    await talent.waitForURL((url) => !url.search.includes("document="));

    // and adds what a CV does not say
    await step(talent, lang, "about");
    await expect(form(talent, "profile-about").locator("[name=headline]")).not.toHaveValue("");
    await form(talent, "profile-about").locator("[name=base]").selectOption("HK");
    await form(talent, "profile-about").locator("[name=pathway][value=hkmo_chinese_resident]").check();
    await saveStep(talent, "about");
    await step(talent, lang, "work");
    await expect(form(talent, "profile-work").locator("[name='experience[0].title']")).not.toHaveValue("");
    await step(talent, lang, "terms");
    const terms = form(talent, "profile-terms");
    await terms.locator("[name='intentions[]'][value=full_time]").check();
    await terms.locator("[name=direction][value=hk_to_yantai]").check();
    await terms.locator("[name='industries[]'][value=clean-energy]").check();
    await terms.locator("[name=availableFrom]").fill("2027-01-15");
    await terms.locator("[name=payMin]").fill("400000");
    await terms.locator("[name=payCurrency]").selectOption("CNY");
    await terms.locator("[name=payPeriod]").selectOption("year");
    await saveStep(talent, "terms");
    await step(talent, lang, "contact");
    await form(talent, "profile-contact").locator("[name=phone]").fill(telling.phone);
    await saveStep(talent, "contact");
    await step(talent, lang, "review");
    await send(talent, "submit-profile");
    await expect
      .poll(
        async () =>
          (
            await one(
              `SELECT t.status FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
              email,
            )
          ).status,
      )
      .toBe("SUBMITTED");
    const profile = await one(
      `SELECT t.id, t.code FROM "Talent" t JOIN "Account" a ON a.id = t."accountId" WHERE a.email = $1`,
      email,
    );

    // the Hong Kong office verifies
    await hk.goto("/zh-Hant/staff/talents?status=SUBMITTED");
    await hk.locator(`main a[href*="${profile.id}"]`).first().click();
    await expect(hk.locator("main")).toContainText(telling.phone);
    await send(hk, "verify");
    await expect
      .poll(async () => (await one(`SELECT status FROM "Talent" WHERE id = $1`, profile.id)).status)
      .toBe("LISTED");

    // the enterprise posts a need
    const enterprise = await as("enterprise", telling.enterprise);
    await enterprise.goto(`/${telling.enterprise}/enterprise/needs/new?type=job`);
    const posting = form(enterprise, "need-job");
    await posting.locator("[name=title]").fill(need.title);
    await posting.locator("[name=description]").fill(need.description);
    await posting.locator("[name=chain]").selectOption("clean-energy");
    await posting.locator("[name=district]").selectOption("penglai");
    for (const [index, text] of need.mustHave.entries())
      await posting.locator(`[name='mustHave[${index}]']`).fill(text);
    await posting.locator("[name=educationMin]").selectOption("bachelor");
    await posting.locator("[name=payMin]").fill("350000");
    await posting.locator("[name=payMax]").fill("600000");
    await posting.locator("[name=deadline]").fill("2027-06-30");
    await posting.locator("button[name=intent][value=submit]").click();
    await expect
      .poll(async () => (await one(`SELECT status FROM "Need" WHERE title = $1`, need.title))?.status)
      .toBe("SUBMITTED");
    const posted = await one(`SELECT id FROM "Need" WHERE title = $1`, need.title);

    // the Yantai office opens it, and the worker finds the talent
    await yt.goto(`/zh-Hans/staff/needs/${posted.id}`);
    await send(yt, "open");
    await expect
      .poll(async () => (await one(`SELECT status FROM "Need" WHERE id = $1`, posted.id)).status)
      .toBe("OPEN");
    await expect
      .poll(
        async () =>
          (await one(`SELECT id FROM "Match" WHERE "needId" = $1 AND "talentId" = $2`, posted.id, profile.id))
            ?.id,
        { timeout: 30_000 },
      )
      .toBeTruthy();
    const match = await one(
      `SELECT id FROM "Match" WHERE "needId" = $1 AND "talentId" = $2`,
      posted.id,
      profile.id,
    );

    // a reviewer sees why, with evidence in both texts, and approves by keyboard
    await yt.goto(`/zh-Hans/staff/needs/${posted.id}/matches`);
    await yt.locator(`main a[href*="${match.id}"]`).first().click();
    await yt.waitForURL((url) => url.pathname.endsWith(match.id));
    await expect(yt.locator("mark").first()).toBeVisible();
    await expect(yt.locator("main")).not.toContainText(telling.phone);
    await yt.locator("body").press("1");
    await yt.locator("body").press("a");
    await expect
      .poll(async () => (await one(`SELECT status FROM "Match" WHERE id = $1`, match.id)).status)
      .toMatch(/APPROVED|INVITED/);

    // the enterprise sees nobody yet
    await enterprise.goto(`/${telling.enterprise}/enterprise/introductions`);
    expect(await enterprise.content()).not.toContain(match.id);

    // after the time to undo the talent is invited, and accepts with separate consents: name and contact, but not the CV
    await expect
      .poll(async () => (await one(`SELECT status FROM "Match" WHERE id = $1`, match.id)).status, {
        timeout: 40_000,
      })
      .toBe("INVITED");
    await talent.goto(`/${lang}/talent/invitations/${match.id}`);
    await expect(talent.locator("main")).toContainText(need.title.slice(0, 2));
    await send(talent, `accept-${match.id}`);
    await expect(form(talent, `accept-${match.id}`).locator("[role=alert]")).toBeVisible();
    await form(talent, `accept-${match.id}`).locator("[name=introductionConsent]").check();
    await form(talent, `accept-${match.id}`).locator("[name=crossBorderConsent]").check();
    // nothing is ticked beforehand
    await expect(form(talent, `accept-${match.id}`).locator("input[type=checkbox]:checked")).toHaveCount(2);
    for (const category of ["identity", "contact"])
      await form(talent, `accept-${match.id}`).locator(`[name="give[]"][value=${category}]`).check();
    await send(talent, `accept-${match.id}`);
    await expect
      .poll(async () => (await one(`SELECT status FROM "Match" WHERE id = $1`, match.id)).status)
      .toBe("TALENT_ACCEPTED");

    // the enterprise reads the anonymous profile only, then accepts, then contact
    await enterprise.goto(`/${telling.enterprise}/enterprise/introductions/${match.id}`);
    const before = await enterprise.content();
    for (const secret of [telling.phone, email, telling.name]) expect(before).not.toContain(secret);
    await form(enterprise, `accept-${match.id}`).locator("[name=reason]").fill(need.reason);
    await send(enterprise, `accept-${match.id}`);
    await expect(enterprise.locator("main")).toContainText(telling.phone);
    await expect(enterprise.locator("main")).toContainText(telling.name);
    await expect(enterprise.locator("a[href^='/api/documents/']")).toHaveCount(0);

    // the talent finds the enterprise's contact, and both got a mail in their language
    await expect
      .poll(async () => {
        await talent.goto(`/${lang}/talent/invitations/${match.id}`);
        return talent.locator("main").textContent();
      })
      .toContain("+86 535 000 0101");
    // the introduction is begun by the worker, a moment after the acceptance
    const mailsTo = async () =>
      (await client.query(`SELECT locale, template FROM "MailMessage" WHERE recipient = $1`, [email])).rows;
    await expect
      .poll(async () => (await mailsTo()).map((mail) => mail.template as string), { timeout: 20_000 })
      .toEqual(
        expect.arrayContaining(
          ["verify", "verified", "invitation", "introduced"].map((name) => expect.stringContaining(name)),
        ),
      );
    for (const mail of await mailsTo()) expect(mail.locale).toBe(lang);

    // the talent can read who saw what, and every step is in the audit trail
    await talent.goto(`/${lang}/talent/privacy`);
    await expect(talent.locator("main")).toContainText("渤海");
    const trail = await client.query(
      `SELECT action FROM "AuditEvent" WHERE "recordId" = ANY($1) ORDER BY id`,
      [[profile.id, posted.id, match.id]],
    );
    const actions = trail.rows.map((row) => row.action as string);
    for (const action of [
      "talent.registered",
      "talent.submitted",
      "talent.verified",
      "need.submitted",
      "need.opened",
      "match.approved",
      "match.invited",
      "match.invitationAccepted",
      "match.candidateAccepted",
    ])
      expect(actions).toContain(action);
    await yt.goto(`/zh-Hans/staff/audit?record=${match.id}`);
    await expect(yt.locator("main")).toContainText(/批准|通过/);

    await toLanding({ telling, cast: { talent, enterprise, hk, yt }, matchId: match.id, one });
    await client.end();
  });
}

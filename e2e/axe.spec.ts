import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type pg from "pg";
import type { Page } from "playwright/test";
import { PAGE_ACCESS } from "../lib/auth/access.ts";
import { type AppLocale, LOCALES, langTag } from "../lib/i18n/locales.ts";
import { expect, test } from "./fixtures.ts";
import { connect } from "./support/fingerprint.ts";
import { addMessage, address, areaOf, type Ids, realIds, removeMessage } from "./support/ids.ts";

// a trace of some two hundred pages costs more than it tells: the lines of a failure name page and element
test.use({ trace: "off" });

const WHO = ["nobody", "talent", "enterprise", "hk", "admin"] as const;
type Who = (typeof WHO)[number];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const NAMESPACES = readdirSync("lib/i18n/messages/en").map((file) => file.replace(".json", ""));

/** States of a page that its bare address does not show. */
const MORE: Partial<Record<Who, string[]>> = {
  nobody: ["/needs?q=data&type=job", "/needs?q=nothing-fits-this"],
  talent: ["work", "education", "skills", "terms", "contact", "review"].map(
    (step) => `/talent/profile?step=${step}`,
  ),
  enterprise: ["expert", "challenge", "internship"].map((type) => `/enterprise/needs/new?type=${type}`),
  hk: ["/staff/talents?status=SUBMITTED", "/staff/needs?status=SUBMITTED", "/staff/audit?record=none"],
};
const DARK = [
  ["nobody", "/needs"],
  ["nobody", "/sign-in"],
  ["talent", "/talent"],
  ["talent", "/talent/profile?step=terms"],
  ["enterprise", "/enterprise"],
  ["enterprise", "/enterprise/needs/new?type=job"],
  ["hk", "/staff"],
  ["hk", "/staff/matches"],
  ["hk", "/staff/matches/[matchId]"],
  ["hk", "/staff/talents"],
] as const;

/** Each page once, as the first of these that may open it. */
function opener(route: keyof typeof PAGE_ACCESS): Who {
  const access: "PUBLIC" | readonly string[] = PAGE_ACCESS[route];
  if (access === "PUBLIC") return "nobody";
  if (access.includes("TALENT")) return "talent";
  if (access.includes("ENTERPRISE")) return "enterprise";
  return access.includes("OFFICER") ? "hk" : "admin";
}

let client: pg.Client;
let ids: Ids;
/** Records in each language, beside those of `ids`: what people wrote stands on every page of theirs. */
let written: Partial<Record<Who, string[]>>;
/** Proper names are the same in every language. */
let names: string[];
test.beforeAll(async () => {
  client = await connect();
  await addMessage(client);
  ids = await realIds(client);
  const inEach = async (path: string, table: string, status: string) => {
    const sql = `SELECT DISTINCT ON (locale) id FROM "${table}" WHERE status = $1 ORDER BY locale, id`;
    return (await client.query<{ id: string }>(sql, [status])).rows.map(({ id }) => `${path}/${id}`);
  };
  written = {
    nobody: await inEach("/needs", "Need", "OPEN"),
    hk: await inEach("/staff/talents", "Talent", "LISTED"),
  };
  const { rows } = await client.query<{ name: string }>(
    `SELECT "displayName" AS name FROM "Account" UNION SELECT name FROM "Enterprise" UNION SELECT "contactName" FROM "Enterprise"`,
  );
  names = rows.map(({ name }) => name).sort((a, b) => b.length - a.length);
});
test.afterAll(async () => {
  await removeMessage(client);
  await client.end();
});

const pathOf = (route: string) => address(route, ids[areaOf(route)]).replace(/^\/$/, "");
const routesOf = (who: Who) => [
  ...Object.keys(PAGE_ACCESS).filter((route) => opener(route as keyof typeof PAGE_ACCESS) === who),
  ...(MORE[who] ?? []),
  ...(written[who] ?? []),
];

/** What the browser itself complains about, from now on; taken by page. */
function complaints(page: Page): () => string[] {
  let heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /MISSING_MESSAGE/.test(message.text())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return () => {
    const now = heard;
    heard = [];
    return now;
  };
}

async function violations(page: Page): Promise<string[]> {
  // at its full height, so that nothing that sticks to the window's edge lies over something else by chance
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()!.width, height });
  // without frames the legacy mode is the same, and opens no second page for each run
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const found = await axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
}

/** What a screen says of itself, and what of it stands in which language; other people's words carry a `lang` and are left out. */
const read = (page: Page) =>
  page.evaluate(() => {
    const foreign = "[lang]:not(html)";
    // a closed menu and its like have words as well
    const said = (element: Element) => {
      const copy = element.cloneNode(true) as Element;
      for (const one of copy.querySelectorAll(`${foreign}, script, style, input, textarea`)) one.remove();
      return (copy.textContent ?? "").trim();
    };
    const chrome = "header, nav, footer, h1, h2, h3, h4, button, label, legend, th, dt, summary";
    return {
      lang: document.documentElement.lang,
      title: document.title,
      headings: document.querySelectorAll("h1").length,
      wide: document.documentElement.scrollWidth - window.innerWidth,
      text: document.body.innerText,
      main: said(document.querySelector("main") ?? document.body),
      chrome: [...document.querySelectorAll(chrome)]
        .filter((one) => !one.closest(foreign))
        .map(said)
        .filter(Boolean),
    };
  });

const HAN = /\p{Script=Han}/u;
// characters that only one of the two scripts writes so
const ONLY = {
  "zh-Hans": /[们个来对时会说关业务专开点过还进学习经验与员电话传认证语设]/,
  "zh-Hant": /[們個來對時會說關業務專開點過還進學習經驗與員電話傳認證語設]/,
};

const withoutNames = (text: string) =>
  names.reduce((left, name) => left.replaceAll([...name][0] + name, "").replaceAll(name, ""), text).trim();

function wordsWrong(seen: Awaited<ReturnType<typeof read>>, lang: AppLocale): string[] {
  const chrome = seen.chrome.map(withoutNames);
  const keys = new RegExp(`(?<![\\w@./:-])(?:${NAMESPACES.join("|")})(?:\\.\\w+)+(?![\\w@-])`, "g");
  const wrong = [...seen.text.matchAll(keys)].map(([key]) => `untranslated: ${key}`);
  if (/MISSING_MESSAGE/.test(seen.text)) wrong.push("untranslated: MISSING_MESSAGE");
  const report = (what: string, is: (text: string) => boolean) =>
    wrong.push(...chrome.filter(is).map((text) => `${what}: ${text}`));
  if (lang === "en") report("Chinese", (text) => HAN.test(text));
  else {
    if (!HAN.test(seen.main)) wrong.push("no Chinese on the page");
    report("the other script", (text) => ONLY[lang === "zh-Hans" ? "zh-Hant" : "zh-Hans"].test(text));
    report("English", (text) => /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text) && !HAN.test(text));
  }
  return [...new Set(wrong.map((one) => one.slice(0, 200)))];
}

/** Everything that is wrong with one page, as lines. */
async function inspect(
  page: Page,
  lang: AppLocale,
  route: string,
  size: typeof PHONE,
  heard: () => string[],
): Promise<string[]> {
  const path = `/${lang}${pathOf(route)}`;
  await page.setViewportSize(size);
  const answer = await page.goto(path);
  const wrong: string[] = [];
  if (answer?.status() !== 200) wrong.push(`status ${answer?.status()}`);
  const seen = await read(page);
  if (new URL(page.url()).pathname !== path.split("?")[0]) wrong.push(`went on to ${page.url()}`);
  if (seen.lang !== langTag(lang)) wrong.push(`lang is ${seen.lang}`);
  if (seen.headings !== 1) wrong.push(`${seen.headings} h1`);
  if (!seen.title || (route !== "/" && !seen.title.includes(" · "))) wrong.push(`title is “${seen.title}”`);
  if (seen.wide > 0) wrong.push(`${seen.wide} px too wide`);
  wrong.push(...wordsWrong(seen, lang), ...(await violations(page)), ...heard());
  return wrong.map((one) => `${path}: ${one}`);
}

async function inspectAll(page: Page, who: Who, lang: AppLocale, size: typeof PHONE) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const heard = complaints(page);
  const wrong: string[] = [];
  for (const route of routesOf(who)) wrong.push(...(await inspect(page, lang, route, size, heard)));
  expect(wrong).toEqual([]);
}

for (const who of WHO) {
  for (const lang of LOCALES)
    test(`every page of ${who} in ${lang}, on a phone`, async ({ as, visitor }) => {
      await inspectAll(await (who === "nobody" ? visitor(lang) : as(who, lang)), who, lang, PHONE);
    });
  test(`every page of ${who}, on a desk`, async ({ as, visitor }) => {
    const page = await (who === "nobody" ? visitor("zh-Hant") : as(who, "zh-Hant"));
    await inspectAll(page, who, "zh-Hant", DESK);
  });
}

test("ten pages in the dark", async ({ as, visitor }) => {
  const pages = {
    nobody: await visitor("en"),
    talent: await as("talent"),
    enterprise: await as("enterprise"),
    hk: await as("hk"),
  };
  const wrong: string[] = [];
  for (const [who, route] of DARK) {
    await pages[who].emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await pages[who].setViewportSize(PHONE);
    await pages[who].goto(`/en${pathOf(route)}`);
    wrong.push(...(await violations(pages[who])).map((one) => `${route}: ${one}`));
  }
  expect(wrong).toEqual([]);
});

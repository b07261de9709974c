import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { type AppLocale, LOCALES, negotiate } from "./locales.ts";
import { messagesOf } from "./messages.ts";

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const all = (locale: AppLocale) => new Map(flat(messagesOf(locale) as Tree));
/** The names of a text's parameters, also those inside of plural and select branches. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue;
      if (part.type !== TYPE.tag) names.add(part.value);
      if (part.type === TYPE.tag) walk(part.children);
      if (part.type === TYPE.select || part.type === TYPE.plural)
        for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return [...names].sort();
}

test("the three languages have the same keys", () => {
  const keys = [...all("en").keys()].sort();
  for (const locale of LOCALES) expect([...all(locale).keys()].sort()).toEqual(keys);
});

test("a text has the same placeholders in all languages", () => {
  const english = all("en");
  for (const locale of LOCALES)
    for (const [key, text] of all(locale))
      expect([locale, key, placeholders(text)]).toEqual([locale, key, placeholders(english.get(key)!)]);
});

test("no text is empty", () => {
  for (const locale of LOCALES)
    for (const [key, text] of all(locale)) expect(text.trim(), `${locale} ${key}`).not.toBe("");
});

test("Traditional Chinese has no simplified forms, and Simplified no traditional ones", () => {
  const simplifiedOnly = /[们这说对时会个为来国发过还进实将无开关头电话语请谢认识别书录档历营业务员总单]/;
  const traditionalOnly = /[們這說對時會個為來國發過還進實將無開關頭電話語請謝認識別書錄檔歷營業務員總單]/;
  const shared = /^terms\.locales|简|繁/;
  for (const [key, text] of all("zh-Hant"))
    if (!shared.test(key) && !shared.test(text))
      expect(simplifiedOnly.exec(text.replace(/别/g, ""))?.[0], `${key}: ${text}`).toBeUndefined();
  for (const [key, text] of all("zh-Hans"))
    if (!shared.test(key) && !shared.test(text))
      expect(traditionalOnly.exec(text)?.[0], `${key}: ${text}`).toBeUndefined();
});

/** Every literal `t("…")` below a translator of a known namespace must exist. */
test("every key that the code asks for exists", () => {
  const keys = [...all("en").keys()];
  const files = ["app", "components", "lib"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const missing: string[] = [];
  for (const file of files) {
    const source = readFileSync(file, "utf8");
    for (const [, name, namespace] of source.matchAll(
      /const (\w+) = (?:await )?(?:getTranslations|useTranslations|\(await getTranslations)\(\s*"([\w.-]+)"\s*\)/g,
    )) {
      const others = [...source.matchAll(new RegExp(`const ${name} = `, "g"))].length;
      const destructured = new RegExp(`\\[[^\\]=]*\\b${name}\\b[^\\]=]*\\] = await Promise`).test(source);
      if (others > 1 || destructured) continue;
      for (const [, key] of source.matchAll(new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*"([\\w.-]+)"`, "g")))
        if (!keys.includes(`${namespace}.${key}`)) missing.push(`${file}: ${namespace}.${key}`);
    }
  }
  expect(missing).toEqual([]);
});

test.each([
  ["zh-HK,zh;q=0.9,en;q=0.8", "zh-Hant"],
  ["zh-CN,zh;q=0.9", "zh-Hans"],
  ["en-GB,en;q=0.9", "en"],
  ["fr,en;q=0.3", "en"],
  ["yue", "zh-Hant"],
  ["de", "zh-Hant"],
  [null, "zh-Hant"],
  ["en;q=abc,zh-Hans;q=0.5", "zh-Hans"],
])("Accept-Language %j is served in %s", (header, locale) => {
  expect(negotiate(header)).toBe(locale);
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileError, fileErrorCodes } from "./errors.ts";

describe.each(["en", "zh-Hans", "zh-Hant"])("messages in %s", (locale) => {
  const file = path.join(process.cwd(), "lib/i18n/messages", locale, "files.json");
  const messages = (JSON.parse(readFileSync(file, "utf8")) as { errors: Record<string, string> }).errors;

  it("has one for every code, and no other", () => {
    expect(Object.keys(messages).toSorted()).toEqual([...fileErrorCodes].toSorted());
  });

  it.each(fileErrorCodes)("%s uses only what comes with the error", (code) => {
    const given = Object.keys({ ...fileError(code).params, ...givenBySniff[code] });
    const used = Array.from(messages[code]?.matchAll(/\{(\w+)/g) ?? [], (match) => match[1] ?? "");
    expect(given).toEqual(expect.arrayContaining(used));
  });
});

const givenBySniff: Partial<Record<string, Record<string, string>>> = {
  notAllowed: { types: "" },
  renamed: { named: "" },
};

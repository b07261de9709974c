import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { Converter } from "opencc-js";
import { expect, it } from "vitest";
import { fold } from "./fold.ts";

it("keeps the length, so that offsets stay valid", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(text).length === text.length));
});

it("knows the traditional form of every word that this room looks for", () => {
  const folder = path.join(process.cwd(), "lib/cv");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !/test|fold/.test(name));
  const used = new Set(
    sources.flatMap((name) => readFileSync(path.join(folder, name), "utf8").match(/\p{Script=Han}/gu) ?? []),
  );
  const toTraditional = Converter({ from: "cn", to: "hk" });
  // comments quote traditional text; those characters are the traditional forms themselves
  const missing = [...used].filter((character) => fold(toTraditional(character)) !== fold(character));
  expect(missing).toEqual([]);
});

it("writes wide letters, dashes and spaces plainly", () => {
  expect(fold("ＡＢＣ：２０１９年４月—至今　工作經驗")).toBe("ABC:2019年4月-至今 工作经验");
});

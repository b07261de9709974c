import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ACTION_ACCESS, PAGE_ACCESS } from "./access.ts";

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));

const pages = files("app/[locale]")
  .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes("[...rest]"))
  .map((file) => ({
    file,
    route: `/${path
      .dirname(path.relative("app/[locale]", file))
      .split("/")
      .filter((part) => part !== "." && !/^\(.*\)$/.test(part))
      .join("/")}`,
  }));

test("every page is in the access table, and the table holds no page that does not exist", () => {
  expect(pages.map((page) => page.route).sort()).toEqual(Object.keys(PAGE_ACCESS).sort());
});

test("every page that is not public asks for its viewer by its own entry", () => {
  const careless = pages.filter(
    ({ file, route }) =>
      PAGE_ACCESS[route as keyof typeof PAGE_ACCESS] !== "PUBLIC" &&
      !readFileSync(file, "utf8").includes(`pageViewer("${route}")`),
  );
  expect(careless.map((page) => page.route)).toEqual([]);
});

test("every exported action is in the access table under its own name, and made by the wrapper", () => {
  const sources = files("lib").filter((file) => /actions\.ts$/.test(file));
  const exported = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/export (?:const|async function|function) (\w+)/g)].map(
      (match) => ({ file, name: match[1]! }),
    ),
  );
  expect(exported.map((one) => one.name).sort()).toEqual(Object.keys(ACTION_ACCESS).sort());
  for (const { file, name } of exported)
    expect(readFileSync(file, "utf8")).toMatch(
      new RegExp(`export const ${name} = (publicAction|action)\\(\\s*"${name}"`),
    );
});

test("'use server' stands in actions.ts files only", () => {
  const elsewhere = ["app", "components", "lib"]
    .flatMap(files)
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/(^|\/)actions\.ts$/.test(file) &&
        /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
    );
  expect(elsewhere).toEqual([]);
});

test("the environment is read in lib/env.ts only, and no style attribute is written (the content policy blocks it)", () => {
  const sources = ["app", "components", "lib"]
    .flatMap(files)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  expect(
    sources.filter(
      (file) => file !== "lib/env.ts" && /process\.env\.(?!NODE_ENV)/.test(readFileSync(file, "utf8")),
    ),
  ).toEqual([]);
  expect(sources.filter((file) => /\sstyle=\{/.test(readFileSync(file, "utf8")))).toEqual([]);
});

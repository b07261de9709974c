import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LOCALES } from "#lib/i18n/locales.ts";
import { messagesOf } from "#lib/i18n/messages.ts";
import { RECORD_TYPES } from "./queries.ts";

// the engine writes no event; its reasons have names of the same form
const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^matching\//.test(file))
  .map((file) => readFileSync(path.join("lib", file), "utf8"));

/** Every audit action in the code: literals named after a record type that no translator asks for, the acts on a need and the moves of a case. */
function actionsInCode(): string[] {
  const literal = new RegExp(`(?<!\\()"((?:${RECORD_TYPES.join("|")})\\.[a-z][A-Za-z]*)"`, "g");
  const written = sources.flatMap((source) => [...source.matchAll(literal)].map((match) => match[1]!));
  const steps = readFileSync("lib/needs/transition.ts", "utf8").match(/const PAST = \{([^}]*)\}/)![1]!;
  const past = [...steps.matchAll(/: "(\w+)"/g)].map((match) => `need.${match[1]}`);
  const moves = readFileSync("lib/introductions/move.ts", "utf8").match(/const EVENTS = \{([^}]*)\}/)![1]!;
  const moved = [...moves.matchAll(/: "(\w+)"/g)].map((match) => `introduction.${match[1]}`);
  return [...new Set([...written, ...past, ...moved])].sort();
}

type Tree = { [key: string]: string | Tree };
const labelled = (tree: unknown, action: string) =>
  action.split(".").reduce<unknown>((at, part) => (at as Tree | undefined)?.[part], tree);

test("every audit action that the code writes has a label in three languages", () => {
  const actions = actionsInCode();
  expect(actions.length).toBeGreaterThan(60);
  for (const locale of LOCALES) {
    const labels = messagesOf(locale).audit!.actions;
    expect(actions.filter((action) => typeof labelled(labels, action) !== "string")).toEqual([]);
  }
});

test("every kind of record has a label", () => {
  for (const locale of LOCALES)
    expect(Object.keys(messagesOf(locale).audit!.types!).sort()).toEqual([...RECORD_TYPES].sort());
});

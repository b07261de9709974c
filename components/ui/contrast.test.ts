import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The tokens of app/globals.css, both themes: text reaches 4.5 : 1 and the outline of a control 3 : 1 (WCAG 2.2 AA). */
const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

type Theme = "light" | "dark";
function token(name: string, theme: Theme): string {
  const [, both] = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css) ?? [];
  const colours = both?.match(/#[0-9a-f]{6}/gi) ?? [];
  const colour = theme === "light" ? colours[0] : (colours[1] ?? colours[0]);
  if (!colour) throw new Error(`no token --color-${name}`);
  return colour;
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "mist", "sea-50"];
const texts: [string, string][] = [
  ...["ink", "slate", "mute", "sea-700", "sea-800", "bau-700", "bau-800", "ok", "warn", "bad"].flatMap(
    (text) => grounds.map((ground): [string, string] => [text, ground]),
  ),
  ["bau-700", "bau-50"],
  ["bau-800", "bau-50"],
  ["slate", "bau-50"],
  ["sea-800", "sea-100"],
  ["ink", "sea-100"],
  ["slate", "sea-100"],
  ["bau-800", "bau-100"],
  ["ink", "bau-100"],
  ["ok", "ok-bg"],
  ["warn", "warn-bg"],
  ["bad", "bad-bg"],
  ["ink", "ok-bg"],
  ["ink", "warn-bg"],
  ["ink", "bad-bg"],
  ["footer-text", "footer"],
];
const outlines: [string, string][] = [
  ["field", "paper"],
  ["field", "mist"],
  ["sea-500", "paper"],
  ["sea-500", "mist"],
  ["sea-500", "sea-50"],
  ["bad", "paper"],
];

describe.each<Theme>(["light", "dark"])("%s theme", (theme) => {
  it.each(texts)("text %s on %s", (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(outlines)("outline %s on %s", (line, ground) => {
    expect(contrast(token(line, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
  it.each(["sea-fill", "bau-fill", "footer"])("white on %s", (ground) => {
    expect(contrast("#ffffff", token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
});

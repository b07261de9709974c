import { describe, expect, it } from "vitest";
import { rangeText } from "./money-text.ts";

describe("rangeText", () => {
  it.each([
    [350_000, 600_000, "CNY", "zh-Hant", "¥35–60 萬"],
    [350_000, 600_000, "CNY", "zh-Hans", "¥35–60 万"],
    [350_000, 600_000, "CNY", "en", "¥350,000–600,000"],
    [15_500, 20_000, "HKD", "zh-Hans", "HK$1.55–2 万"],
    [8_000, 12_000, "CNY", "zh-Hant", "¥8,000–12,000"],
    [6_000, 6_000, "CNY", "zh-Hant", "¥6,000"],
    [null, 1_200_000, "CNY", "zh-Hant", "¥120 萬"],
    [40_000, null, "HKD", "en", "HK$40,000"],
  ] as const)("%s to %s %s in %s", (min, max, currency, locale, text) => {
    expect(rangeText(min, max, currency, locale)).toBe(text);
  });
});

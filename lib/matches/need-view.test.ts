import { expect, test } from "vitest";
import { type NeedView, needViewIn } from "./need-view.ts";

test("a need is read in the other Chinese script, its employer's name as it is written", () => {
  const need = {
    lang: "zh-Hans",
    enterprise: "示例·渤海风电装备有限公司",
    content: { locale: "zh-Hans", title: "海上风电基础结构工程师", description: "负责导管架设计。" },
  } as NeedView;
  expect(needViewIn(need, "zh-Hant")).toMatchObject({
    lang: "zh-Hant",
    enterprise: "示例·渤海风电装备有限公司",
    content: { title: "海上風電基礎結構工程師", description: "負責導管架設計。" },
  });
  expect(needViewIn(need, "en").content.title).toBe("海上风电基础结构工程师");
});

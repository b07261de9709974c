import { expect, test } from "vitest";
import { localPath } from "./policy.ts";

test.each([
  ["/zh-Hant/talent?x=1", "/talent?x=1"],
  ["/staff", "/staff"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example", null],
  ["/en//evil.example", null],
  ["/\t/evil.example", null],
  ["", null],
  [undefined, null],
])("a callback %j leads to %j", (callback, path) => {
  expect(localPath(callback)).toBe(path);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { day, formToObject, lines, optional, text, whole } from "./forms.ts";
import { translator } from "./i18n/translate.ts";
import { describe } from "./issues.ts";

const form = (entries: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test("names with dots and brackets become nested values; empty ones are absent; removed rows leave no hole", () => {
  expect(
    formToObject(
      form([
        ["a", "1"],
        ["b", ""],
        ["c[]", "x"],
        ["c[]", "y"],
        ["rows[0].t", "A"],
        ["rows[3].t", "B"],
        ["_key", "k"],
        ["$ACTION_ID", "z"],
      ]),
    ),
  ).toEqual({ a: "1", c: ["x", "y"], rows: [{ t: "A" }, { t: "B" }] });
});

test("no name reaches the prototype, and none makes it throw", () => {
  formToObject(
    form([
      ["__proto__.polluted", "1"],
      ["a.__proto__.polluted", "1"],
      ["constructor.prototype.polluted", "1"],
    ]),
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (entries) => void formToObject(form(entries))),
  );
});

test("texts lose control characters and direction marks, keep emoji, and are measured after that", () => {
  expect(text(10).parse("  \u202Eab\u0000c 👩‍🔬 ")).toBe("abc 👩‍🔬");
  expect(text(3).safeParse("abcd").success).toBe(false);
  expect(text(3).safeParse("   ").error?.issues[0]?.message).toBe("required");
});

test("numbers take separators and refuse what is not a whole number", () => {
  expect(whole(0, 1_000_000).parse("350,000")).toBe(350000);
  for (const wrong of ["abc", "1.5", "1e3", ""]) expect(whole(0, 10).safeParse(wrong).success).toBe(false);
  expect(optional(whole(0, 10)).parse(undefined)).toBeNull();
});

test("a whole number out of its range is told the range; what is no number, that", () => {
  const told = (value: string) => {
    const issue = optional(whole(1, 31)).safeParse(value, { reportInput: true }).error!.issues[0]!;
    const { key, params } = describe(issue);
    return translator("en", "errors")(key, params);
  };
  for (const value of ["45", "0"]) expect(told(value)).toBe("Enter a whole number from 1 to 31");
  for (const value of ["1.5", "some"]) expect(told(value)).toBe("Enter a whole number");
});

test("dates are real days; lists split by line", () => {
  expect(day().safeParse("2026-02-30").success).toBe(false);
  expect(lines(5, 10).parse("a\n\n b ")).toEqual(["a", "b"]);
});

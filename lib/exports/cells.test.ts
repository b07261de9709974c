import fc from "fast-check";
import { expect, test } from "vitest";
import { neutral, withoutGuard } from "./cells.ts";

test("a cell never begins as a formula does, and its text comes back as it was", () => {
  const begins = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "'", "'=", "''+", "＝", "＠", "a");
  fc.assert(
    fc.property(begins, fc.string({ unit: "grapheme" }), (start, rest) => {
      const text = start + rest;
      expect(neutral(text)).not.toMatch(/^[=+\-@＝＋－＠\u0000-\u001F]/);
      expect(withoutGuard(neutral(text))).toBe(text);
    }),
  );
});

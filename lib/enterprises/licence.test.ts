import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCodeCheck, readLicence } from "./licence.ts";

const SYMBOLS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

describe("the unified social credit code", () => {
  test("the standard's own example", () => {
    expect(readLicence("91350100M000100Y43", "zhifu")).toEqual({ number: "91350100M000100Y43" });
  });

  test("any one wrong symbol is found", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SYMBOLS), { minLength: 17, maxLength: 17 }),
        fc.nat(17),
        fc.constantFrom(...SYMBOLS),
        (first, place, other) => {
          const code = first.join("") + creditCodeCheck(first.join(""));
          expect(readLicence(code, "penglai")).toEqual({ number: code });
          if (code.charAt(place) === other) return;
          const wrong = code.slice(0, place) + other + code.slice(place + 1);
          expect(readLicence(wrong, "penglai")).toEqual({ problem: "invalidCreditCode" });
        },
      ),
    );
  });

  test("as people paste it: lower case, spaces, hyphens, full width", () => {
    for (const typed of [
      " 91350100m000100y43 ",
      "9135 0100 M000 100Y 43",
      "91350100-M000100Y43",
      "９１３５０１００Ｍ０００１００Ｙ４３",
    ])
      expect(readLicence(typed, "zhifu")).toEqual({ number: "91350100M000100Y43" });
  });

  test.each(["", "9135", "91350100M000100Y4I", "91350100M000100Y43X", "12345678"])("%j is none", (typed) => {
    expect(readLicence(typed, "zhifu")).toEqual({ problem: "invalidCreditCode" });
  });
});

describe("Hong Kong's business registration", () => {
  test.each([
    ["12345678", "12345678"],
    ["1234 5678", "12345678"],
    ["12345678-000-05-25-9", "12345678"],
  ])("%s", (typed, number) => {
    expect(readLicence(typed, "hongkong")).toEqual({ number });
  });
  test.each(["1234567", "123456789", "91350100M000100Y43", "ABCDEFGH"])("%s is none", (typed) => {
    expect(readLicence(typed, "hongkong")).toEqual({ problem: "invalidBusinessRegistration" });
  });
});

import fc from "fast-check";
import { Converter } from "opencc-js/cn2t";
import { describe, expect, it } from "vitest";
import { normalise, normaliseText, originalSpan, searchTokens } from "./text.ts";

describe("normalise", () => {
  it("puts Hong Kong, mainland and full-width writing into one form", () => {
    expect(normaliseText("資訊科技")).toBe(normaliseText("信息技术"));
    expect(normaliseText("軟件工程")).toBe("软件工程");
    expect(normaliseText("離岸風電")).toBe("海上风电");
    expect(normaliseText("ＣＦＤ Œuvre Café")).toBe("cfd œuvre cafe");
  });

  it("leads every unit back to the original text", () => {
    const original = "負責離岸風電 CFD 分析";
    const normal = normalise(original);
    const at = normal.text.indexOf("海上风电");
    const span = originalSpan(normal, at, at + 4);
    expect(original.slice(span.start, span.end)).toBe("離岸風電");
  });

  it("reads a text alike before and after conversion to traditional characters", () => {
    const toHongKong = Converter({ from: "cn", to: "hk" });
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const char = String.fromCodePoint(code);
      expect(normaliseText(toHongKong(char)), char).toBe(normaliseText(char));
    }
  });

  it("keeps offsets in order and in range for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const normal = normalise(text);
        expect(normal.starts).toHaveLength(normal.text.length);
        for (let i = 0; i < normal.text.length; i++) {
          expect(normal.starts[i]).toBeGreaterThanOrEqual(i > 0 ? (normal.starts[i - 1] as number) : 0);
          expect(normal.ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("reads 100,000 characters", () => {
    const text = "離岸風電軟件 offshore wind 資".repeat(5000).slice(0, 100_000);
    expect(searchTokens(text).length).toBeGreaterThan(0);
  });
});

describe("searchTokens", () => {
  it("gives the same terms for the same words in both scripts", () => {
    expect(searchTokens("軟件工程師")).toEqual(searchTokens("软件工程师"));
  });

  it("stems English lightly and drops grammar", () => {
    expect(searchTokens("the jackets and welding")).toEqual(["jacket", "weld"]);
    expect(searchTokens("studies of batteries")).toEqual(["studi", "batteri"]);
  });
});

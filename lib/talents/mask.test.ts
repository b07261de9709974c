import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskText, organisationKind } from "./mask.ts";

const mask = (text: string, names: string[] = [], organisations: string[] = []) =>
  maskText(text, { names, organisations });

describe("what is taken out of a text", () => {
  it.each([
    ["陳大文於2016年加入", ["陳大文"], "⟦name⟧於2016年加入"],
    ["陈大文，工程师", ["陳大文"], "⟦name⟧，工程师"],
    ["大文負責設計", ["陳大文"], "⟦name⟧負責設計"],
    ["I am Tai Man Chan, engineer", ["Chan Tai Man"], "I am ⟦name⟧ ⟦name⟧ ⟦name⟧, engineer"],
    ["Mechanical channel design", ["Chan Tai Man"], "Mechanical channel design"],
  ])("names: %s", (text, names, expected) => {
    expect(mask(text, names)).toBe(expected);
  });

  it.each([
    "mail me: tai.man@example.com",
    "tai.man (at) example.com",
    "電話 9123 4567",
    "call +852 9123-4567",
    "手机13800138000",
    "微信：taiman_88",
    "WeChat: taiman88",
    "WeChat taiman_88",
    "微信同号 taiman88",
    "reach me on Telegram taiman.88",
    "https://linkedin.com/in/taiman",
    "linkedin.com/in/taiman",
  ])("ways to reach them: %s", (text) => {
    const shown = mask(text);
    expect(shown).toContain("⟦contact⟧");
    expect(shown).not.toMatch(/taiman|tai\.man|9123|13800|example\.com/);
  });

  it("identity numbers", () => {
    expect(mask("HKID A123456(7), 身份证 110101199003078888")).not.toMatch(/123456|1101011990/);
  });

  it("organisations, given or plain, in either script", () => {
    expect(mask("在海岸工程有限公司任职", [], ["海岸工程有限公司"])).toBe("在⟦company⟧任职");
    expect(mask("在海岸工程任職", [], ["海岸工程"])).toBe("在⟦company⟧任職");
    expect(mask("Worked at Harbour Wind Power Limited for years")).toBe("Worked at ⟦company⟧ for years");
    expect(mask("PhD from the University of Hong Kong")).toBe("PhD from ⟦university⟧");
    expect(mask("港大碩士")).toBe("⟦university⟧碩士");
  });

  it("the person's own addresses and handles, however they are introduced", () => {
    const contacts = ["dawen_hk", "+852 9123 4567", "dw@x.example"];
    const shown = maskText("加我 dawen_hk（微信）或 Line dawen_hk", {
      names: [],
      contacts,
      organisations: [],
    });
    expect(shown).toBe("加我 ⟦contact⟧（微信）或 Line ⟦contact⟧");
  });

  it("but not years, figures and ordinary words", () => {
    for (const text of [
      "2016-2021 jackets",
      "2016.03–2021.05",
      "50 MW, 35kV",
      "ISO 19902 and DNV-ST-0126",
      "三十人的檢修隊",
      "WeChat mini-programs, Skype calls",
    ])
      expect(mask(text)).toBe(text);
  });

  it("leaves no given name or organisation, whatever stands around it", () => {
    const han = fc.stringMatching(/^[一-龥]{3,5}$/);
    fc.assert(
      fc.property(han, fc.string(), fc.string(), (name, before, after) => {
        const shown = mask(`${before} ${name} ${after.replaceAll(name, "")}`, [name]);
        expect(shown.replace(/⟦[a-z]+⟧/g, "")).not.toContain(name);
      }),
    );
  });

  it("is not fooled by marks that somebody types", () => {
    expect(mask("⟦name⟧")).toBe("name");
  });
});

it("organisations say what kind they are", () => {
  expect(organisationKind("香港理工大學")).toBe("university");
  expect(organisationKind("Prince of Wales Hospital")).toBe("hospital");
  expect(organisationKind("中国科学院海洋研究所")).toBe("institute");
  expect(organisationKind("某银行香港分行")).toBe("bank");
  expect(organisationKind("a Hong Kong listed utility")).toBe("company");
});

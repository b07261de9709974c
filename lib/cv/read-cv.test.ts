import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCv } from "./read-cv.ts";
import type { CvProposal } from "./types.ts";

/** Values without their sources. */
function values(proposal: CvProposal) {
  const bare = <T extends { source: unknown }>({ source: _, ...rest }: T) => rest;
  return {
    headline: proposal.headline?.value,
    base: proposal.base?.value,
    experience: proposal.experience.map(bare),
    education: proposal.education.map(bare),
    qualifications: proposal.qualifications.map((one) => one.value),
    languages: proposal.languages.map(({ code, level }) => `${code} ${level ?? "?"}`),
    skills: proposal.skills.map((one) => one.value),
    identity: Object.fromEntries(Object.entries(proposal.identity).map(([key, found]) => [key, found.value])),
  };
}

describe("a Hong Kong CV in English, typed", () => {
  const text = `CURRICULUM VITAE

Name: WONG Siu Ming (黃小明)
Address: Flat B, 3/F, 10 Nowhere Road, Mong Kok, Kowloon
Tel: 5555 1234    E-mail: sm.wong@example.com
HKID: K123456(7)   Sex: M   Age: 41

EDUCATION
2002 - 2005   Harbour Metropolitan University
              BEng (Hons) in Mechanical Engineering, Second Class Honours
2000 - 2002   St. Nowhere College
              HKALE

EMPLOYMENT HISTORY
Jan 2015 - Present
Pacific Lantern Shipping Ltd.
Technical Superintendent
- Supervise dry docking and class surveys of 12 bulk carriers
- Budget control

Aug 2005 to Dec 2014
Kowloon East Ship Repair Co. Ltd.
Assistant Engineer / Engineer
- Main engine overhaul

PROFESSIONAL MEMBERSHIP
MIMarEST; MHKIE (Marine)
LANGUAGE PROFICIENCY
Spoken: Fluent in Cantonese and English, conversational Putonghua
COMPUTER SKILLS
MS Office, AutoCAD, AMOS`;

  it("is read whole", () => {
    expect(values(readCv(text))).toEqual({
      headline: "Technical Superintendent",
      base: "HK",
      experience: [
        {
          title: "Technical Superintendent",
          organisation: "Pacific Lantern Shipping Ltd.",
          from: "2015-01",
          to: null,
          description: "Supervise dry docking and class surveys of 12 bulk carriers\nBudget control",
        },
        {
          title: "Assistant Engineer / Engineer",
          organisation: "Kowloon East Ship Repair Co. Ltd.",
          from: "2005-08",
          to: "2014-12",
          description: "Main engine overhaul",
        },
      ],
      education: [
        {
          level: "bachelor",
          discipline: "Mechanical Engineering",
          institution: "Harbour Metropolitan University",
          year: 2005,
        },
        { level: "secondary", institution: "St. Nowhere College", year: 2002 },
      ],
      qualifications: ["MIMarEST", "MHKIE (Marine)"],
      languages: ["yue C1", "en C1", "cmn B1"],
      skills: ["MS Office", "AutoCAD", "AMOS"],
      identity: {
        nameEn: "WONG Siu Ming",
        nameZh: "黃小明",
        email: "sm.wong@example.com",
        phone: "5555 1234",
      },
    });
  });
});

describe("a mainland CV, typed", () => {
  const text = `个人简历
姓名：孙晓峰  性别：男  年龄：35岁
手机：13800001111  邮箱：sunxf@example.com  微信：sunxf_2020
现居城市：青岛  籍贯：山东烟台
求职意向：海上风电运维经理

工作经历
2020.03-至今  海岬新能源有限公司  运维部  运维经理
工作内容：
1、负责风机年度检修计划与备件管理；
2、建立状态监测系统，2021年1月-2022年3月完成三个风场部署。
2014.07-2020.02  北塬风电设备股份有限公司  调试工程师
负责海上风机现场调试。

项目经历
2018.01-2019.06  东海一期海上风电项目  项目经理
负责现场进度。

教育背景
2010.09-2014.06  东岬大学  电气工程及其自动化（本科）
`;

  it("takes the jobs and leaves the projects and the dates inside sentences", () => {
    expect(values(readCv(text)).experience).toEqual([
      {
        title: "运维经理",
        organisation: "海岬新能源有限公司",
        from: "2020-03",
        to: null,
        description:
          "负责风机年度检修计划与备件管理；\n建立状态监测系统，2021年1月-2022年3月完成三个风场部署。",
      },
      {
        title: "调试工程师",
        organisation: "北塬风电设备股份有限公司",
        from: "2014-07",
        to: "2020-02",
        description: "负责海上风机现场调试。",
      },
    ]);
  });

  it("takes the residence and not the native place", () => {
    expect(readCv(text).base).toMatchObject({ value: "CN", source: { text: "青岛" } });
    expect(readCv(text.replace("现居城市：青岛  ", "")).base).toBeUndefined();
  });
});

describe("layouts", () => {
  it("gives one employer to several posts below it", () => {
    const { experience } = readCv(
      "EXPERIENCE\nCobalt Therapeutics, Shanghai\nDirector of Regulatory Affairs, 2019 – Present\n• Led submissions.\nSenior Manager, Regulatory Affairs, 2016 – 2019\n• Managed filings.",
    );
    expect(experience.map(({ source: _, description: __, ...rest }) => rest)).toEqual([
      {
        title: "Director of Regulatory Affairs",
        organisation: "Cobalt Therapeutics",
        fromYear: 2019,
        to: null,
      },
      {
        title: "Senior Manager, Regulatory Affairs",
        organisation: "Cobalt Therapeutics",
        fromYear: 2016,
        toYear: 2019,
      },
    ]);
  });

  it("finds an entry that is laid out unlike the first", () => {
    const { experience } = readCv(
      "工作履歷\n高級城市規劃師 | 遠望規劃顧問有限公司 | 2016年3月 – 現在\n• 主理新發展區規劃\n\n助理城市規劃師\n青山測量師行\n2010年8月 – 2016年2月\n• 製作圖則",
    );
    expect(experience).toMatchObject([
      { title: "高級城市規劃師", organisation: "遠望規劃顧問有限公司", description: "主理新發展區規劃" },
      {
        title: "助理城市規劃師",
        organisation: "青山測量師行",
        from: "2010-08",
        to: "2016-02",
        description: "製作圖則",
      },
    ]);
  });

  it("keeps letters after a name out of the name", () => {
    expect(readCv("SARAH OKAFOR, CFA\nVice President").identity.nameEn?.value).toBe("SARAH OKAFOR");
    expect(readCv("LEE Hiu Lam, Helen\nDirector").identity.nameEn?.value).toBe("LEE Hiu Lam, Helen");
  });

  it("reads labelled forms in two languages", () => {
    const { experience } = readCv(
      "工作經驗 Working Experience\n職位 Position：項目經理 Project Manager\n公司 Company：海峽建築工程有限公司\n日期 Period：04/2019 - 12/2021\n職責 Duties：統籌海上工程及分判商管理",
    );
    expect(experience).toMatchObject([
      {
        title: "項目經理 Project Manager",
        organisation: "海峽建築工程有限公司",
        from: "2019-04",
        to: "2021-12",
        description: "統籌海上工程及分判商管理",
      },
    ]);
  });

  it.each([
    ["2019年4月至今", "2019-04", null],
    ["Apr 2019 – Present", "2019-04", null],
    ["04/2019 - 12/2021", "2019-04", "2021-12"],
    ["2014.02–2019.03", "2014-02", "2019-03"],
    ["２０１９年４月～２０２１年１２月", "2019-04", "2021-12"],
    ["2019-04 至 2021-12", "2019-04", "2021-12"],
    ["September 2016 to now", "2016-09", null],
    ["Apr - Jun 2019", "2019-04", "2019-06"],
    ["2019年4月-6月", "2019-04", "2019-06"],
    ["Since April 2019", "2019-04", null],
    ["2019年4月起", "2019-04", null],
    ["01/04/2019 - 31/12/2021", "2019-04", "2021-12"],
    ["2019.04.01-2021.12.31", "2019-04", "2021-12"],
    ["2019", undefined, undefined],
  ])("reads the dates %s", (dates, from, to) => {
    const [entry] = readCv(`工作經歷\n${dates}\t海嵐有限公司\t工程師`).experience;
    expect([entry?.from, entry?.to]).toEqual([from, to]);
  });

  it.each([
    ["英语：CET-6", ["en B2"]],
    ["英語（流利，IELTS 7.5）、日文 N2", ["en C1", "ja B2"]],
    ["Native Cantonese; fluent English; basic French", ["yue C2", "en C1", "fr A2"]],
    ["Fluent in English, Mandarin and Cantonese", ["en C1", "cmn C1", "yue C1"]],
    ["English, Japanese: fluent", ["en ?", "ja C1"]],
    ["English C1, German B2", ["en C1", "de B2"]],
    ["韓語 TOPIK 4級", ["ko B2"]],
    ["俄语", ["ru ?"]],
    ["中文、Chinese", []],
  ])("reads the languages %s", (line, expected) => {
    expect(values(readCv(`Languages\n${line}`)).languages).toEqual(expected);
  });

  it("finds nothing where there is nothing", () => {
    const nothing = {
      experience: [],
      education: [],
      qualifications: [],
      languages: [],
      skills: [],
      identity: {},
    };
    expect(readCv("")).toEqual(nothing);
    expect(readCv("The quick brown fox jumps over the lazy dog.\n天地玄黃，宇宙洪荒。")).toEqual(nothing);
  });
});

describe("what is never proposed", () => {
  const secrets = [
    "A123456(3)",
    "Z683365(5)",
    "370600199001010011",
    "1990年5月6日",
    "1990.05.06",
    "6 May 1990",
    "未婚",
    "married",
    "汉族",
    "35歲",
    "basketballism",
  ];
  const lines = [
    "身份證號碼：A123456(3)",
    "HKID No.: Z683365(5)",
    "身份证 370600199001010011",
    "出生日期：1990年5月6日",
    "出生年月 1990.05.06",
    "Date of Birth: 6 May 1990",
    "婚姻狀況：未婚",
    "Marital Status: married",
    "民族：汉族",
    "現年35歲",
    "Religion: basketballism",
  ];
  const spots = [
    (line: string) => `陳大文\n工程師\n${line}\n工作經歷\n2019.04-至今 海嵐有限公司 工程師\n設計`,
    (line: string) => `陳大文\n工作經歷\n2019.04-至今 海嵐有限公司 工程師\n負責設計\n${line}\n監督施工`,
    (line: string) => `陳大文\n個人簡介\n十年經驗。\n${line}\n善於溝通。\n技能\nPython\n${line}\nSQL`,
    (line: string) =>
      `陳大文\n專業資格\nPMP\n${line}\n教育背景\n2005-2009 東岬大學 機械工程學士\n${line}\n語言能力\n英語（流利）\n${line}`,
  ];
  it.each(lines)("%s", (line) => {
    for (const spot of spots) {
      const shown = JSON.stringify(readCv(spot(line)));
      for (const secret of secrets) expect(shown).not.toContain(secret);
    }
  });

  it("has no phone or e-mail outside of the identity", () => {
    const { identity, ...profile } = readCv(
      "工程師 | +852 5555 0101 | a.b@example.com | 香港\n技能\nPython, a.b@example.com, +852 5555 0101",
    );
    expect(identity.email?.value).toBe("a.b@example.com");
    expect(JSON.stringify(profile)).not.toMatch(/5555|example/);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."工作經歷|Experience|Education|教育背景|技能|Languages|個人簡介|2019年4月至今|Apr 2019 – Present|海嵐有限公司|高級工程師|Senior Engineer|ABC Ltd|南灣大學|機械工程學士|PhD in Physics|粵語（母語）|English|IELTS 7.5|姓名：|陳大文|A123456(3)|出生日期：|\n|\n|\n|\t|  |• |：|，|、|(|)|-|/|@|1. |+852 5555 0101|x@example.com|🙂|\u202e|\ud800".split(
      "|",
    ),
  );
  const cvs = fc.oneof(
    fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 80 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 400 }),
  );

  it("gives the same twice, throws never, and every source is a slice of it", () => {
    fc.assert(
      fc.property(cvs, (text) => {
        const proposal = readCv(text);
        expect(readCv(text)).toEqual(proposal);
        for (const source of sourcesIn(proposal)) {
          expect(text.slice(source.start, source.end)).toBe(source.text);
          expect(source.text).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["one line without end", "工程師 ".repeat(50_000)],
    ["digits", "1".repeat(200_000)],
    ["spaces", `x${" ".repeat(199_998)}x`],
    ["brackets", "(".repeat(200_000)],
    ["dates", "2019年4月至今 ".repeat(20_000)],
    ["at signs", "a@".repeat(100_000)],
    ["short lines", "工作經歷\n2019.04-2020.05 海嵐有限公司 工程師\n• 設計\n".repeat(5_000)],
    ["a label and no value", "出生日期：".repeat(40_000)],
    ["headings", "Skills\n".repeat(28_000)],
    ["list items", `Skills\n${"Python, ".repeat(25_000)}`],
    ["labels in lines", "姓名：性別：男 Name: Sex: M\n".repeat(8_000)],
    ["tabs", `${"\t".repeat(1000)}\n`.repeat(200)],
  ])("of 200,000 characters is read to its end: %s", (_, text) => {
    // a reader whose work grew with the square would meet the limit of the test first
    expect(readCv(text)).toBeDefined();
  });
});

function sourcesIn(value: unknown): { start: number; end: number; text: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "source" in value ? [value.source as { start: number; end: number; text: string }] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

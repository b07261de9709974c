import { describe, expect, it } from "vitest";
import { type Item, readingOrder } from "./reading-order.ts";

/** A row every 14 points from the top of an A4 page; a Chinese character is as wide as it is high. */
function place(
  rows: readonly string[],
  x: number,
  options: { top?: number; size?: number; step?: number } = {},
): Item[] {
  const { top = 800, size = 10, step = 14 } = options;
  return rows.flatMap((text, index) => {
    const width = Array.from(text).reduce((sum, one) => sum + (one > "\u2e80" ? size : size * 0.5), 0);
    return text === "" ? [] : [{ text, x, y: top - index * step, width, size }];
  });
}

const lines = (pages: Item[][]) =>
  readingOrder(pages)
    .split("\n")
    .filter((line) => line !== "");

describe("reading order", () => {
  it("reads a side bar and a main column one after the other", () => {
    const side = place(["Skills", "Python", "SQL", "Excel"], 50, { top: 793 });
    const main = place(
      ["Experience", "Engineer at Lantern Bay", "Built bridges", "Built tunnels", "Education"],
      200,
    );
    expect(lines([[...main, ...side]])).toEqual([
      ...["Skills", "Python", "SQL", "Excel"],
      ...["Experience", "Engineer at Lantern Bay", "Built bridges", "Built tunnels", "Education"],
    ]);
  });

  it("keeps right-aligned dates on their rows", () => {
    const left = place(["Engineer, Lantern Bay", "Analyst, Quayside", "Trainee, Harbourline"], 50);
    const right = place(["2019 – Present", "2016 – 2019", "2014 – 2016"], 450);
    expect(lines([[...left, ...right]])[0]).toBe("Engineer, Lantern Bay\t2019 – Present");
  });

  it("keeps dates on the left beside their jobs", () => {
    const left = place(["2019 – now", "", "", "2016 – 2019", "", "", "2014 – 2016"], 50);
    const right = place(
      ["Engineer", "Lantern Bay", "Built a bridge", "Analyst", "Quayside", "Counted", "Trainee"],
      160,
    );
    expect(lines([[...left, ...right]]).slice(0, 4)).toEqual([
      "2019 – now\tEngineer",
      "Lantern Bay",
      "Built a bridge",
      "2016 – 2019\tAnalyst",
    ]);
  });

  it("keeps headings on the left beside their sections", () => {
    const left = [
      ...place(["Experience"], 50, { top: 801, size: 12 }),
      ...place(["Education"], 50, { top: 745, size: 12 }),
      ...place(["Skills"], 50, { top: 703, size: 12 }),
    ];
    const right = place(
      [
        "Engineer",
        "Lantern Bay",
        "Built a bridge",
        "and a tunnel",
        "BEng",
        "Westhaven University",
        "2012",
        "Python",
      ],
      160,
    );
    const read = lines([[...left, ...right]]);
    expect(read[0]).toBe("Experience\tEngineer");
    expect(read).toContain("Education\tBEng");
  });

  it("reads a table row by row", () => {
    const columns = [
      ["2019", "2016", "2014", "2012"],
      ["南灣大學", "東岬大學", "北塬大學", "明德書院"],
      ["碩士", "學士", "文憑", "中學"],
    ];
    const items = columns.flatMap((column, index) => place(column, 50 + index * 150));
    expect(lines([items])[0]).toBe("2019\t南灣大學\t碩士");
  });

  it("goes on with the main column on the next page before a side bar on the right", () => {
    const main = place(
      Array.from({ length: 20 }, (_, index) => `Main ${index} of the long column on this page`),
      50,
    );
    const side = place(["Skills", "Python", "SQL", "Excel"], 400, { top: 795 });
    const next = place(["Main again on the second page", "and its end"], 50);
    const read = lines([[...main, ...side], next]);
    expect(read.indexOf("Main again on the second page")).toBeLessThan(read.indexOf("Skills"));
  });

  it("joins rows that wrap, and leaves list items apart", () => {
    const rows = [
      "Built a forecast of berths that saved time for all of the",
      "ships which call at the four terminals of the company and",
      "reports it every week to the planning room of the company",
      "Leads four analysts",
      "Writes reports",
    ];
    expect(lines([place(rows, 50)])).toEqual([
      rows.slice(0, 3).join(" "),
      "Leads four analysts",
      "Writes reports",
    ]);
  });

  it("is empty for nothing", () => {
    expect(readingOrder([])).toBe("");
    expect(readingOrder([[], []])).toBe("");
  });

  it("takes a page of ten thousand pieces to its end", () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      text: "x",
      x: (index * 7919) % 500,
      y: (index * 104_729) % 800,
      width: 3,
      size: 8,
    }));
    // a reader whose work grew with the square would not come to it
    expect(readingOrder([items])).toContain("x");
  });
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { OpenNeed } from "#lib/needs/views.ts";
import { jobPosting, StructuredData } from "./job-posting.tsx";

const need: OpenNeed = {
  id: "00000000-0000-4000-8000-000000000000",
  code: "N-TEST1",
  title: "海上风电基础结构工程师",
  type: "job",
  direction: "hk_to_yantai",
  locale: "zh-Hans",
  chain: "clean-energy",
  district: "penglai",
  ftz: false,
  modes: ["full_time", "flexible"],
  daysPerMonth: null,
  headcount: 3,
  filledCount: 1,
  pay: { min: 350_000, max: null, currency: "CNY", period: "year" },
  deadline: "2027-03-31",
  openedAt: new Date("2026-11-01T00:00:00Z"),
  demo: true,
  enterprise: null,
  description: "说明</script><script>alert(1)</script>",
  duties: ["设计"],
  mustHave: [],
  preferred: [],
  educationMin: "bachelor",
  disciplines: [],
  experienceYearsMin: 5,
  qualificationsRequired: [],
  languages: [],
  chainText: "",
  housing: false,
  relocation: false,
  start: null,
  ipTerms: "",
};
const words = { station: "the workstation", place: "Penglai" };

describe("jobPosting", () => {
  it("names the workstation for an anonymous need, the last day in Hong Kong time, and what is still open", () => {
    expect(jobPosting(need, words)).toMatchObject({
      hiringOrganization: { name: "the workstation" },
      validThrough: "2027-03-31T23:59:59+08:00",
      totalJobOpenings: 2,
      employmentType: ["FULL_TIME", "PART_TIME"],
      baseSalary: { currency: "CNY", value: { minValue: 350_000, unitText: "YEAR" } },
    });
    expect(jobPosting(need, words)?.baseSalary).not.toHaveProperty("value.maxValue");
  });

  it.each(["expert", "challenge"] as const)("does not call a %s a job", (type) => {
    expect(jobPosting({ ...need, type }, words)).toBeNull();
  });

  it("cannot be ended by what somebody wrote", () => {
    const html = renderToStaticMarkup(createElement(StructuredData, { data: jobPosting(need, words) }));
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain("<script>alert");
  });
});

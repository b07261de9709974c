import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/bench-match.ts", ...args], { encoding: "utf8" });

describe("bench:match", { timeout: 120_000 }, () => {
  it("measures both ways, proves its lists and writes what the contract promises", () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "out.json");
    const size = ["--talents", "12000", "--needs", "300", "--queries", "40", "--compare", "40"];
    const done = run(...size, "--json", file);
    expect(done.stderr).toBe("");
    const report = JSON.parse(readFileSync(file, "utf8"));
    expect(report).toMatchObject({ talents: 12_000, needs: 300, queries: 40, exact: true, compared: 40 });
    for (const key of ["needToTalent", "talentToNeed"])
      expect(
        report[key].p50 > 0 && report[key].p50 <= report[key].p95 && report[key].p95 <= report[key].p99,
      ).toBe(true);
    for (const key of ["buildSeconds", "rssMiB", "refreshAllSeconds"]) expect(report[key]).toBeGreaterThan(0);
    expect(report.exhaustive.p50).toBeGreaterThan(report.needToTalent.p50);
  });

  it("refuses what is no number in one line", () => {
    const done = run("--talents", "many");
    expect(done.status).not.toBe(0);
    expect(done.stderr.trim().split("\n")).toHaveLength(1);
    expect(done.stderr).toContain("--talents");
  });
});

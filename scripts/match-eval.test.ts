import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Converter as ToTraditional } from "opencc-js/cn2t";
import { Converter as ToSimplified } from "opencc-js/t2cn";
import { describe, expect, it } from "vitest";

const collection = "lib/matching/fixtures/match-dev";
const folder = mkdtempSync(path.join(tmpdir(), "match-eval-"));
const inFolder = (name: string) => path.join(folder, name);

function run(...args: string[]) {
  const done = spawnSync(process.execPath, ["scripts/match-eval.ts", ...args], { encoding: "utf8" });
  return { status: done.status, out: done.stdout, error: done.stderr };
}

function evaluate(talents: string, name: string, more: string[] = []) {
  const files = ["--talents", talents, "--needs", `${collection}/needs.jsonl`];
  const done = run(...files, "--run", inFolder(`${name}.tsv`), "--json", inFolder(`${name}.json`), ...more);
  expect(done.error).toBe("");
  return {
    rows: readFileSync(inFolder(`${name}.tsv`), "utf8"),
    figures: JSON.parse(readFileSync(inFolder(`${name}.json`), "utf8")),
    out: done.out,
  };
}

describe("match:eval on match-dev", { timeout: 30_000 }, () => {
  const own = evaluate(`${collection}/talents.jsonl`, "own", ["--qrels", `${collection}/qrels.tsv`]);

  it("stays at the quality that was reached", () => {
    expect(own.figures).toMatchObject({ needs: 40, talents: 160 });
    expect(own.figures.ndcg10).toBeGreaterThan(0.92);
    expect(own.figures.recall20).toBeGreaterThan(0.98);
    expect(own.figures.mrr3).toBeGreaterThan(0.97);
    expect(own.figures.map).toBeGreaterThan(0.73);
    expect(own.figures.conflictPrecision).toBeGreaterThan(0.98);
    expect(own.figures.conflictRecall).toBeGreaterThan(0.98);
    expect(own.out).toContain("ndcg10\t");
  });

  it("writes need, talent, rank, score and conflicts, best first", () => {
    const rows = own.rows
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(rows).toHaveLength(40 * 50);
    for (const [i, row] of rows.entries()) {
      expect(row).toHaveLength(5);
      expect(row[2]).toBe(String((i % 50) + 1));
      expect(row[4]).toMatch(/^(-|[a-z]+(,[a-z]+)*)$/);
      if (i % 50 > 0) expect(Number(row[3])).toBeLessThanOrEqual(Number(rows[i - 1]?.[3]));
    }
  });

  it("gives identical scores to the same profiles in simplified and in traditional characters", () => {
    const talents = readFileSync(`${collection}/talents.jsonl`, "utf8");
    const simplified = ToSimplified({ from: "hk", to: "cn" })(talents);
    writeFileSync(inFolder("hans.jsonl"), simplified);
    writeFileSync(inFolder("hant.jsonl"), ToTraditional({ from: "cn", to: "hk" })(simplified));
    const hans = evaluate(inFolder("hans.jsonl"), "hans");
    expect(evaluate(inFolder("hant.jsonl"), "hant").rows).toBe(hans.rows);
    expect(hans.rows).toBe(own.rows);
  }, 60_000);
});

describe("match:eval", { timeout: 30_000 }, () => {
  it("ranks collections that hold titles only", () => {
    writeFileSync(
      inFolder("t.jsonl"),
      '{"id":"1","headline":"taxi driver"}\n{"id":"2","headline":"tax adviser"}\n',
    );
    writeFileSync(inFolder("n.jsonl"), '{"id":"1","title":"tax consultant"}\n');
    const done = run(
      "--talents",
      inFolder("t.jsonl"),
      "--needs",
      inFolder("n.jsonl"),
      "--run",
      inFolder("r.tsv"),
    );
    expect(done.status).toBe(0);
    expect(readFileSync(inFolder("r.tsv"), "utf8")).toMatch(/^1\t2\t1\t/);
  });

  it.each([
    [["--run", "x"], "usage"],
    [["--talents", "no-such.jsonl", "--needs", "n", "--run", "x"], "no-such.jsonl"],
    [["--talents", "t", "--needs", "n", "--run", "x", "--depth", "0"], "--depth"],
    [["--talents", "t", "--needs", "n", "--run", "x", "--as-of", "today"], "--as-of"],
    [["--what"], "--what"],
  ])("refuses %j in one line", (args, word) => {
    const done = run(...args);
    expect(done.status).not.toBe(0);
    expect(done.error.trim().split("\n")).toHaveLength(1);
    expect(done.error).toContain(word);
  });
});

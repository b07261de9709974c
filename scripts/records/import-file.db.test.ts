import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, expect, test } from "vitest";
import { useDatabase } from "#e2e/support/use-database.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.ts";
import { toCells } from "#lib/exports/cells.ts";
import { importFile } from "./import-file.ts";

useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "bridge-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const viewer = systemViewer("import test");
const fixture = (name: string) => path.join("lib/matching/fixtures/match-dev", name);
const records = (name: string): Record<string, unknown>[] =>
  readFileSync(fixture(name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const jsonl = (name: string, rows: unknown[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  return file;
};

test("brings 160 talents and 40 needs in, and again nothing", async () => {
  expect(
    await importFile({ kind: "talents", file: fixture("talents.jsonl"), viewer, state: "listed" }),
  ).toMatchObject({ created: 160, refused: 0 });
  expect(
    await importFile({ kind: "needs", file: fixture("needs.jsonl"), viewer, state: "open" }),
  ).toMatchObject({ created: 40, refused: 0 });
  expect(
    await importFile({ kind: "talents", file: fixture("talents.jsonl"), viewer, state: "listed" }),
  ).toMatchObject({ created: 0, unchanged: 160 });
  expect(
    await importFile({ kind: "needs", file: fixture("needs.jsonl"), viewer, state: "open" }),
  ).toMatchObject({ created: 0, unchanged: 40 });
  expect([await db.talent.count(), await db.need.count()]).toEqual([160, 40]);
});

test("reads the same records from CSV and from XLSX", async () => {
  for (const [kind, name] of [
    ["talents", "talents.jsonl"],
    ["needs", "needs.jsonl"],
  ] as const) {
    const rows = records(name).map(toCells);
    const names = Object.keys(rows[0]!);
    const csv = path.join(folder, `${kind}.csv`);
    const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    writeFileSync(
      csv,
      `\uFEFF${[names, ...rows.map((row) => names.map((column) => row[column] ?? ""))].map((row) => row.map(quote).join(",")).join("\r\n")}`,
    );
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet(kind);
    sheet.addRow(names);
    for (const row of rows) sheet.addRow(names.map((column) => row[column] ?? ""));
    const xlsx = path.join(folder, `${kind}.xlsx`);
    await book.xlsx.writeFile(xlsx);
    for (const file of [csv, xlsx])
      expect(
        await importFile({ kind, file, viewer, state: kind === "talents" ? "listed" : "open" }),
        file,
      ).toMatchObject({ created: 0, updated: 0, unchanged: rows.length, refused: 0 });
  }
});

test("5 bad rows among 200: 195 in, 5 reported by line and field", async () => {
  const good = records("talents.jsonl")[0]!;
  const rows: unknown[] = Array.from({ length: 200 }, (_, index) => ({ ...good, id: `bad-${index}` }));
  rows[9] = { ...good, id: "bad-9", headline: "" };
  rows[49] = { ...good, id: "bad-49", availableFrom: "2026-02-30" };
  rows[99] = { ...good, id: "bad-99", expectedPay: { min: 10, max: 5, currency: "HKD", period: "day" } };
  rows[149] = '{"id": "bad-149", ';
  rows[199] = { ...good, id: "bad-0" };
  const result = await importFile({ kind: "talents", file: jsonl("bad.jsonl", rows), viewer });
  expect(result).toMatchObject({ created: 195, refused: 5 });
  expect(result.problems.map((one) => [one.line, one.field])).toEqual([
    [10, "headline"],
    [50, "availableFrom"],
    [100, "expectedPay.max"],
    [150, ""],
    [200, "id"],
  ]);
  for (const problem of result.problems) expect(problem.reason).not.toBe("");
  expect(await db.talent.count({ where: { externalId: { startsWith: "bad-" }, status: "SUBMITTED" } })).toBe(
    195,
  );
});

test("a dry run saves nothing", async () => {
  const before = await db.talent.count();
  expect(
    await importFile({
      kind: "talents",
      file: jsonl("dry.jsonl", [{ ...records("talents.jsonl")[0], id: "dry" }]),
      viewer,
      dryRun: true,
    }),
  ).toMatchObject({ created: 1 });
  expect(await db.talent.count()).toBe(before);
});

test.each([
  ["GBK text", "gbk.csv", Buffer.from([0x69, 0x64, 0x0a, 0xc8, 0xcb, 0xb2, 0xc5])],
  ["a renamed program", "program.csv", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0])],
  ["a workbook named .csv", "book.csv", Buffer.from("PK\u0003\u0004....")],
  ["text named .xlsx", "text.xlsx", Buffer.from("id,headline\n")],
  ["an empty file", "empty.jsonl", Buffer.alloc(0)],
  ["a table without id", "noid.csv", Buffer.from("name,headline\na,b\n")],
  ["an unknown kind", "data.json5", Buffer.from("{}")],
])("%s is refused whole with a reason", async (_name, name, bytes) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const before = await db.talent.count();
  await expect(importFile({ kind: "talents", file, viewer })).rejects.toThrow(/UTF-8|Excel|empty|"id"|Only/);
  expect(await db.talent.count()).toBe(before);
});

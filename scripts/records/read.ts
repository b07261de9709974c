import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { parse as parseCsv } from "csv-parse";
import ExcelJS from "exceljs";
import { fromCells } from "./cells.ts";

export type Row = { line: number; record: Record<string, unknown> } | { line: number; problem: string };

/** A file that is not what it says it is, refused whole. */
export class FileRefused extends Error {}

const MAXIMUM = 200 * 1024 * 1024;

/** Rows of a CSV, XLSX or JSON Lines file, one at a time; `line` is where a person finds it (in XLSX the row number). */
export async function* readRows(file: string): AsyncGenerator<Row> {
  const ending = path.extname(file).toLowerCase();
  const handle = await open(file).catch(() => {
    throw new FileRefused(`${file} cannot be opened.`);
  });
  const { size } = await handle.stat();
  const head = Buffer.alloc(Math.min(size, 1 << 16));
  await handle.read(head, 0, head.length, 0);
  await handle.close();
  if (size === 0) throw new FileRefused("The file is empty.");
  if (size > MAXIMUM) throw new FileRefused("The file is larger than 200 MB: split it.");
  const zipped = head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));
  if (ending === ".xlsx") {
    if (!zipped) throw new FileRefused("The file is named .xlsx but is not an Excel workbook.");
    yield* readXlsx(file);
    return;
  }
  if (zipped || head.includes(0))
    throw new FileRefused(
      `The file is named ${ending || "without an ending"} but does not hold text. Encode text as UTF-8.`,
    );
  if (ending === ".csv") yield* readCsv(file);
  else if (ending === ".jsonl" || ending === ".ndjson") yield* readJsonLines(file);
  else throw new FileRefused("Only .csv, .xlsx and .jsonl files can be imported.");
}

/** Throws at the first byte that is not UTF-8: text in GBK or Big5 must not come in as nonsense. */
async function* utf8(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new FileRefused(
        "The file is not encoded as UTF-8 (perhaps GBK or Big5). Save it again as UTF-8.",
      );
    throw error;
  }
}

async function assertUtf8(file: string) {
  for await (const _ of utf8(file));
}

async function* readJsonLines(file: string): AsyncGenerator<Row> {
  await assertUtf8(file);
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    const content = line === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (content.trim() === "") continue;
    try {
      const record = JSON.parse(content);
      yield typeof record === "object" && record !== null && !Array.isArray(record)
        ? { line, record }
        : { line, problem: "is not a JSON object" };
    } catch {
      yield { line, problem: "is not valid JSON" };
    }
  }
}

async function* readCsv(file: string): AsyncGenerator<Row> {
  await assertUtf8(file);
  const parser = createReadStream(file).pipe(
    parseCsv({
      bom: true,
      columns: checkHeader,
      skip_empty_lines: true,
      relax_column_count: false,
      info: true,
      max_record_size: 1_000_000,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>)
      yield fromCells(info.lines, record);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(`The table cannot be read: ${(error as Error).message}.`);
  }
}

function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim());
  if (!names.includes("id"))
    throw new FileRefused('The first row must name the columns, with "id" among them.');
  if (new Set(names).size !== names.length) throw new FileRefused("Two columns have the same name.");
  return names;
}

async function* readXlsx(file: string): AsyncGenerator<Row> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file).catch(() => {
    throw new FileRefused("The workbook cannot be read: it is damaged or protected.");
  });
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new FileRefused("The workbook has no sheet.");
  const width = sheet.columnCount;
  const cells = (row: ExcelJS.Row) =>
    Array.from({ length: width }, (_, index) => cellText(row.getCell(index + 1)));
  const header = checkHeader(cells(sheet.getRow(1)).filter((name) => name !== ""));
  for (let number = 2; number <= sheet.rowCount; number += 1) {
    const values = cells(sheet.getRow(number));
    if (values.every((value) => value === "")) continue;
    yield fromCells(number, Object.fromEntries(header.map((name, index) => [name, values[index] ?? ""])));
  }
}

function cellText(cell: ExcelJS.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10);
  return cell.value === null || cell.value === undefined ? "" : cell.text;
}

import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { toCells } from "./cells.ts";
import type { Table } from "./records.ts";
import type { ExportFormat } from "./schema.ts";

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
const line = (cells: string[]) => `${cells.map(quoted).join(",")}\r\n`;

/** A table as CSV in UTF-8 with the mark by which Excel knows it. */
async function* csv({ columns, batches }: Table): AsyncGenerator<string> {
  yield `\uFEFF${line([...columns])}`;
  for await (const rows of batches)
    yield rows
      .map((row) => {
        const cells = toCells(row);
        return line(columns.map((name) => cells[name] ?? ""));
      })
      .join("");
}

/** A table as a workbook that is written while it is read: rows that are on their way are not kept. */
async function writeWorkbook({ columns, batches }: Table, out: PassThrough) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useSharedStrings: false,
    useStyles: false,
  });
  const sheet = workbook.addWorksheet("export");
  sheet.addRow([...columns]).commit();
  for await (const rows of batches) {
    for (const row of rows) {
      const cells = toCells(row);
      sheet.addRow(columns.map((name) => cells[name] ?? "")).commit();
    }
    // a slow reader holds the next batch back
    if (out.writableNeedDrain) await once(out, "drain");
  }
  sheet.commit();
  await workbook.commit();
}

function xlsx(table: Table): Readable {
  const out = new PassThrough();
  writeWorkbook(table, out).catch((error) => out.destroy(error));
  return out;
}

/** A table as the bytes of a file, made as fast as they are read. */
export const asFile = (table: Table, format: ExportFormat): Readable =>
  format === "csv" ? Readable.from(csv(table)) : xlsx(table);

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

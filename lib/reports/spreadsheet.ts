import ExcelJS from "exceljs";
import { neutral } from "#lib/exports/cells.ts";
import type { FigureReport } from "./tables.ts";

const MOST_NAME = 31;
const asCell = (value: string | number) => (typeof value === "string" ? neutral(value) : value);

const HEAD = 4;

/** The report as a workbook: a sheet a table, who reports what above it, its source below it. */
export async function spreadsheetOf(report: FigureReport): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const table of report.tables) {
    const sheet = workbook.addWorksheet(table.title.replace(/[\\/*?:[\]]/g, " ").slice(0, MOST_NAME));
    sheet.addRow([report.station]);
    sheet.addRow([`${report.title}: ${report.subtitle}`]).font = { bold: true, size: 14 };
    sheet.addRow([neutral(report.filters)]);
    sheet.addRow(table.columns.map(asCell)).font = { bold: true };
    for (const row of table.rows) sheet.addRow(row.map(asCell));
    sheet.addRow([]);
    if (table.note) sheet.addRow([table.note]);
    sheet.addRow([neutral(report.source)]).font = { italic: true };
    sheet.columns.forEach((column, index) => {
      column.width = index === 0 ? 32 : 16;
    });
    sheet.views = [{ state: "frozen", ySplit: HEAD }];
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

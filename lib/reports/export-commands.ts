import { isStaff, type Viewer } from "#lib/auth/viewer.ts";
import { today } from "#lib/clock.ts";
import { NotFoundError } from "#lib/errors.ts";
import { recordExport } from "#lib/exports/commands.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { documentOf } from "./document.ts";
import { getFigures } from "./queries.ts";
import type { FigureFilters, FigureFormat } from "./schema.ts";
import { spreadsheetOf } from "./spreadsheet.ts";
import { reportOf } from "./tables.ts";

export type FigureFile = { name: string; bytes: Uint8Array };

/** The figures as a file. They name nobody but officers, so no password is asked; who took them is noted. */
export async function exportFigures(
  viewer: Viewer,
  filters: FigureFilters,
  format: FigureFormat,
  locale: AppLocale,
): Promise<FigureFile> {
  if (!isStaff(viewer)) throw new NotFoundError();
  const report = reportOf(await getFigures(viewer, filters), filters, locale);
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  await recordExport(viewer, "export.downloaded", { kind: "figures", format, query });
  const bytes = format === "xlsx" ? await spreadsheetOf(report) : await documentOf(report, locale);
  return { name: `figures-${today()}-${locale}.${format}`, bytes };
}

import { z } from "zod";
import { getViewer } from "#lib/auth/current.ts";
import { isStaff } from "#lib/auth/viewer.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { exportFigures } from "#lib/reports/export-commands.ts";
import { FIGURE_FORMATS, figureFilters } from "#lib/reports/schema.ts";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};
const asked = figureFilters.extend({ format: z.enum(FIGURE_FORMATS), locale: z.enum(LOCALES) });

/** The figures with the page's filters as a spreadsheet or a document, for staff. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  const query = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!viewer || !isStaff(viewer) || !query.success) return new Response(null, { status: 404 });
  const { format, locale, ...filters } = query.data;
  const file = await exportFigures(viewer, filters, format, locale);
  return new Response(file.bytes.slice().buffer, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${file.name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

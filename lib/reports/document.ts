import path from "node:path";
import PDFDocument from "pdfkit";
import { now } from "#lib/clock.ts";
import type { AppLocale } from "#lib/i18n/locales.ts";
import { langTag } from "#lib/i18n/locales.ts";
import type { FigureReport, FigureTable } from "./tables.ts";

const MARGIN = 40;
const SEA = "#0b4f6c";
const LINE = "#d5dee3";
const TEXT = "#13222a";

// Noto Sans with both Chinese scripts, taken in only as far as the document uses it. Named by its path everywhere: pdfkit keeps an
// opened font by that, and opens a registered one anew for every cell.
const face = (weight: "Regular" | "Bold") =>
  path.join(process.cwd(), "node_modules/@embedpdf/fonts-sc/fonts", `NotoSansHans-${weight}.otf`);
const [PLAIN, STRONG] = [face("Regular"), face("Bold")];

type Pdf = InstanceType<typeof PDFDocument>;

/** The report as a PDF on A4 across, with its text as text and a heading for each table. */
export function documentOf(report: FigureReport, locale: AppLocale): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: MARGIN,
    lang: langTag(locale),
    displayTitle: true,
    tagged: true,
    pdfVersion: "1.7",
    info: { Title: `${report.title} ${report.subtitle}`, CreationDate: now() },
  });
  const parts: Buffer[] = [];
  const ended = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on("error", reject);
  });
  pdf.font(STRONG, 20).fillColor(SEA).text(report.title);
  pdf.font(PLAIN, 11).fillColor(TEXT).text(report.subtitle);
  for (const table of report.tables) draw(pdf, table);
  pdf
    .moveDown()
    .font(PLAIN, 8)
    .text(report.source, MARGIN, undefined, {
      width: pdf.page.width - 2 * MARGIN,
    });
  pdf.end();
  return ended;
}

const HEAD = 60;

function draw(pdf: Pdf, { title, columns, rows }: FigureTable) {
  const room = pdf.page.height - MARGIN - pdf.y;
  // a heading with at least its first lines, never alone at the foot of a page
  if (room < HEAD + 3 * 20) pdf.addPage();
  pdf.moveDown().font(STRONG, 13).fillColor(SEA).text(title, MARGIN);
  pdf.moveDown(0.3).fontSize(columns.length > 8 ? 7.5 : 9);
  const width = pdf.page.width - 2 * MARGIN;
  const first = columns.length > 8 ? width * 0.16 : Math.min(220, width / columns.length + 60);
  const other = (width - first) / Math.max(1, columns.length - 1);
  pdf.table({
    columnStyles: columns.map((_, index) => ({ width: index === 0 ? first : other })),
    rowStyles: (row: number) => ({
      border: [0, 0, 0.5, 0],
      borderColor: LINE,
      padding: 3,
      ...(row === 0 ? { backgroundColor: "#eef4f6" } : {}),
    }),
    data: [columns, ...rows].map((row, at) =>
      row.map((value, index) => ({
        text: String(value),
        font: { src: at === 0 ? STRONG : PLAIN },
        textColor: TEXT,
        align: { x: index === 0 ? ("left" as const) : ("right" as const), y: "top" as const },
        ...(at === 0 ? { type: "TH" as const } : {}),
      })),
    ),
  });
}

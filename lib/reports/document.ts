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

// Noto Sans in the glyphs and punctuation of the reader's script, taken in only as far as the document uses it. Named by its path
// everywhere: pdfkit keeps an opened font by that, and opens a registered one anew for every cell.
type Faces = { plain: string; strong: string };
function facesOf(locale: AppLocale): Faces {
  const [folder, family] = locale === "zh-Hant" ? ["fonts-tc", "NotoSansHant"] : ["fonts-sc", "NotoSansHans"];
  const face = (weight: "Regular" | "Bold") =>
    path.join(process.cwd(), `node_modules/@embedpdf/${folder}/fonts/${family}-${weight}.otf`);
  return { plain: face("Regular"), strong: face("Bold") };
}

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
  const faces = facesOf(locale);
  pdf.font(faces.plain, 11).fillColor(TEXT).text(report.station);
  pdf.font(faces.strong, 20).fillColor(SEA).text(report.title);
  pdf.font(faces.plain, 11).fillColor(TEXT).text(`${report.subtitle} · ${report.filters}`);
  for (const table of report.tables) draw(pdf, faces, table);
  pdf
    .moveDown()
    .font(faces.plain, 8)
    .fillColor(TEXT)
    .text(report.source, MARGIN, undefined, {
      width: pdf.page.width - 2 * MARGIN,
    });
  pdf.end();
  return ended;
}

const HEAD = 60;
const PADDING = 3;

function draw(pdf: Pdf, { plain, strong }: Faces, { title, columns, rows, note }: FigureTable) {
  const room = pdf.page.height - MARGIN - pdf.y;
  // a heading with at least its first lines, never alone at the foot of a page
  if (room < HEAD + 3 * 20) pdf.addPage();
  pdf.moveDown().font(strong, 13).fillColor(SEA).text(title, MARGIN);
  const size = columns.length > 8 ? 7.5 : 9;
  pdf.moveDown(0.3).fontSize(size);
  const width = pdf.page.width - 2 * MARGIN;
  const first = columns.length > 8 ? width * 0.16 : Math.min(220, width / columns.length + 60);
  const other = (width - first) / Math.max(1, columns.length - 1);
  const widthOf = (index: number) => (index === 0 ? first : other);
  const cells = (row: (string | number)[], head: boolean) =>
    row.map((value, index) => ({
      text: String(value),
      font: { src: head ? strong : plain },
      textColor: TEXT,
      align: { x: index === 0 ? ("left" as const) : ("right" as const), y: "top" as const },
      ...(head ? { type: "TH" as const } : {}),
    }));
  const begin = () =>
    pdf
      .table({
        columnStyles: columns.map((_, index) => ({ width: widthOf(index) })),
        rowStyles: (row: number) => ({
          border: [0, 0, 0.5, 0],
          borderColor: LINE,
          padding: PADDING,
          ...(row === 0 ? { backgroundColor: "#eef4f6" } : {}),
        }),
      })
      .row(cells(columns, true));
  const heightOf = (row: (string | number)[]) =>
    2 * PADDING +
    Math.max(
      ...row.map((value, index) =>
        pdf.font(plain, size).heightOfString(String(value), { width: widthOf(index) - 2 * PADDING }),
      ),
    );
  let table = begin();
  for (const row of rows) {
    // the columns are named again on the next page
    if (pdf.y + heightOf(row) > pdf.page.height - MARGIN) {
      table.end();
      pdf.addPage();
      table = begin();
    }
    table.row(cells(row, false));
  }
  table.end();
  if (note) pdf.moveDown(0.5).font(plain, 8).fillColor(TEXT).text(note, MARGIN, undefined, { width });
}

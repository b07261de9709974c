/**
 * Makes the CV fixtures in e2e/fixtures/cv from the hand-written pages in its folder `sources`. The results are
 * committed; tests read them and never run this. Needs Debian's libreoffice-writer, chromium, fonts-noto-cjk, qpdf:
 *   node scripts/make-cv-fixtures.ts [name …]
 * The .json beside each source says by hand what the CV says; it is never made from the reader's output.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { chromium } from "playwright";

const folder = path.join(process.cwd(), "e2e/fixtures/cv");
const sources = path.join(folder, "sources");
const hostile = path.join(folder, "hostile");
const wanted = process.argv.slice(2);

/** Which program writes which file: two renderers place text differently. */
const officeFiles = [
  ["hant-engineer", "docx"],
  ["hant-engineer", "pdf"],
  ["hans-researcher", "docx"],
  ["hans-researcher", "pdf", "hans-researcher-lo"],
  ["en-analyst", "docx"],
  ["en-analyst", "pdf"],
  ["en-engineer-table", "docx"],
  ["en-engineer-table", "pdf"],
  ["hans-student", "docx"],
  ["hans-student", "pdf"],
] as const;
const browserFiles = [
  ["hant-finance-two-column"],
  ["hans-researcher"],
  ["hans-manager-two-column"],
  ["en-analyst", "en-analyst-browser"],
  ["en-scientist-two-column"],
  ["hant-bilingual-columns"],
] as const;

function convertByOffice(name: string, format: "docx" | "pdf", target: string) {
  const work = mkdtempSync(path.join(tmpdir(), "cv-"));
  const office = (filter: string, file: string) =>
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${work}/profile`,
        "--headless",
        ...filter.split("|"),
        "--outdir",
        work,
        file,
      ],
      { stdio: "ignore" },
    );
  // the writer module and not the web one, so that the result is an ordinary document
  office(
    "--infilter=HTML (StarWriter)|--convert-to|docx:MS Word 2007 XML",
    path.join(sources, `${name}.html`),
  );
  if (format === "pdf") office("--convert-to|pdf:writer_pdf_Export", path.join(work, `${name}.docx`));
  renameSync(path.join(work, `${name}.${format}`), path.join(folder, `${target}.${format}`));
  rmSync(work, { recursive: true });
}

async function printByBrowser() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  for (const [name, target = name] of browserFiles) {
    if (!isWanted(name)) continue;
    await page.goto(`file://${sources}/${name}.html`);
    const file = path.join(folder, `${target}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, tagged: false });
    // half the size, same content: what the repository keeps has to stay small
    execFileSync("qpdf", [
      "--object-streams=generate",
      "--recompress-flate",
      "--compression-level=9",
      "--replace-input",
      file,
    ]);
  }
  await makeScanned(page);
  await browser.close();
}

/** A photographed page: a picture and no text. */
async function makeScanned(page: import("playwright").Page) {
  if (!isWanted("hostile")) return;
  await page.setViewportSize({ width: 600, height: 800 });
  await page.goto(`file://${sources}/en-analyst.html`);
  const shot = await page.screenshot({ type: "jpeg", quality: 30 });
  await page.setContent(`<img style="width:100%" src="data:image/jpeg;base64,${shot.toString("base64")}">`);
  await page.pdf({ path: path.join(hostile, "scanned.pdf"), format: "A4" });
}

/** A PDF of pages with one line each, written by hand so that it stays small. */
function plainPdf(pageCount: number): Buffer {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  const kids: string[] = [];
  for (let page = 1; page <= pageCount; page++) {
    const content = `BT /F1 12 Tf 72 720 Td (Page ${page} of a curriculum vitae) Tj ET`;
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length + 2} 0 R>>`,
    );
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  objects[1] = `<</Type/Pages/Count ${pageCount}/Kids[${kids.join(" ")}]>>`;
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  return Buffer.from(
    `${out}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    "latin1",
  );
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

/** 100 MB of spaces in a document part: 100 kB on disk. */
function makeZipBomb(): Uint8Array {
  return zipSync(
    {
      "[Content_Types].xml": Buffer.from(contentTypes),
      "word/document.xml": new Uint8Array(100 * 1024 * 1024).fill(0x20),
    },
    { level: 9, mtime: "2026-01-01" },
  );
}

/** The same lie told smaller: the directory states 4 kB for a part that unpacks to 40 MB. */
function makeLyingZip(): Uint8Array {
  const bytes = zipSync(
    {
      "[Content_Types].xml": Buffer.from(contentTypes),
      "word/document.xml": new Uint8Array(40 * 1024 * 1024).fill(0x20),
    },
    { level: 9, mtime: "2026-01-01" },
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50 && view.getUint32(at + 22, true) > 1e6) view.setUint32(at + 22, 4096, true);
    if (signature === 0x02014b50 && view.getUint32(at + 24, true) > 1e6) view.setUint32(at + 24, 4096, true);
  }
  return bytes;
}

function makeHostile() {
  const write = (name: string, bytes: Uint8Array) => writeFileSync(path.join(hostile, name), bytes);
  const plain = plainPdf(2);
  write("200-pages.pdf", plainPdf(200));
  write("empty.pdf", new Uint8Array());
  write("zip-bomb.docx", makeZipBomb());
  write("lying-sizes.docx", makeLyingZip());
  // the first bytes of a Windows program and of a Linux program; neither runs
  write(
    "program.pdf",
    Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0"), Buffer.alloc(512), Buffer.from("PE\0\0")]),
  );
  write("program.docx", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01\0"), Buffer.alloc(512)]));
  write(
    "corrupt.pdf",
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from("garbage ".repeat(200)), Buffer.alloc(64)]),
  );
  write("corrupt.docx", readFileSync(path.join(folder, "en-analyst.docx")).subarray(0, 3000));
  const clear = path.join(hostile, "clear.pdf");
  writeFileSync(clear, plain);
  execFileSync("qpdf", [
    "--encrypt",
    "open-me",
    "owner",
    "256",
    "--",
    clear,
    path.join(hostile, "encrypted.pdf"),
  ]);
  rmSync(clear);
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

for (const [name, format, target] of officeFiles)
  if (isWanted(name)) convertByOffice(name, format, target ?? name);
await printByBrowser();
if (isWanted("hostile")) makeHostile();
console.log(`${readdirSync(folder).length} entries in ${folder}`);
